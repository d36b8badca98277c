using AlignmentBot.Bot.CommandLine;
using AlignmentBot.Tests.Fakes;
using Microsoft.Data.Sqlite;
using static AlignmentBot.Tests.Fakes.AwardBot;

namespace AlignmentBot.Tests.Bot.Awards;

/// <summary><c>awards verify ROUND</c>.</summary>
public sealed class VerifyCommandTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sealed_votes_give_the_published_result()
    {
        await using var bot = await AwardBot.Open();
        await RoundLifeTests.Everybody_votes(bot);
        await bot.MoveTo(Announces);

        var (code, output, _) = await Verify(bot, November.Value);

        Assert.Equal(BotCommandLine.Done, code);
        Assert.Contains("Seller of the month: 3 of 3 voted, 0 abstained; Rosa 2, Sam 1; winner: Rosa (by Votes).", output, StringComparison.Ordinal);
        Assert.Contains("the sealed votes give the published result", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE sealed_ballots SET choice = 'sam' WHERE award = 'seller'", "published for the Seller")]
    [InlineData("DELETE FROM sealed_ballots WHERE award = 'marketer' AND receipt = (SELECT min(receipt) FROM sealed_ballots WHERE award = 'marketer')", "3 people voted for the Marketer, and 2 votes are sealed.")]
    [InlineData("UPDATE sealed_ballots SET choice = 'nobody' WHERE award = 'seller'", "3 sealed votes for the Seller cannot be counted.")]
    [InlineData("DELETE FROM round_events WHERE kind = 'counted'", "the history keeps another count")]
    public async Task A_difference_is_named(string tampering, string difference)
    {
        await using var bot = await AwardBot.Open();
        await RoundLifeTests.Everybody_votes(bot);
        await bot.MoveTo(Announces);
        Tamper(bot, tampering);

        var (code, output, error) = await Verify(bot, November.Value);

        Assert.Equal(BotCommandLine.Refused, code);
        Assert.Contains(difference, output, StringComparison.Ordinal);
        Assert.Contains("do not give the published result", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_told_before_the_announcement()
    {
        await using var bot = await AwardBot.Open();
        await RoundLifeTests.Everybody_votes(bot);
        Assert.Contains("voting is open", (await Verify(bot, November.Value)).Error, StringComparison.Ordinal);
        await bot.MoveTo(Closes);

        var (code, output, error) = await Verify(bot, November.Value);

        Assert.Equal(BotCommandLine.Refused, code);
        Assert.Empty(output);
        Assert.Contains("the announcement is still to come", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("emea.2020-01", "There is no round emea.2020-01", BotCommandLine.Refused)]
    [InlineData("november", "It must be a pod and a month such as emea.2026-11.", BotCommandLine.Usage)]
    public async Task A_round_that_is_not_there_is_named(string round, string sentence, int expected)
    {
        await using var bot = await AwardBot.Start();

        var (code, _, error) = await Verify(bot, round);

        Assert.Equal(expected, code);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> Verify(AwardBot bot, string round)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await BotCommandLine.Run(["awards", "verify", round, "--Storage:Path=" + bot.Kit.File], output, error, Ct);
        return (code, output.ToString(), error.ToString());
    }

    private static void Tamper(AwardBot bot, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={bot.Kit.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is ours.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
