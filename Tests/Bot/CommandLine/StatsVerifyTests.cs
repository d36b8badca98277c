using AlignmentBot.Domain.Statistics;
using AlignmentBot.Storage.Figures;
using AlignmentBot.Tests.Bot.Intake;
using Microsoft.Data.Sqlite;

namespace AlignmentBot.Tests.Bot.CommandLine;

/// <summary><c>stats verify</c> beside a bot that runs: what it says when all is well, and that it finds what is not.</summary>
public sealed class StatsVerifyTests
{
    [Fact]
    public async Task Figures_that_agree_with_their_events_are_said_to()
    {
        await using var bot = await ApiBot.Start();
        await bot.HandOver("ada");
        await bot.HandOver("ben");

        var ran = await Terminal.RunAt(bot.StorePath, "stats", "verify");

        Assert.Equal(0, ran.Code);
        Assert.Contains("days counted from their events: 1 (2 leads); days that differ: none", ran.Output, StringComparison.Ordinal);
        Assert.Contains("The figures are what the events say.", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_says_something_else_than_its_events_is_named()
    {
        await using var bot = await ApiBot.Start();
        await bot.HandOver("ada");
        await Terminal.RunAt(bot.StorePath, "stats", "verify");
        var day = Plant(bot.StorePath);

        var ran = await Terminal.RunAt(bot.StorePath, "stats", "verify");

        Assert.Equal(1, ran.Code);
        Assert.Contains($"days that differ: {day}", ran.Output, StringComparison.Ordinal);
        Assert.Equal(["Some days differ from their events. Please report this, with the lines above: it is a fault of the program."], ran.Faults);
    }

    /// <summary>Puts the digest of a day without leads where the day's digest is.</summary>
    private static string Plant(string store)
    {
        using var connection = new SqliteConnection($"Data Source={store};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE digests SET body = @body RETURNING date(day * 86400, 'unixepoch')";
        command.Parameters.AddWithValue("@body", DayDigest.Of(default, []).Body.ToArray());
        return Assert.IsType<string>(command.ExecuteScalar());
    }
}
