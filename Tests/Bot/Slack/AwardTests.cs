using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Slack;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Bot.Slack;

/// <summary>A whole month's awards at the strict fake Slack: ballots in direct messages, votes in modals, the result in the channel.</summary>
public sealed class AwardTests
{
    private static readonly RoundId November = new("emea.2026-11");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_month_from_the_first_lead_to_the_announcement()
    {
        await using var bot = await InNovember();
        Assert.Contains("to Rosa", (await bot.As(Max).Slash("kudos <@U0ROSA|rosa> for calling the same morning", SlackBot.Channel)).Words, StringComparison.Ordinal);
        await MoveTo(bot, Instant.FromUtc(2026, 11, 30, 9, 1));
        await bot.Until(() => Find(bot, SlackBot.Channel, "0 of 3 have voted") is not null && Ballot(bot, Max) is not null && Ballot(bot, Rosa) is not null);
        Assert.Contains("calling the same morning", Ballot(bot, Max)!.Words, StringComparison.Ordinal);

        Assert.Contains("Your vote for Rosa is kept. Receipt:", await Vote(bot, Max, "rosa"), StringComparison.Ordinal);
        await bot.Until(() => Ballot(bot, Max)!.Words.Contains("You have voted.", StringComparison.Ordinal));
        Assert.DoesNotContain("Receipt:", Ballot(bot, Max)!.Words, StringComparison.Ordinal);
        Assert.Contains("Your vote for Sam is kept.", await Vote(bot, Max, "sam"), StringComparison.Ordinal);
        Assert.Contains("You cannot vote for yourself.", await Vote(bot, Max, "max"), StringComparison.Ordinal);

        await MoveTo(bot, Instant.FromUtc(2026, 12, 1, 12, 0));
        await bot.Until(() => Find(bot, Direct(Mia), "your vote is still missing") is not null);
        Assert.Null(Find(bot, Direct(Max), "your vote is still missing"));
        foreach (var (by, choice) in new[] { (Mia, "rosa"), (Mona, "~abstain"), (Rosa, "max"), (Sam, "max"), (Lena, "mia") })
            Assert.Contains("is kept.", await Vote(bot, by, choice), StringComparison.Ordinal);

        await MoveTo(bot, Instant.FromUtc(2026, 12, 4, 9, 1));
        await bot.Until(() => Find(bot, SlackBot.Channel, "Marketer of the month") is { } card && card.Words.Contains("Votes: 2 of 3.", StringComparison.Ordinal));
        var result = Find(bot, SlackBot.Channel, "Votes: 2 of 3.")!;
        Assert.Contains("Seller of the month", result.Words, StringComparison.Ordinal);
        Assert.Contains("The agreement decided: the winner kept it better. 3 of 3 voted.", result.Words, StringComparison.Ordinal);
        Assert.Contains("Congratulations, ", result.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("image_url", result.Blocks.ToJsonString(), StringComparison.Ordinal);
        await bot.Until(() => Find(bot, Direct(Max), "The result is out.") is not null);
        Assert.Contains("Hall of fame", (await bot.As(Rosa).Slash("awards", SlackBot.Channel)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_of_a_vote_names_neither_the_voter_nor_the_choice()
    {
        await using var bot = await InNovember();
        await MoveTo(bot, Instant.FromUtc(2026, 11, 30, 9, 1));
        await bot.Until(() => Ballot(bot, Max) is not null);
        var before = bot.Log.Text.Length;

        await Vote(bot, Max, "rosa");

        var log = bot.Log.Text[before..];
        Assert.DoesNotContain("U0MAX", log, StringComparison.Ordinal);
        Assert.DoesNotContain("rosa", log, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_admin_pauses_extends_and_cancels_by_command_and_everybody_reads_why()
    {
        await using var bot = await InNovember();
        await MoveTo(bot, Instant.FromUtc(2026, 11, 30, 9, 1));
        await bot.Until(() => Ballot(bot, Max) is not null);

        Assert.Contains("Only an admin of the pod can do that", await Say(bot, Rosa, "vote cancel I lose"), StringComparison.Ordinal);
        Assert.Contains("Please add a reason", await Say(bot, Lena, "vote pause"), StringComparison.Ordinal);
        foreach (var (command, answer) in new[]
        {
            ("vote pause Fire drill", "Voting is paused."), ("vote resume", "Voting goes on until"), ("vote extend Half of us are at the fair", "Voting now ends"), ("vote cancel We reorganise", "The vote is cancelled"),
        })
        {
            Assert.Contains(answer, await Say(bot, Lena, command), StringComparison.Ordinal);
        }

        foreach (var words in new[] { "Reason: Fire drill", "resumed the vote", "Reason: Half of us are at the fair", "Reason: We reorganise" })
            await bot.Until(() => Find(bot, SlackBot.Channel, words) is not null);
        await bot.Until(() => Find(bot, SlackBot.Channel, "There is no award this month: We reorganise") is not null);
        Assert.Contains("No vote is open here.", await Say(bot, Max, "vote"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ActionIds.VoteOpenly, "the vote is open. Everybody sees afterwards who voted for whom.")]
    [InlineData(ActionIds.NoVote, "no vote this time, because marketing has too few people for a secret one.")]
    public async Task A_side_of_two_is_told_that_its_vote_cannot_be_secret_and_its_lead_chooses(string choice, string outcome)
    {
        await using var bot = await InNovember();
        await bot.Store.SaveMember(Mia with { SlackUser = SlackBot.UserOf(Mia), Active = false }, Ct);
        bot.Service<AlignmentBot.Bot.Handlers.Rosters>().Forget(Emea.Id);
        await MoveTo(bot, Instant.FromUtc(2026, 11, 30, 9, 1));
        await bot.Until(() => Find(bot, Direct(Mona), "so the vote cannot be secret: each would know the other's choice.") is not null);
        Assert.Null(Ballot(bot, Max));
        var question = Find(bot, Direct(Mona), "so the vote cannot be secret")!;

        await bot.As(Mona).Click(question, choice);

        await bot.Until(() => question.Words.Contains(outcome, StringComparison.Ordinal));
        if (choice == ActionIds.VoteOpenly)
            await bot.Until(() => Find(bot, Direct(Max), "Who sees what: this vote is open.") is not null);
        else
            Assert.Contains("no vote this time", await Say(bot, Max, "vote"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_Slack_cannot_fetch_does_not_cost_the_announcement()
    {
        await using var bot = await SlackBot.Start();
        var left = 1;
        bot.Slack.Refusal = method => method == "chat.postMessage" && Interlocked.Decrement(ref left) >= 0 ? "invalid_blocks" : null;
        var card = new Card("Awards", Tone.Good, [new Block.Paragraph([new Run.Plain("Rosa won.")]), new Block.Image("/x.png", new Uri("https://bot.example.com/x.png"), "Certificate")]);

        await bot.Service<ChannelSet>().Find(Door.Slack)!.Post(new Posting("e1", SlackBot.Channel, null, "award-result/x", ["award-result/x"], card), Ct);

        var message = Assert.Single(bot.Workspace.In(SlackBot.Channel));
        Assert.Contains("Rosa won.", message.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("image_url", message.Blocks.ToJsonString(), StringComparison.Ordinal);
    }

    private static async Task<SlackBot> InNovember()
    {
        var bot = await SlackBot.Start();
        bot.Service<MovableTime>().Set(Morning);
        await AwardLeads.PlanNovember(bot.Store);
        await AwardLeads.HandOut(bot.Service<LeadDesk>(), bot.Store, member => new Visitor(Door.Slack, SlackBot.UserOf(member)), bot.Service<BotClock>(), Rosa);
        return bot;
    }

    /// <summary>Opens the ballot from the private card, chooses, and says what the modal says then.</summary>
    private static async Task<string> Vote(SlackBot bot, Member by, string choice)
    {
        var open = bot.Workspace.Views.Count;
        await bot.As(by).Click(Ballot(bot, by)!, ActionIds.VoteForm);
        await bot.Until(() => bot.Workspace.Views.Count > open);
        var reply = await bot.As(by).Submit(bot.Workspace.Views[^1], (FieldNames.Choice, choice));
        return reply.Body;
    }

    private static async Task<string> Say(SlackBot bot, Member by, string words) => (await bot.As(by).Slash(words, SlackBot.Channel)).Words;

    private static Task MoveTo(SlackBot bot, Instant moment) => bot.Service<DevClock>().MoveTo(moment, Ct);

    private static string Direct(Member member) => "D0" + member.Id.Value.ToUpperInvariant();

    private static FakeMessage? Ballot(SlackBot bot, Member voter) => Find(bot, Direct(voter), "Who sees what: everybody");

    private static FakeMessage? Find(SlackBot bot, string channel, string words) =>
        bot.Workspace.Messages.LastOrDefault(message => message.Channel == channel && message.Words.Contains(words, StringComparison.Ordinal));
}
