using System.Text.Json.Nodes;
using AlignmentBot.Cards;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Teams;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>Thank-yous in Teams: typed to the bot, taken back and reported by button.</summary>
public sealed class KudosTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_a_day_also_when_eight_are_typed_at_once()
    {
        await using var bot = await TeamsBot.Start();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => bot.As(Max).Say($"kudos @Rosa for demo {number}")));

        await bot.Until(() => bot.Teams.Messages.Count(message => message.Words.Contains("You have given 5 today", StringComparison.Ordinal)) == 3);
        await bot.Until(() => bot.Teams.In(TeamsBot.Channel).Count(message => message.Words.Contains("“demo ", StringComparison.Ordinal)) == 5);
        Assert.Equal(5, await bot.Store.CountKudosGiven(Max.Id, Instant.MinValue, Ct));
    }

    [Theory]
    [InlineData("@Max for me", "goes to somebody else")]
    [InlineData("@Mia for the slides", "goes to the other side")]
    public async Task Neither_to_oneself_nor_to_the_own_side(string typed, string sentence)
    {
        await using var bot = await TeamsBot.Start();

        await bot.As(Max).Say("kudos " + typed);

        await bot.Until(() => bot.Teams.Messages.Any(message => message.Words.Contains(sentence, StringComparison.Ordinal)));
        Assert.Equal(0, await bot.Store.CountKudosGiven(Max.Id, Instant.MinValue, Ct));
    }

    [Fact]
    public async Task Who_gave_it_takes_it_back_and_nobody_else()
    {
        await using var bot = await TeamsBot.Start();
        var (card, kudos) = await Given(bot);

        var refused = await Press(bot, Rosa, ActionIds.WithdrawKudos, kudos, card);
        Assert.Contains("Only the person who gave it can take it back.", refused.Body, StringComparison.Ordinal);
        await Press(bot, Max, ActionIds.WithdrawKudos, kudos, card);

        await bot.Until(() => card.Words == "A thank-you from Max to Rosa was taken back.");
    }

    [Fact]
    public async Task A_reported_one_is_hidden_until_a_team_lead_puts_it_back()
    {
        await using var bot = await TeamsBot.Start();
        await bot.Service<AlignmentBot.Bot.Hosting.DevClock>().MoveTo(Morning, Ct);
        var (card, kudos) = await Given(bot);

        await Press(bot, Rosa, ActionIds.ReportKudos, kudos, card);
        await bot.Until(() => card.Words.Contains("is hidden until a team lead has looked at it.", StringComparison.Ordinal));
        FakeTeamsMessage? report = null;
        await bot.Until(() => (report = bot.Teams.In(SendingBot.ChatOf(Mona)).FirstOrDefault(message => message.Words.Contains("Somebody reported", StringComparison.Ordinal))) is not null);
        await Press(bot, Mona, ActionIds.PutBackKudos, kudos, report!);

        await bot.Until(() => card.Words.Contains("the quick answer", StringComparison.Ordinal));
    }

    private static Task<TeamsAnswer> Press(TeamsBot bot, Member by, string verb, string kudos, FakeTeamsMessage message)
    {
        var user = bot.As(by);
        var activity = user.Invoke(
            "adaptiveCard/action",
            new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = new JsonObject { ["value"] = kudos, ["t"] = $"{verb}-{by.Id}" } }, ["trigger"] = "manual" },
            message.Conversation);
        activity["replyToId"] = message.Id;
        return bot.Post(activity);
    }

    private static async Task<(FakeTeamsMessage Card, string Kudos)> Given(TeamsBot bot)
    {
        await bot.As(Max).Say("kudos @Rosa for the quick answer");
        FakeTeamsMessage? card = null;
        await bot.Until(() => (card = bot.Teams.In(TeamsBot.Channel).FirstOrDefault(message => message.Words.Contains("the quick answer", StringComparison.Ordinal) && message.Buttons.Count > 0)) is not null);
        return (card!, (await bot.Store.KudosOf(Emea.Id, Instant.MinValue, Instant.MaxValue, Ct)).Single().Kudos.Id);
    }
}
