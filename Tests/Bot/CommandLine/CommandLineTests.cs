using AlignmentBot.Bot.CommandLine;

namespace AlignmentBot.Tests.Bot.CommandLine;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("", false)]
    [InlineData("--urls http://127.0.0.1:5081", false)]
    [InlineData("--Storage:Path=x", false)]
    [InlineData("--Storage:Path x --Local:SampleData false", false)]
    [InlineData("--environment Development --Clock:Start=2026-11-01T08:00:00Z", false)]
    [InlineData("urls=http://127.0.0.1:5081", false)]
    [InlineData("keys list", true)]
    [InlineData("--Storage:Path=x keys list", true)]
    [InlineData("--Storage:Path x keys list", true)]
    [InlineData("keyz", true)]
    [InlineData("--help", true)]
    [InlineData("--version", true)]
    public void Configuration_alone_runs_the_bot_and_a_word_is_a_command(string line, bool command) =>
        Assert.Equal(command, BotCommandLine.IsCommand(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public async Task Help_names_the_commands()
    {
        using var terminal = new Terminal();

        var ran = await terminal.Run("--help");

        Assert.Equal(0, ran.Code);
        foreach (var command in new[] { "keys", "pods", "members", "backup", "restore" })
            Assert.Contains($"\n  {command} ", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("keyz list", "There is no command \"keyz\". Did you mean keys?", "dotnet run --project Bot -- --help")]
    [InlineData("pods lst", "There is no command \"lst\". Did you mean list?", "dotnet run --project Bot -- pods --help")]
    [InlineData("pods", "Required command was not provided.", "dotnet run --project Bot -- pods --help")]
    [InlineData("keys add", "Option '--scope' is required.", "dotnet run --project Bot -- keys add --help")]
    [InlineData("keys add crm --scope leads:wite", "--scope is \"leads:wite\". It must be one of leads:write, leads:read. Did you mean leads:write?", "dotnet run --project Bot -- keys add --help")]
    [InlineData("pods add EMEA", "ID is \"EMEA\". It must be 1 to 40 lower-case letters, digits and hyphens, such as emea.", "dotnet run --project Bot -- pods add --help")]
    [InlineData("pods add emea --time-zone Mars/Base", "--time-zone is \"Mars/Base\". It must be an IANA time zone such as Europe/Amsterdam.", "dotnet run --project Bot -- pods add --help")]
    [InlineData("pods add emea --hours mon=9-17", "--hours is \"mon=9-17\". \"9-17\": It must be a range such as 09:00-12:30.", "dotnet run --project Bot -- pods add --help")]
    [InlineData("pods add emea --hours noon=09:00-17:00", "--hours is \"noon=09:00-17:00\". It must be a day and its ranges, such as mon=09:00-12:30,13:00-17:30.", "dotnet run --project Bot -- pods add --help")]
    [InlineData("pods add emea --required-field fone", "--required-field is \"fone\". It must be a field of a lead such as phone or company.name, or fields.NAME for a field of your own. Did you mean phone?", "dotnet run --project Bot -- pods add --help")]
    [InlineData("members add --pod emea --email rosa --name Rosa --side sales", "--email is \"rosa\". It must be a mail address such as rosa@example.com.", "dotnet run --project Bot -- members add --help")]
    [InlineData("members add --pod emea --email r@example.com --name Rosa --side sals", "--side is \"sals\". It must be sales or marketing.", "dotnet run --project Bot -- members add --help")]
    [InlineData("members add --pod emea --email r@example.com --name Rosa --side sales --slack-user @rosa", "--slack-user is \"@rosa\". It must be the id of a Slack user such as U0123ABCD, not their name.", "dotnet run --project Bot -- members add --help")]
    public async Task Wrong_usage_exits_2_and_names_option_value_and_rule(string line, string fault, string help)
    {
        using var terminal = new Terminal();

        var ran = await terminal.Run(line.Split(' '));

        Assert.Equal(BotCommandLine.Usage, ran.Code);
        Assert.StartsWith(fault, ran.Faults[0], StringComparison.Ordinal);
        Assert.Equal($"Add --help to see how it is used: {help}", ran.Faults[^1]);
        Assert.False(File.Exists(terminal.StorePath));
    }

    [Fact]
    public async Task Mistyped_option_gets_the_nearest_one()
    {
        using var terminal = new Terminal();

        var ran = await terminal.Run("members", "remove", "--pod", "emea", "--emial", "rosa@example.com");

        Assert.Equal(BotCommandLine.Usage, ran.Code);
        Assert.Contains("Did you mean --email?", ran.Faults);
    }

    [Fact]
    public async Task File_that_is_no_store_is_refused_with_a_sentence()
    {
        using var terminal = new Terminal();
        await File.WriteAllTextAsync(terminal.StorePath, new string('x', 5000), Terminal.Ct);

        var ran = await terminal.Run("keys", "list");

        Assert.Equal(BotCommandLine.Refused, ran.Code);
        Assert.Contains("is not an AlignmentBot store", Assert.Single(ran.Faults), StringComparison.Ordinal);
    }
}
