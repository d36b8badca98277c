using AlignmentBot.Bot;
using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Awards;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using AlignmentBot.Storage;
using AlignmentBot.Tests.Fakes;
using NodaTime;
using static AlignmentBot.Tests.Fakes.AwardBot;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Bot.Awards;

/// <summary>A month's round through the real timers, store and outbox.</summary>
public sealed class RoundLifeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_opens_on_time_once_and_hands_out_a_ballot_to_everybody()
    {
        await using var bot = await AwardBot.Start();
        await bot.MoveTo(Opens - Duration.FromSeconds(1));
        Assert.Null(await bot.Store.FindRound(November, Ct));

        await bot.MoveTo(Opens + Duration.FromSeconds(1));

        var round = await bot.Round();
        Assert.Equal(new RoundState.Open(Closes, 0, ExtendedForQuorum: false), round.State);
        Assert.False(round.OpenedLate);
        Assert.All(Everybody, member => Assert.Single(bot.ToldTo(member), subject => subject == AwardSubjects.Ballot(November, member.Id)));
        Assert.Contains("Seller of the month: marketing votes. 0 of 3 have voted.", bot.Channel(), StringComparison.Ordinal);
        Assert.Contains("Seller of the month, November 2026", Words(bot.Shown(AwardSubjects.Ballot(November, Max.Id))!), StringComparison.Ordinal);
        Assert.Contains("Marketer of the month, November 2026", Words(bot.Shown(AwardSubjects.Ballot(November, Rosa.Id))!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_was_down_opens_late_and_says_so()
    {
        await using var bot = await AwardBot.Start();
        bot.Jump(Opens + Duration.FromHours(26));
        await bot.Settle();

        Assert.True((await bot.Round()).OpenedLate);
        Assert.Equal(Instant.FromUtc(2026, 12, 4, 16, 30), ((RoundState.Open)(await bot.Round()).State).ClosesAt);
        Assert.Contains("so it opened late", bot.Channel(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_that_was_slept_through_is_missed_and_the_next_one_opens()
    {
        await using var bot = await AwardBot.Start();
        bot.Jump(Instant.FromUtc(2027, 1, 4, 9, 0));
        await bot.Settle();

        Assert.Equal(new RoundState.Cancelled(bot.Kit.Clock.Now, null, string.Empty), (await bot.Round()).State);
        Assert.Equal("emea.2027-01", (await bot.Store.FindTimer("award/open/emea", Ct))!.Subject);
        Assert.NotNull(await bot.Store.FindRound(new RoundId("emea.2026-12"), Ct));
    }

    [Fact]
    public async Task A_month_is_never_opened_twice()
    {
        await using var bot = await AwardBot.Open();
        var before = await bot.Round();
        await bot.Store.Commit(new Commit { Timers = [AwardTimers.Opening(Emea.Id, November, bot.Kit.Clock.Now)] }, Ct);
        await bot.Service<AwardPlanning>().Schedule(Ct);

        await bot.Settle();

        Assert.Equal(before, await bot.Round());
        Assert.Single(await bot.Store.RoundHistory(November, Ct));
        Assert.Single(bot.ToldTo(Max));
    }

    [Fact]
    public async Task Only_who_has_not_voted_is_reminded_twice_at_most()
    {
        await using var bot = await AwardBot.Open();
        await bot.Vote(Max, Rosa);
        await bot.MoveTo(Instant.FromUtc(2026, 12, 1, 12, 0));
        await bot.Vote(Rosa, Max);
        await bot.MoveTo(Closes - Duration.FromMinutes(1));

        Assert.Equal(0, Reminders(bot, Max));
        Assert.Equal(1, Reminders(bot, Rosa));
        Assert.Equal(2, Reminders(bot, Sam));
    }

    [Fact]
    public async Task Nobody_is_told_in_private_outside_their_own_hours()
    {
        await using var bot = await AwardBot.Start();
        var late = new Shift(new LocalTime(14, 0), new LocalTime(20, 0));
        var week = new WorkWeek([late], [late], [late], [late], [late], [], []);
        await bot.Store.SaveMember(Sam with { SlackUser = "U-sam", Hours = week }, Ct);
        await bot.Store.SaveMember(Mia with { SlackUser = "U-mia", Off = [new DaysOff(new LocalDate(2026, 11, 30), new LocalDate(2026, 12, 1), null)] }, Ct);
        bot.Kit.Rosters.Forget(Emea.Id);

        await bot.MoveTo(Opens + Duration.FromMinutes(1));
        Assert.Empty(bot.ToldTo(Sam));
        await bot.MoveTo(Instant.FromUtc(2026, 11, 30, 13, 0));

        Assert.Equal([AwardSubjects.Ballot(November, Sam.Id)], bot.ToldTo(Sam));
        Assert.Empty(bot.ToldTo(Mia));
        await bot.MoveTo(Instant.FromUtc(2026, 12, 2, 8, 0));
        Assert.Contains(AwardSubjects.Ballot(November, Mia.Id), bot.ToldTo(Mia));
    }

    [Fact]
    public async Task It_closes_counts_and_is_announced_the_next_morning_and_nobody_hears_it_before()
    {
        await using var bot = await AwardBot.Open();
        await Everybody_votes(bot);
        await bot.MoveTo(Closes);

        Assert.IsType<RoundState.Closed>((await bot.Round()).State);
        Assert.DoesNotContain("Seller of the month: Rosa", bot.Channel(), StringComparison.Ordinal);
        Assert.Null(bot.Shown(AwardSubjects.Outcome(November)));
        await bot.MoveTo(Announces);

        var result = Words(bot.Shown(AwardSubjects.Outcome(November))!);
        Assert.Contains("Seller of the month: Rosa", result, StringComparison.Ordinal);
        Assert.Contains("Votes: 2 of 3. 3 of 3 voted.", result, StringComparison.Ordinal);
        Assert.DoesNotContain("Votes: 1", result, StringComparison.Ordinal);
        Assert.Contains("Marketer of the month: Max", result, StringComparison.Ordinal);
        Assert.Equal(
            [typeof(RoundFact.Opened), typeof(RoundFact.Closed), typeof(RoundFact.Counted), typeof(RoundFact.Announced)],
            (await bot.Store.RoundHistory(November, Ct)).Select(happened => happened.Fact.GetType()));
    }

    [Fact]
    public async Task A_missed_quorum_gives_more_time_once_and_then_no_winner_kindly()
    {
        await using var bot = await AwardBot.Open();
        await bot.Vote(Max, Rosa);
        await bot.MoveTo(Closes);
        Assert.Contains("Not enough people have voted for November 2026 yet.", bot.Channel(), StringComparison.Ordinal);

        await bot.MoveTo(Instant.FromUtc(2026, 12, 8, 9, 0));

        var result = Words(bot.Shown(AwardSubjects.Outcome(November))!);
        Assert.Contains("Seller of the month: no winner this time", result, StringComparison.Ordinal);
        Assert.Contains("Only 1 of 3 voted, and 50 % are needed. No harm done", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Admins_pause_resume_extend_and_cancel_with_a_reason_that_everybody_sees()
    {
        await using var bot = await AwardBot.Open();
        await bot.Vote(Max, Rosa);

        Assert.Contains("Only an admin", Words(await bot.Say(Rosa, "vote pause Fire drill")), StringComparison.Ordinal);
        Assert.Contains("Please add a reason", Words(await bot.Say(Lena, "vote pause")), StringComparison.Ordinal);
        Assert.Contains("Voting is paused.", Words(await bot.Say(Lena, "vote pause Fire drill")), StringComparison.Ordinal);
        Assert.Contains("Voting is paused: Fire drill", Words(await bot.Vote(Mia, Rosa)), StringComparison.Ordinal);
        Assert.Contains("Voting goes on", Words(await bot.Say(Lena, "vote resume now")), StringComparison.Ordinal);
        Assert.Contains("Voting now ends", Words(await bot.Say(Lena, "vote extend Half of us are at the fair")), StringComparison.Ordinal);
        Assert.Contains("cancelled", Words(await bot.Say(Lena, "vote cancel We reorganise")), StringComparison.Ordinal);
        await bot.Settle();

        foreach (var reason in new[] { "Reason: Fire drill", "Lena resumed the vote", "Reason: Half of us are at the fair", "Reason: We reorganise" })
            Assert.Contains(reason, bot.Channel(), StringComparison.Ordinal);
        Assert.Empty((await bot.Store.BallotBox(November, Ct)).Ballots);
        Assert.Empty(await bot.Store.SealedBallots(November, Ct));
        Assert.Null(await bot.Service<RoundKeys>().Find(November, Ct));
    }

    [Fact]
    public async Task The_same_command_twice_is_done_once()
    {
        await using var bot = await AwardBot.Open();
        var first = Words(await bot.Say(Lena, "vote extend Fair", "extend-1"));

        Assert.Equal(first, Words(await bot.Say(Lena, "vote extend Fair", "extend-1")));
        Assert.Equal(1, ((RoundState.Open)(await bot.Round()).State).ExtendedByHand);
    }

    [Fact]
    public async Task A_side_with_few_voters_gets_an_open_vote_when_an_admin_chooses_it()
    {
        await using var bot = await AwardBot.Start();
        await bot.Store.SaveMember(Mia with { SlackUser = "U-mia", Active = false }, Ct);
        bot.Kit.Rosters.Forget(Emea.Id);
        await bot.MoveTo(Opens + Duration.FromMinutes(1));
        Assert.Contains(AwardSubjects.Choose(November, Award.Seller, Lena.Id), bot.ToldTo(Lena));
        Assert.DoesNotContain(AwardSubjects.Ballot(November, Max.Id), bot.ToldTo(Max));
        Assert.Contains("too few people", Words(await bot.Vote(Max, Rosa)), StringComparison.Ordinal);

        Assert.IsType<Answer.Redraw>(await bot.Press(Lena, ActionIds.VoteOpenly, November + "/seller"));
        await bot.Settle();
        Assert.Contains(AwardSubjects.Ballot(November, Max.Id), bot.ToldTo(Max));
        Assert.Contains("this vote is open", Words(bot.Shown(AwardSubjects.Ballot(November, Max.Id))!), StringComparison.Ordinal);
        await bot.Vote(Max, Rosa);
        await bot.Vote(Mona, null);
        await bot.MoveTo(Instant.FromUtc(2026, 12, 9, 12, 0));

        Assert.Contains("The vote was open: Max for Rosa; Mona abstained.", Words(bot.Shown(AwardSubjects.Outcome(November))!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pod_without_leads_has_no_round_and_hears_nothing()
    {
        await using var bot = await AwardBot.Start(leads: false);
        await bot.MoveTo(Opens + Duration.FromDays(1));

        Assert.IsType<RoundState.Cancelled>((await bot.Round()).State);
        Assert.Null(bot.Shown(AwardSubjects.Round(November)));
        Assert.Empty(bot.ToldTo(Max));
        Assert.Contains("No vote is open here. The next one opens 31 Dec 2026", Words(await bot.Say(Max, "vote ")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_key_a_round_ends_without_a_count()
    {
        await using var bot = await AwardBot.Open();
        await bot.Vote(Max, Rosa);
        bot.Service<RoundKeys>().Destroy(November);

        Assert.Contains("the key that protects the votes is lost", Words(await bot.Vote(Mia, Rosa)), StringComparison.Ordinal);
        await bot.MoveTo(Closes);

        Assert.IsType<RoundState.Cancelled>((await bot.Round()).State);
        Assert.Contains("Nobody's vote was seen.", bot.Channel(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hall_of_fame_grows_and_december_sums_up_the_year()
    {
        await using var bot = await AwardBot.Open();
        Assert.Contains("No award has been given here yet", Words(await bot.Say(Max, "awards ")), StringComparison.Ordinal);
        await Everybody_votes(bot);
        await bot.MoveTo(Announces);

        Assert.Contains("November 2026: Seller of the month: Rosa.", Words(await bot.Say(Max, "awards ")), StringComparison.Ordinal);
        Assert.Null(bot.Shown(AwardSubjects.Year(Emea.Id, 2026)));
    }

    internal static async Task Everybody_votes(AwardBot bot)
    {
        foreach (var (by, choice) in new[] { (Max, Rosa), (Mia, Rosa), (Mona, Sam), (Rosa, Max), (Sam, Max), (Lena, Max) })
            Assert.Contains("is kept. Receipt:", Words(await bot.Vote(by, choice)), StringComparison.Ordinal);
    }

    private static int Reminders(AwardBot bot, Member member) => bot.WordsTo(member).Count(words => words.Contains("your vote is still missing", StringComparison.Ordinal));
}
