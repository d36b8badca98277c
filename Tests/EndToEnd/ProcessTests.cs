using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.EndToEnd;

/// <summary>How the process starts, refuses to start, and leaves.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public async Task Second_bot_on_the_same_file_is_refused_with_a_sentence()
    {
        await using var first = await BotProcess.Start(folder.File("bot.db"));
        await using var second = await BotProcess.Start(folder.File("bot.db"));

        Assert.Equal(1, second.ExitCode);
        Assert.Contains(folder.File("bot.db"), second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", second.Output, StringComparison.Ordinal);
        Assert.True((await first.Http.GetAsync("/health/live", TestContext.Current.CancellationToken)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Asked_to_leave_it_leaves_with_0_within_ten_seconds()
    {
        await using var bot = await BotProcess.Start(folder.File("bot.db"));

        var took = await bot.Terminate();

        Assert.Equal(0, bot.ExitCode);
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task File_that_is_no_store_is_refused_with_a_sentence()
    {
        await File.WriteAllTextAsync(folder.File("bot.db"), new string('x', 5000), TestContext.Current.CancellationToken);

        await using var bot = await BotProcess.Start(folder.File("bot.db"));

        Assert.Equal(1, bot.ExitCode);
        Assert.Contains("bot.db", bot.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", bot.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Clock:Start=yesterday", "Clock:Start is \"yesterday\"")]
    [InlineData("--Storage:Path=", "Storage:Path is empty")]
    [InlineData("--Local:Enabled=maybe", "Local")]
    public async Task Wrong_setting_is_named_with_its_value(string setting, string sentence)
    {
        await using var bot = await BotProcess.Start(folder.File("bot.db"), setting);

        Assert.Equal(1, bot.ExitCode);
        Assert.Contains(sentence, bot.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", bot.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clock_cannot_be_moved_where_others_depend_on_it()
    {
        await using var refused = await BotProcess.Start(folder.File("bot.db"), "--environment", "Production", "--Clock:Start=2026-11-01T08:00:00Z");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("Clock:Start is set", refused.Output, StringComparison.Ordinal);

        await using var bot = await BotProcess.Start(folder.File("bot.db"), "--environment", "Production");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await bot.Http.GetAsync("/dev/clock", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Clock_starts_where_it_is_told_and_moves()
    {
        await using var bot = await BotProcess.Start(folder.File("bot.db"), "--Clock:Start=2026-11-01T08:00:00Z");

        using var moved = await bot.Http.PostAsync("/dev/clock", new StringContent("""{"advance":"P1DT1H"}""", null, "application/json"), TestContext.Current.CancellationToken);

        Assert.StartsWith("""{"now":"2026-11-02T09:00""", await moved.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
