using AlignmentBot.Tests.Bot.Intake;

namespace AlignmentBot.Tests.Bot.CommandLine;

public sealed class BackupCommandTests : IDisposable
{
    private readonly Terminal terminal = new();

    public void Dispose() => terminal.Dispose();

    [Fact]
    public async Task Store_goes_back_to_what_was_backed_up()
    {
        await AddPod("emea");
        var backup = terminal.File("copy.db");

        var backedUp = await terminal.Run("backup", backup);
        await AddPod("apac");
        var restored = await terminal.Run("restore", backup);

        Assert.Equal((0, 0), (backedUp.Code, restored.Code));
        Assert.Equal(["emea"], (await terminal.Look(store => store.Pods(Terminal.Ct))).Select(pod => pod.Id.Value));
        Assert.Contains("The former store is kept as ", restored.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Running_bot_is_backed_up_and_cannot_be_restored_over()
    {
        await using var bot = await ApiBot.Start();
        var lead = await bot.HandOver("kept");
        var backup = terminal.File("copy.db");

        var backedUp = await Terminal.RunAt(bot.StorePath, "backup", backup);
        var refused = await Terminal.RunAt(bot.StorePath, "restore", backup);
        var restored = await terminal.Run("restore", backup);

        Assert.Equal((0, 1, 0), (backedUp.Code, refused.Code, restored.Code));
        Assert.Equal([$"A bot is running on {bot.StorePath}. Stop it before restoring."], refused.Faults);
        Assert.NotNull(await terminal.Look(store => store.FindLead(lead, Terminal.Ct)));
    }

    [Fact]
    public async Task Backup_never_overwrites()
    {
        await AddPod("emea");
        await terminal.Run("backup", terminal.File("copy.db"));

        var ran = await terminal.Run("backup", terminal.File("copy.db"));

        Assert.Equal(1, ran.Code);
        Assert.Equal([$"{terminal.File("copy.db")} exists already. Name a file that does not: a backup never overwrites one."], ran.Faults);
    }

    [Fact]
    public async Task Backup_into_a_missing_folder_is_refused()
    {
        await AddPod("emea");

        var ran = await terminal.Run("backup", Path.Combine(terminal.File("none"), "copy.db"));

        Assert.Equal(1, ran.Code);
        Assert.Single(ran.Faults);
    }

    [Fact]
    public async Task Store_that_is_not_there_cannot_be_backed_up()
    {
        var ran = await terminal.Run("backup", terminal.File("copy.db"));

        Assert.Equal(1, ran.Code);
        Assert.Equal([$"There is no store at {terminal.StorePath}. Name the file with Storage:Path."], ran.Faults);
    }

    [Fact]
    public async Task Missing_backup_cannot_be_restored()
    {
        var ran = await terminal.Run("restore", terminal.File("none.db"));

        Assert.Equal(1, ran.Code);
        Assert.Equal([$"There is no backup at {terminal.File("none.db")}."], ran.Faults);
    }

    private Task<Ran> AddPod(string id) => terminal.Run("pods", "add", id, "--name", id, "--time-zone", "Europe/Amsterdam");
}
