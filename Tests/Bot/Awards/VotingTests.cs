using System.Text.RegularExpressions;
using AlignmentBot.Bot;
using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Awards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Storage;
using AlignmentBot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using static AlignmentBot.Tests.Fakes.AwardBot;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Bot.Awards;

/// <summary>Votes as they come in: who may, for whom, how often, and what comes back.</summary>
public sealed partial class VotingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_vote_is_kept_with_a_receipt_and_the_dialog_shows_it_again()
    {
        await using var bot = await AwardBot.Open();
        var first = Assert.IsType<Answer.Ask>(await bot.AskToVote(Max)).Form;
        Assert.Null(Choice(first).Value);

        var said = Words(await bot.Vote(Max, Rosa));

        var again = Assert.IsType<Answer.Ask>(await bot.AskToVote(Max)).Form;
        Assert.Equal("rosa", Choice(again).Value);
        Assert.Contains(ReceiptIn(said), again.Intro!, StringComparison.Ordinal);
        Assert.Equal(Choice(first).Options, Choice(again).Options);
    }

    [Fact]
    public async Task The_last_change_stands_with_the_same_receipt_by_any_door()
    {
        await using var bot = await AwardBot.Open();
        await bot.Store.SaveMember(Max with { SlackUser = "U-max", TeamsUser = "aad-max" }, Ct);
        bot.Kit.Rosters.Forget(Emea.Id);
        var first = Words(await bot.Vote(Max, Rosa));
        var form = new Submission(new Visitor(AlignmentBot.Domain.Leads.Door.Teams, "aad-max"), "t1", "round.vote.v1", November.Value, new Dictionary<string, string> { ["choice"] = "sam" });

        var second = Words(await bot.Service<Voting>().Submit(form, Ct));

        Assert.Equal(ReceiptIn(first), ReceiptIn(second));
        Assert.Equal("sam", Choice(((Answer.Ask)await bot.AskToVote(Max)).Form).Value);
        Assert.Single((await bot.Store.BallotBox(November, Ct)).Ballots);
    }

    [Fact]
    public async Task An_old_press_that_comes_again_does_not_undo_the_change()
    {
        await using var bot = await AwardBot.Open();
        await bot.Vote(Max, Rosa, "d1");
        await bot.Vote(Max, Sam, "d2");
        await bot.Vote(Max, Rosa, "d1");

        Assert.Equal("sam", Choice(((Answer.Ask)await bot.AskToVote(Max)).Form).Value);
    }

    [Fact]
    public async Task Nobody_votes_for_themselves_for_their_own_side_or_for_nobody_even_with_a_forged_form()
    {
        await using var bot = await AwardBot.Open();

        Assert.Contains("You cannot vote for yourself", Words(await bot.Vote(Max, Max)), StringComparison.Ordinal);
        Assert.Contains("not on your ballot", Words(await bot.Vote(Max, Mia)), StringComparison.Ordinal);
        Assert.Contains("not on your ballot", Words(await bot.Send(Max, "'; DROP TABLE ballots; --")), StringComparison.Ordinal);
        Assert.Contains("Please choose", Words(await bot.Send(Max, string.Empty)), StringComparison.Ordinal);
        Assert.Contains("on no roster", Words(await bot.Vote(Stranger, Rosa)), StringComparison.Ordinal);
        Assert.Empty((await bot.Store.BallotBox(November, Ct)).Ballots);
        Assert.Empty(await bot.Store.Voted(November, Ct));
    }

    [Fact]
    public async Task Who_came_after_the_opening_has_no_vote_and_who_left_keeps_theirs()
    {
        await using var bot = await AwardBot.Open();
        await bot.Store.SaveMember(Gone with { Active = true, SlackUser = "U-gus" }, Ct);
        await bot.Store.SaveMember(Mia with { Active = false, SlackUser = "U-mia" }, Ct);
        bot.Kit.Rosters.Forget(Emea.Id);

        Assert.Contains("not on this round's list of voters", Words(await bot.Vote(Gone, Max)), StringComparison.Ordinal);
        Assert.Contains("is kept", Words(await bot.Vote(Mia, Rosa)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Until_the_last_second_and_not_after()
    {
        await using var bot = await AwardBot.Open();
        await bot.MoveTo(Closes - Duration.FromSeconds(1));
        Assert.Contains("is kept", Words(await bot.Vote(Max, Rosa)), StringComparison.Ordinal);

        bot.Jump(Closes);

        Assert.Contains("This vote is over", Words(await bot.Vote(Mia, Rosa)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_order_on_the_ballot_differs_between_voters()
    {
        await using var bot = await AwardBot.Open();
        var key = (await bot.Service<RoundKeys>().Find(November, Ct))!;
        var orders = Enumerable.Range(0, 60)
            .Select(number => string.Join(' ', new[] { Rosa, Sam, Lena }.OrderBy(nominee => key.Place(new($"v{number}"), nominee.Id)).Select(nominee => nominee.Name)))
            .Distinct(StringComparer.Ordinal);

        Assert.Equal(6, orders.Count());
    }

    [Fact]
    public async Task A_receipt_proves_after_the_announcement_that_the_vote_was_counted()
    {
        await using var bot = await AwardBot.Open();
        await RoundLifeTests.Everybody_votes(bot);
        var receipt = ReceiptIn(Words(await bot.Vote(Mona, null)));
        Assert.Contains("once the result is out", Words(await bot.Check(Mona, receipt)), StringComparison.Ordinal);
        var other = ReceiptIn(Words(await bot.Vote(Max, Rosa)));
        await bot.MoveTo(Announces);

        Assert.Equal("Yes, this abstention was counted.", Words(await bot.Check(Mona, receipt)));
        Assert.Equal("Yes, this vote was counted for Rosa.", Words(await bot.Check(Max, other.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal))));
        Assert.Contains("No counted vote", Words(await bot.Check(Max, "2222-2222-2222")), StringComparison.Ordinal);
        Assert.Contains("twelve letters", Words(await bot.Check(Max, "hello")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_private_card_says_that_one_has_voted_and_never_for_whom()
    {
        await using var bot = await AwardBot.Open();
        var before = Words(bot.Shown(AwardSubjects.Ballot(November, Max.Id))!);
        await bot.Vote(Max, Rosa);
        await bot.Settle();
        var rosa = Words(bot.Shown(AwardSubjects.Ballot(November, Max.Id))!);
        await bot.Vote(Max, Sam);
        await bot.Settle();

        Assert.Contains("Your vote is missing", before, StringComparison.Ordinal);
        Assert.Contains("You have voted. You can change your vote until", rosa, StringComparison.Ordinal);
        Assert.Equal(rosa, Words(bot.Shown(AwardSubjects.Ballot(November, Max.Id))!));
    }

    [Fact]
    public async Task A_private_card_is_drawn_for_nobody_else()
    {
        await using var bot = await AwardBot.Open();
        var cards = bot.Kit.Awards.GetRequiredService<AwardCards>();
        var ballot = AwardSubjects.Read(AwardSubjects.Ballot(November, Max.Id))!;

        Assert.NotNull(await cards.Draw(ballot, Max, Ct));
        Assert.Null(await cards.Draw(ballot, Mia, Ct));
    }

    [Fact]
    public async Task A_vote_that_comes_while_the_round_is_sealed_is_counted_or_refused_and_never_lost()
    {
        await using var bot = await AwardBot.Open();
        await bot.Vote(Max, Rosa);
        var stored = (await bot.Store.FindRound(November, Ct))!;
        var box = (await bot.Service<BallotBoxes>().Open(stored.Round, Ct))!;
        await bot.Vote(Mia, Rosa);

        var sealing = new RoundWrite(stored.Round, stored.Version, []) { Sealing = box.Sealing };

        Assert.IsType<CommitResult.Stale>(await bot.Store.Commit(new Commit { Rounds = [sealing] }, Ct));
    }

    [Fact]
    public void A_hidden_vote_opens_in_its_own_place_only()
    {
        var key = new RoundKey(November, [.. Enumerable.Range(0, RoundKey.Size).Select(number => (byte)number)]);
        var hidden = key.Hide(Award.Seller, Max.Id, Rosa.Id);

        Assert.Equal(Rosa.Id, key.Reveal(hidden));
        Assert.Null(key.Reveal(key.Hide(Award.Seller, Max.Id, null)));
        Assert.NotEqual(hidden.Choice, key.Hide(Award.Seller, Max.Id, Rosa.Id).Choice);
        Assert.Equal(hidden.Choice.Length, key.Hide(Award.Seller, Max.Id, null).Choice.Length);
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => key.Reveal(hidden with { Voter = key.Voter(Mia.Id) }));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => key.Reveal(hidden with { Award = Award.Marketer }));
    }

    internal static string ReceiptIn(string words) => ReceiptPattern().Match(words) is { Success: true } match ? match.Value : throw new InvalidOperationException($"No receipt in: {words}");

    private static FormField.Choice Choice(Form form) => (FormField.Choice)form.Fields[0];

    [GeneratedRegex("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ReceiptPattern();
}
