using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Leads;
using NodaTime;
using static AlignmentBot.Tests.Domain.Awards.SampleRounds;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Awards;

/// <summary>A round's life.</summary>
public sealed class RoundDeciderTests
{
    private static readonly Instant Tuesday = Instant.FromUtc(2026, 12, 1, 12, 0);

    private static readonly Dictionary<Award, IReadOnlyCollection<MemberId?>> Everybody_voted = Votes([Rosa.Id, Rosa.Id, Sam.Id], [Max.Id, Max.Id, Mia.Id]);

    [Fact]
    public void It_closes_on_the_second_and_not_before()
    {
        Assert.IsType<RoundDecision.Unchanged>(Close(Open, Everybody_voted, ClosesAt - Duration.FromSeconds(1)));
        var closed = Happened(Close(Open, Everybody_voted, ClosesAt));

        var state = Assert.IsType<RoundState.Closed>(closed.Next.State);
        Assert.Equal(AnnouncesAt, state.AnnounceAt);
        Assert.Equal([Rosa.Id], state.Results[0].Winners);
        Assert.Equal([Max.Id], state.Results[1].Winners);
        Assert.Equal([typeof(RoundFact.Closed), typeof(RoundFact.Counted)], closed.Facts.Select(fact => fact.GetType()));
    }

    [Fact]
    public void A_missed_quorum_lengthens_it_once_by_two_working_days()
    {
        var longer = Happened(Close(Open, Votes([Rosa.Id], [Max.Id, Mia.Id]), ClosesAt));

        Assert.Equal(new RoundFact.Extended(Instant.FromUtc(2026, 12, 7, 16, 30), null), Assert.Single(longer.Facts));
        var end = Happened(Close(longer.Next, Votes([Rosa.Id], [Max.Id, Mia.Id]), Instant.FromUtc(2026, 12, 7, 16, 30)));
        Assert.Equal(AwardOutcome.NoQuorum.Instance, ((RoundState.Closed)end.Next.State).Results[0].Outcome);
        Assert.Equal([Max.Id], ((RoundState.Closed)end.Next.State).Results[1].Winners);
    }

    [Fact]
    public void A_ballot_that_nobody_votes_on_misses_no_quorum()
    {
        var round = Open with { Ballots = [Sellers with { Mode = BallotMode.Undecided }, Marketers] };

        Assert.IsType<RoundState.Closed>(Happened(Close(round, Votes([], [Max.Id, Mia.Id]), ClosesAt)).Next.State);
    }

    [Fact]
    public void It_is_announced_at_its_moment()
    {
        var closed = Happened(Close(Open, Everybody_voted, ClosesAt)).Next;

        Assert.IsType<RoundDecision.Unchanged>(Decide(closed, new RoundCommand.Announce(), Actor.Bot.Instance, AnnouncesAt - Duration.FromSeconds(1)));
        Assert.IsType<RoundState.Announced>(Happened(Decide(closed, new RoundCommand.Announce(), Actor.Bot.Instance, AnnouncesAt)).Next.State);
    }

    [Fact]
    public void A_paused_round_does_not_close_and_goes_on_with_its_lost_days()
    {
        var paused = Happened(Decide(Open, new RoundCommand.Pause(" Fire drill "), By(Lena), Tuesday)).Next;

        Assert.Equal(new RoundState.Paused((RoundState.Open)Open.State, Tuesday, Lena.Id, "Fire drill"), paused.State);
        Assert.IsType<RoundDecision.Unchanged>(Close(paused, Everybody_voted, ClosesAt));
        var resumed = Happened(Decide(paused, new RoundCommand.Resume(), By(Lena), Tuesday + Duration.FromDays(1)));
        Assert.Equal(new RoundFact.Resumed(Instant.FromUtc(2026, 12, 4, 16, 30)), Assert.Single(resumed.Facts));
    }

    [Fact]
    public void It_is_extended_three_times_by_hand_at_most()
    {
        var round = Open;
        for (var times = 0; times < 3; times++)
            round = Happened(Decide(round, new RoundCommand.Extend("Holidays"), By(Lena), Tuesday)).Next;

        Assert.Equal(new RoundRefusal.ExtendedEnough(3), Refused(Decide(round, new RoundCommand.Extend("More"), By(Lena), Tuesday)));
    }

