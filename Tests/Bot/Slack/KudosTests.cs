using AlignmentBot.Bot;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Slack;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Bot.Slack;

/// <summary>Thank-yous in Slack: typed as a command, taken back and reported by button.</summary>
public sealed class KudosTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Five_a_day_also_when_eight_are_typed_at_once()
    {
        await using var bot = await SlackBot.Start();

        var said = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Give(bot, Max, $"<@U0ROSA|rosa> for demo {number}")));

        Assert.Equal(5, said.Count(words => words.Contains("Your thank-you to Rosa is in the channel.", StringComparison.Ordinal)));
        Assert.Equal(3, said.Count(words => words.Contains("You have given 5 today", StringComparison.Ordinal)));
        Assert.Equal(5, await bot.Store.CountKudosGiven(Max.Id, Instant.MinValue, Ct));
    }

    [Theory]
    [InlineData("<@U0MAX|max> for me", "goes to somebody else")]
    [InlineData("<@U0MIA|mia> for the slides", "goes to the other side")]
    [InlineData("<@U0NOBODY|nobody> for nothing", "I do not know who")]
    public async Task Neither_to_oneself_nor_to_the_own_side_nor_to_nobody(string typed, string sentence)
    {
        await using var bot = await SlackBot.Start();

        Assert.Contains(sentence, await Give(bot, Max, typed), StringComparison.Ordinal);

        Assert.Equal(0, await bot.Store.CountKudosGiven(Max.Id, Instant.MinValue, Ct));
    }

    [Fact]
    public async Task Who_gave_it_takes_it_back_and_nobody_else()
    {
        await using var bot = await SlackBot.Start();
        var card = await Given(bot);

        await bot.As(Rosa).Click(card, ActionIds.WithdrawKudos);
        await bot.Until(() => bot.Workspace.Ephemerals.Any(heard => heard.User == "U0ROSA" && heard.Words.Contains("Only the person who gave it can take it back.", StringComparison.Ordinal)));
        Assert.Contains("the quick answer", card.Words, StringComparison.Ordinal);
        await bot.As(Max).Click(card, ActionIds.WithdrawKudos);

        await bot.Until(() => card.Words == "A thank-you from Max to Rosa was taken back.");
        Assert.IsType<KudosState.Withdrawn>((await bot.Store.KudosOf(Emea.Id, Instant.MinValue, Instant.MaxValue, Ct)).Single().Kudos.State);
    }

    [Fact]
    public async Task A_reported_one_is_hidden_and_a_team_lead_removes_it()
    {
        await using var bot = await SlackBot.Start();
        await bot.Service<DevClock>().MoveTo(Morning, Ct);
        var card = await Given(bot);

        await bot.As(Rosa).Click(card, ActionIds.ReportKudos);
        await bot.Until(() => card.Words == "A thank-you from Max to Rosa is hidden until a team lead has looked at it.");
        var report = await Eventually.Get(() => Task.FromResult(bot.Workspace.Messages.FirstOrDefault(message => message.Channel == "D0MONA" && message.Words.Contains("Somebody reported", StringComparison.Ordinal))));
        Assert.DoesNotContain("Rosa reported", report.Words, StringComparison.Ordinal);
        await bot.As(Mona).Click(report, ActionIds.RemoveKudos);

        await bot.Until(() => card.Words == "A thank-you from Max to Rosa was removed by a team lead.");
        await bot.Until(() => report.Words.Contains("It is gone.", StringComparison.Ordinal) && !report.Words.Contains("hidden", StringComparison.Ordinal));
    }

    private static async Task<string> Give(SlackBot bot, Member by, string typed) => (await bot.As(by).Slash("kudos " + typed, SlackBot.Channel)).Words;

    private static async Task<FakeMessage> Given(SlackBot bot)
    {
        await Give(bot, Max, "<@U0ROSA|rosa> for the quick answer");
        FakeMessage? card = null;
        await bot.Until(() => (card = bot.Workspace.In(SlackBot.Channel).FirstOrDefault(message => message.Words.Contains("the quick answer", StringComparison.Ordinal))) is not null);
        var kudos = (await bot.Store.KudosOf(Emea.Id, Instant.MinValue, Instant.MaxValue, Ct)).Single().Kudos;
        await Eventually.Get(() => bot.Store.FindMessage(AlignmentBot.Domain.Leads.Door.Slack, SlackBot.Channel, AwardSubjects.Kudos(kudos.Id), Ct).AsTask());
        return card!;
    }
}
