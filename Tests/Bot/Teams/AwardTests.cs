using System.Net;
using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Bot.Awards;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Teams;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>A whole month's awards at the strict fake connector: ballots in personal chats, votes in dialogs, the result in the channel.</summary>
public sealed class AwardTests
{
    private const string PublicUrl = "https://bot.example.com";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_month_from_the_first_lead_to_the_announcement()
    {
        await using var bot = await InNovember("--PublicUrl=" + PublicUrl);
        await bot.As(Max).Say("kudos @Rosa for calling the same morning");
        await bot.Until(() => Find(bot, TeamsBot.Channel, "“calling the same morning”") is not null);
        await MoveTo(bot, Instant.FromUtc(2026, 11, 30, 9, 1));
        await bot.Until(() => Find(bot, TeamsBot.Channel, "0 of 3 have voted") is not null && Everybody.All(member => Ballot(bot, member) is not null));
        Ballots_have_figures_for_both_sides(bot);

        var first = (await Vote(bot, Max, "rosa")).Sentence;
        Assert.Contains("Your vote for Rosa is kept. Receipt:", first, StringComparison.Ordinal);
        await bot.Until(() => Ballot(bot, Max)!.Words.Contains("You have voted.", StringComparison.Ordinal));
        var changed = (await Vote(bot, Max, "sam")).Sentence;
        Assert.Contains("Your vote for Sam is kept.", changed, StringComparison.Ordinal);
        Assert.Equal(VotingTests.ReceiptIn(first), VotingTests.ReceiptIn(changed));
        await Refuses_a_vote_for_oneself(bot);

        await MoveTo(bot, Instant.FromUtc(2026, 12, 1, 12, 0));
        await bot.Until(() => Find(bot, Chat(Mia), "your vote is still missing") is not null);
        Assert.Null(Find(bot, Chat(Max), "your vote is still missing"));
        foreach (var (by, choice) in new[] { (Mia, "rosa"), (Mona, "~abstain"), (Rosa, "max"), (Sam, "max"), (Lena, "mia") })
            Assert.Contains("is kept.", (await Vote(bot, by, choice)).Sentence, StringComparison.Ordinal);

        await MoveTo(bot, Instant.FromUtc(2026, 12, 3, 16, 31));
        Assert.Contains("This vote is over", (await Press(bot, Mia)).Sentence, StringComparison.Ordinal);
        await MoveTo(bot, Instant.FromUtc(2026, 12, 4, 9, 1));
        await bot.Until(() => Find(bot, TeamsBot.Channel, "A reaction below makes their day") is not null);
        await The_result_is_the_one_that_the_agreement_decided(bot);
        await bot.Until(() => Find(bot, Chat(Max), "The result is out.") is not null);
        await bot.As(Rosa).Say("awards");
        await bot.Until(() => bot.Teams.Messages.Any(message => message.Words.Contains("Hall of fame", StringComparison.Ordinal) && message.Words.Contains("Seller of the month: Rosa.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_receipt_is_checked_in_a_dialog()
    {
        await using var bot = await InNovember();
        await MoveTo(bot, Instant.FromUtc(2026, 11, 30, 9, 1));
        await bot.Until(() => Ballot(bot, Max) is not null && Ballot(bot, Mia) is not null);
        var receipt = VotingTests.ReceiptIn((await Vote(bot, Max, "rosa")).Sentence);
        await Vote(bot, Mia, "rosa");
        await MoveTo(bot, Instant.FromUtc(2026, 12, 8, 9, 1));
        await bot.Until(() => Find(bot, TeamsBot.Channel, "Check a receipt") is not null);
        var button = Find(bot, TeamsBot.Channel, "Check a receipt")!.Buttons.Single(button => button.Verb == ActionIds.CheckReceiptForm);

        var user = bot.As(Max);
        var said = await user.Send(await user.Open(button.Verb, button.Value), (FieldNames.Receipt, receipt));

        Assert.Equal("Yes, this vote was counted for Rosa.", said.Sentence);
    }

    [Fact]
    public async Task Without_an_address_that_Teams_reaches_the_announcement_stands_by_its_words()
    {
        await using var bot = await InNovember();
        await MoveTo(bot, Instant.FromUtc(2026, 11, 30, 9, 1));
        await bot.Until(() => Ballot(bot, Max) is not null && Ballot(bot, Mia) is not null);
        await Vote(bot, Max, "rosa");
        await Vote(bot, Mia, "rosa");
        await MoveTo(bot, Instant.FromUtc(2026, 12, 8, 9, 1));
        await bot.Until(() => Find(bot, TeamsBot.Channel, "A reaction below makes their day") is not null);

        var result = Find(bot, TeamsBot.Channel, "A reaction below makes their day")!;

        Assert.DoesNotContain("\"Image\"", result.Card.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(result.Card["body"]!.AsArray(), part => part!["text"]?.GetValue<string>() == "Seller of the month: Rosa" && part["style"]?.GetValue<string>() == "heading");
        Assert.Contains("Congratulations,", result.Words, StringComparison.Ordinal);
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
        Assert.DoesNotContain("aad-max", log, StringComparison.Ordinal);
        Assert.DoesNotContain("rosa", log, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Neither_the_most_talkative_log_nor_any_table_has_the_choice_or_the_receipt_of_a_vote()
    {
        await using var bot = await InNovember("--Logging:LogLevel:Default=Trace");
        await MoveTo(bot, Instant.FromUtc(2026, 11, 30, 9, 1));
        await bot.Until(() => Ballot(bot, Max) is not null);
        var (logged, stored) = (bot.Log.Text.Length, StoreDump.Lines(bot.StorePath));

        var receipt = VotingTests.ReceiptIn((await Vote(bot, Max, "rosa")).Sentence);
        await bot.Until(() => Ballot(bot, Max)!.Words.Contains("You have voted.", StringComparison.Ordinal));

        var left = bot.Log.Text[logged..] + StoreDump.Since(stored, bot.StorePath);
        Assert.Contains("ballot/emea.2026-11/max", left, StringComparison.Ordinal);
        Assert.All(new[] { "rosa", receipt, receipt.Replace("-", string.Empty, StringComparison.Ordinal) }, word => Assert.DoesNotContain(word, left, StringComparison.OrdinalIgnoreCase));
    }

    private static void Ballots_have_figures_for_both_sides(TeamsBot bot)
    {
        Assert.Contains("Seller of the month, November 2026", Ballot(bot, Max)!.Words, StringComparison.Ordinal);
        Assert.Contains("calling the same morning", Ballot(bot, Max)!.Words, StringComparison.Ordinal);
        Assert.Contains("Agreement kept: ", Ballot(bot, Max)!.Words, StringComparison.Ordinal);
        Assert.Contains("Marketer of the month, November 2026", Ballot(bot, Rosa)!.Words, StringComparison.Ordinal);
        Assert.Contains("Accepted by sales: ", Ballot(bot, Rosa)!.Words, StringComparison.Ordinal);
    }

    private static async Task Refuses_a_vote_for_oneself(TeamsBot bot)
    {
        var refused = await Vote(bot, Max, "max");

        Assert.Equal("continue", refused.Type);
        Assert.Contains("You cannot vote for yourself.", refused.Body, StringComparison.Ordinal);
    }

    /// <summary>Rosa and Sam have one vote each; Rosa contacted her leads, and Sam did not.</summary>
    private static async Task The_result_is_the_one_that_the_agreement_decided(TeamsBot bot)
    {
        var result = Find(bot, TeamsBot.Channel, "A reaction below makes their day")!;
        Assert.Contains("Seller of the month: Rosa", result.Words, StringComparison.Ordinal);
        Assert.Contains("The agreement decided: the winner kept it better. 3 of 3 voted.", result.Words, StringComparison.Ordinal);
        Assert.Contains("Marketer of the month: Max", result.Words, StringComparison.Ordinal);
        Assert.Contains("Votes: 2 of 3.", result.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Sam", result.Words, StringComparison.Ordinal);

        var picture = result.Card["body"]!.AsArray().Select(part => part!["url"]?.GetValue<string>()).OfType<string>().First();
        Assert.StartsWith($"{PublicUrl}/certificates/{AwardBot.November}/seller-", picture, StringComparison.Ordinal);
        using var client = new HttpClient { BaseAddress = bot.Address };
        using var fetched = await client.GetAsync(new Uri(picture[PublicUrl.Length..], UriKind.Relative), Ct);
        Assert.Equal((HttpStatusCode.OK, "image/png"), (fetched.StatusCode, fetched.Content.Headers.ContentType?.MediaType));
    }

    private static async Task<TeamsBot> InNovember(params string[] more)
    {
        var bot = await TeamsBot.Start(null, more);
        await MoveTo(bot, Morning);
        await AwardLeads.PlanNovember(bot.Store);
        await AwardLeads.HandOut(bot.Service<LeadDesk>(), bot.Store, member => new Visitor(Door.Teams, TeamsBot.AccountOf(member)), bot.Service<BotClock>(), Rosa);
        return bot;
    }

    /// <summary>Opens the ballot from the private card, chooses, and says what the dialog says then.</summary>
    private static async Task<TeamsAnswer> Vote(TeamsBot bot, Member by, string choice)
    {
        var user = bot.As(by);
        Assert.Single(Ballot(bot, by)!.Buttons, button => button is { Verb: ActionIds.VoteForm, OpensDialog: true } && button.Value == AwardBot.November.Value);
        var dialog = await Press(bot, by);
        Assert.Empty(AdaptiveCardRules.Of(dialog.Card.ToJsonString()));
        return await user.Send(dialog, user.Chat, (FieldNames.Choice, choice));
    }

    private static async Task<TeamsAnswer> Press(TeamsBot bot, Member by)
    {
        var user = bot.As(by);
        return await user.Open(ActionIds.VoteForm, AwardBot.November.Value, user.Chat);
    }

    private static Task MoveTo(TeamsBot bot, Instant moment) => bot.Service<DevClock>().MoveTo(moment, Ct);

    private static string Chat(Member member) => SendingBot.ChatOf(member);

    private static FakeTeamsMessage? Ballot(TeamsBot bot, Member voter) => Find(bot, Chat(voter), "Who sees what: everybody");

    private static FakeTeamsMessage? Find(TeamsBot bot, string conversation, string words) =>
        bot.Teams.Messages.LastOrDefault(message => message.Conversation == conversation && message.Words.Contains(words, StringComparison.Ordinal));
}
