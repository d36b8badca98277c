using System.Text;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Tests.Bot.CommandLine;

public sealed class MemberImportTests : IAsyncLifetime
{
    private readonly Terminal terminal = new();

    public async ValueTask InitializeAsync() => await terminal.Run("pods", "add", "emea", "--name", "EMEA", "--time-zone", "Europe/Amsterdam");

    public ValueTask DisposeAsync()
    {
        terminal.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Members_are_imported_and_imported_again_without_a_change()
    {
        const string csv = """
            pod,email,name,side,podLead,admin,timeZone,language,slackUser,teamsUser
            emea,rosa@example.com,"Rosa, the first",sales,true,,Europe/Berlin,de,U0123ABCD,11111111-2222-3333-4444-555555555555
            emea,max@example.com,Max,Marketing,,true,,,,
            """;

        var first = await Import(csv);
        var again = await Import(csv);

        Assert.Equal(["Added: 2. Changed: 0. As before: 0."], first.Lines);
        Assert.Equal(["Added: 0. Changed: 0. As before: 2."], again.Lines);
        var members = await Members();
        Assert.Equal(
            new Member(members[1].Id, new PodId("emea"), "rosa@example.com", "Rosa, the first", Side.Sales)
            {
                PodLead = true, TimeZone = "Europe/Berlin", Language = "de", SlackUser = "U0123ABCD", TeamsUser = "11111111-2222-3333-4444-555555555555",
            },
            members[1]);
        Assert.Equal(("Max", Side.Marketing, true), (members[0].Name, members[0].Side, members[0].Admin));
    }

    [Theory]
    [InlineData("Email;Name;SIDE\nrosa@example.com;Rosa;sales\n")]
    [InlineData("\uFEFFside,name,email\r\nsales, Rosa ,rosa@example.com\r\n")]
    [InlineData("email\tname\tside\nrosa@example.com\tRosa\tsales")]
    [InlineData("email,name,side\n\nrosa@example.com,Rosa,sales\n\n")]
    public async Task Columns_and_separators_are_taken_as_spreadsheets_write_them(string csv)
    {
        var ran = await Import(csv, "--pod", "emea");

        Assert.Equal((0, string.Empty), (ran.Code, ran.Error));
        Assert.Equal(("Rosa", "rosa@example.com"), (Assert.Single(await Members()).Name, (await Members())[0].Email));
    }

    [Fact]
    public async Task All_faults_are_said_with_their_lines_and_nothing_is_imported()
    {
        var ran = await Import("""
            pod,email,name,side,slackUser
            emea,rosa@example.com,Rosa,sales,U0123ABCD
            emae,sam@example.com,Sam,sales,
            emea,lena,Lena,sals,
            emea,,,marketing,
            emea,ROSA@example.com,Rosa,sales,
            emea,mia@example.com,Mia,marketing,U0123ABCD
            """);

        Assert.Equal(1, ran.Code);
        Assert.Equal(
            [
                "Line 4: email is \"lena\". It must be a mail address such as rosa@example.com.",
                "Line 4: side is \"sals\". It must be sales or marketing.",
                "Line 5: email is empty.",
                "Line 5: name is empty.",
                "Line 6: line 2 has the same email in pod emea.",
                "Line 7: line 2 has the same slackUser in pod emea.",
                "Line 3: There is no pod \"emae\". Did you mean emea? See pods list.",
                "Nothing was imported. Faults: 7.",
            ],
            ran.Faults);
        Assert.Empty(await Members());
    }

    [Theory]
    [InlineData("email,name,sid\nr@example.com,R,sales", "Line 1: there is no column \"sid\". Did you mean side? Known: pod, email, name, side, podLead, admin, timeZone, language, slackUser, teamsUser.", "Line 1: the column pod is missing.", "Line 1: the column side is missing.")]
    [InlineData("pod,email,email,name,side\nemea,r@example.com,r@example.com,R,sales", "Line 1: the column \"email\" comes twice.")]
    [InlineData("pod,email,name,side\nemea,r@example.com,R", "Line 2: there are more or fewer cells than columns. Put a cell that holds the separator in quotation marks.")]
    [InlineData("pod,email,name,side\nemea,r@example.com,\"R\"x,sales", "Line 2: a quotation mark stands where none can be, or is not closed. Put the whole cell in quotation marks, and double those in it.")]
    [InlineData("pod,email,name,side\nemea,\"r@example.com,R,sales", "Line 2: a quotation mark stands where none can be, or is not closed. Put the whole cell in quotation marks, and double those in it.")]
    [InlineData("pod,email,name,side,podLead\nemea,r@example.com,R,sales,perhaps", "Line 2: podLead is \"perhaps\". It must be true or false.")]
    public async Task Wrong_file_is_refused(string csv, params string[] faults)
    {
        var ran = await Import(csv);

        Assert.Equal(1, ran.Code);
        Assert.Equal(faults, ran.Faults.SkipLast(1));
        Assert.Empty(await Members());
    }

    [Theory]
    [InlineData("")]
    [InlineData("pod,email,name,side\n")]
    public async Task File_without_members_is_refused(string csv) => Assert.Equal(1, (await Import(csv)).Code);

    [Fact]
    public async Task File_in_another_encoding_is_refused()
    {
        var file = terminal.File("latin1.csv");
        await File.WriteAllBytesAsync(file, Encoding.Latin1.GetBytes("pod,email,name,side\nemea,zoe@example.com,Zoë,sales\n"), Terminal.Ct);

        var ran = await terminal.Run("members", "import", file);

        Assert.Equal([$"{file} is not UTF-8. Save it as CSV in UTF-8.", "Nothing was imported. Faults: 1."], ran.Faults);
    }

    [Fact]
    public async Task Missing_file_is_refused()
    {
        var ran = await terminal.Run("members", "import", terminal.File("none.csv"));

        Assert.Equal(1, ran.Code);
        Assert.StartsWith($"{terminal.File("none.csv")} cannot be read: ", Assert.Single(ran.Faults), StringComparison.Ordinal);
    }

    private async Task<Ran> Import(string csv, params string[] more)
    {
        var file = terminal.File("members.csv");
        await File.WriteAllTextAsync(file, csv, Terminal.Ct);
        return await terminal.Run(["members", "import", file, .. more]);
    }

    private Task<IReadOnlyList<Member>> Members() => terminal.Look(store => store.Members(new PodId("emea"), Terminal.Ct));
}