    [Fact]
    public void What_everybody_sees_needs_a_reason()
    {
        Assert.Equal(new RoundRefusal.ReasonMissing(), Refused(Decide(Open, new RoundCommand.Cancel("  "), By(Lena), Tuesday)));
        Assert.Equal(new RoundRefusal.ReasonTooLong(300), Refused(Decide(Open, new RoundCommand.Pause(new string('x', 301)), By(Lena), Tuesday)));
        Assert.IsType<RoundDecision.Happened>(Decide(Open, new RoundCommand.Pause(new string('x', 300)), By(Lena), Tuesday));
    }

    [Fact]
    public void A_side_with_few_voters_is_chosen_for_once()
    {
        var round = Open with { Ballots = [Sellers with { Mode = BallotMode.Undecided }, Marketers] };
        var open = Happened(Decide(round, new RoundCommand.Choose(Award.Seller, VoteOpenly: true), By(Lena), Tuesday)).Next;

        Assert.Equal(BallotMode.Open, open.Find(Award.Seller)!.Mode);
        Assert.Equal(new RoundRefusal.NothingToChoose(), Refused(Decide(open, new RoundCommand.Choose(Award.Seller, VoteOpenly: false), By(Lena), Tuesday)));
        Assert.Equal(new RoundRefusal.NothingToChoose(), Refused(Decide(round, new RoundCommand.Choose(Award.Marketer, VoteOpenly: true), By(Lena), Tuesday)));
    }

    /// <summary>Every command meets every state: each pair has an answer, and what is over stays over.</summary>
    [Fact]
    public void Every_state_answers_every_command()
    {
        RoundState[] states =
        [
            Open.State, new RoundState.Paused((RoundState.Open)Open.State, Tuesday, Lena.Id, "x"), new RoundState.Closed(ClosesAt, AnnouncesAt, []),
            new RoundState.Announced(ClosesAt, AnnouncesAt, []), new RoundState.Cancelled(Tuesday, Lena.Id, "x"),
        ];
        RoundCommand[] commands =
        [
            new RoundCommand.Pause("x"), new RoundCommand.Resume(), new RoundCommand.Extend("x"), new RoundCommand.Cancel("x"),
            new RoundCommand.Close(Everybody_voted), new RoundCommand.Announce(), new RoundCommand.Choose(Award.Seller, true),
        ];
        foreach (var state in states)
        {
            foreach (var command in commands)
            {
                var decision = Decide(Open with { State = state }, command, By(Lena), AnnouncesAt);
                if (state is RoundState.Announced or RoundState.Cancelled)
                    Assert.IsNotType<RoundDecision.Happened>(decision);
            }
        }
    }

    [Fact]
    public void A_vote_counts_only_from_who_may_for_whom_they_may_while_they_may()
    {
        Assert.Null(VoteRights.Check(Open, Max.Id, Rosa.Id, Tuesday));
        Assert.Null(VoteRights.Check(Open, Max.Id, null, Tuesday));
        Assert.Equal(new RoundRefusal.OwnVote(), VoteRights.Check(Open, Max.Id, Max.Id, Tuesday));
        Assert.Equal(new RoundRefusal.NotNominated(), VoteRights.Check(Open, Max.Id, Mia.Id, Tuesday));
        Assert.Equal(new RoundRefusal.NoVote(OpensAt), VoteRights.Check(Open, Stranger.Id, Rosa.Id, Tuesday));
        Assert.Null(VoteRights.Check(Open, Max.Id, Rosa.Id, ClosesAt - Duration.FromSeconds(1)));
        Assert.Equal(new RoundRefusal.VotingOver(), VoteRights.Check(Open, Max.Id, Rosa.Id, ClosesAt));
        Assert.Equal(
            new RoundRefusal.NotVoted(Award.Seller, BallotMode.Undecided),
            VoteRights.Check(Open with { Ballots = [Sellers with { Mode = BallotMode.Undecided }, Marketers] }, Max.Id, Rosa.Id, Tuesday));
    }

    private static RoundDecision Close(Round round, Dictionary<Award, IReadOnlyCollection<MemberId?>> votes, Instant now) =>
        Decide(round, new RoundCommand.Close(votes), Actor.Bot.Instance, now);

    private static RoundDecision Decide(Round round, RoundCommand command, Actor actor, Instant now) => RoundDecider.Decide(round, command, actor, Calendar, now);

    private static RoundDecision.Happened Happened(RoundDecision decision) => Assert.IsType<RoundDecision.Happened>(decision);

    private static RoundRefusal Refused(RoundDecision decision) => Assert.IsType<RoundDecision.Refused>(decision).Why;
}
