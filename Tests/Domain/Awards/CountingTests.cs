using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using static AlignmentBot.Tests.Domain.Awards.SampleRounds;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Awards;

/// <summary>The published way to count, by examples.</summary>
public sealed class CountingTests
{
    [Fact]
    public void Most_votes_win_whatever_the_agreement_says()
    {
        var result = Count(Lena.Id, Lena.Id, Rosa.Id);

        Assert.Equal(new AwardOutcome.Won([Lena.Id], DecidedBy.Votes), result.Outcome);
        Assert.Equal([new Tally(Lena.Id, 2), new Tally(Rosa.Id, 1)], result.Tallies);
        Assert.Equal((3, 3, 0), (result.Eligible, result.Cast, result.Abstained));
    }

    [Fact]
    public void Equal_votes_go_to_who_kept_the_agreement_better() =>
        Assert.Equal(new AwardOutcome.Won([Rosa.Id], DecidedBy.AgreementKept), Count(Lena.Id, Rosa.Id, null).Outcome);

    [Fact]
    public void Equal_in_both_go_to_who_broke_fewer_promises() =>
        Assert.Equal(new AwardOutcome.Won([Rosa.Id], DecidedBy.FewerBreaches), Count(Sam.Id, Rosa.Id, null).Outcome);

    [Fact]
    public void Equal_in_everything_share_the_award()
    {
        var twins = Sellers with { Nominees = [Nominee(Rosa, 10, 9), Nominee(Sam, 10, 9)] };

        Assert.Equal(new AwardOutcome.Won([Rosa.Id, Sam.Id], DecidedBy.Shared), Counting.Count(twins, [Sam.Id, Rosa.Id], AwardPolicy.Default).Outcome);
    }

    [Theory]
    [InlineData(4, 4)]
    [InlineData(3, 0)]
    [InlineData(0, 0)]
    public void A_share_that_nobody_is_shown_decides_no_tie(int promises, int kept)
    {
        var ballot = Sellers with { Nominees = [Nominee(Rosa, promises, kept), Nominee(Sam, 10, 9)] };

        Assert.Equal(new AwardOutcome.Won([Rosa.Id, Sam.Id], DecidedBy.Shared), Counting.Count(ballot, [Sam.Id, Rosa.Id], AwardPolicy.Default).Outcome);
    }

    [Fact]
    public void A_share_of_five_promises_decides_a_tie()
    {
        var ballot = Sellers with { Nominees = [Nominee(Rosa, 5, 5), Nominee(Sam, 10, 9)] };

        Assert.Equal(new AwardOutcome.Won([Rosa.Id], DecidedBy.AgreementKept), Counting.Count(ballot, [Sam.Id, Rosa.Id], AwardPolicy.Default).Outcome);
    }

    [Fact]
    public void Shares_are_compared_as_everybody_is_shown_them()
    {
        var ballot = Sellers with { Nominees = [Nominee(Rosa, 101, 91), Nominee(Sam, 10, 9)] };

        Assert.Equal(new AwardOutcome.Won([Sam.Id], DecidedBy.FewerBreaches), Counting.Count(ballot, [Sam.Id, Rosa.Id], AwardPolicy.Default).Outcome);
    }

    [Theory]
    [InlineData(1, 3, false)]
    [InlineData(2, 3, true)]
    [InlineData(1, 2, true)]
    [InlineData(0, 0, true)]
    [InlineData(249, 500, false)]
    [InlineData(250, 500, true)]
    public void Half_of_those_who_may_vote_is_enough(int cast, int eligible, bool enough) =>
        Assert.Equal(enough, Counting.HasQuorum(cast, eligible, AwardPolicy.Default));

    [Fact]
    public void Too_few_votes_give_no_winner() => Assert.Equal(AwardOutcome.NoQuorum.Instance, Count(Rosa.Id).Outcome);

    [Fact]
    public void An_abstention_counts_for_the_quorum_and_for_nobody()
    {
        var result = Count(Rosa.Id, null);

        Assert.Equal([Rosa.Id], result.Winners);
        Assert.Equal(1, result.Abstained);
        Assert.Equal(AwardOutcome.AllAbstained.Instance, Count(null, null).Outcome);
    }

    [Fact]
    public void A_vote_for_somebody_who_is_not_nominated_is_a_fault_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => Count(Max.Id, Rosa.Id));

    [Fact]
    public void More_votes_than_voters_are_a_fault_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => Count(Rosa.Id, Rosa.Id, Rosa.Id, Rosa.Id));

    [Theory]
    [InlineData(BallotMode.Undecided, BallotMode.Declined)]
    [InlineData(BallotMode.Declined, BallotMode.Declined)]
    [InlineData(BallotMode.NoNominees, BallotMode.NoNominees)]
    public void Where_nobody_votes_there_is_no_winner_and_the_reason_is_kept(BallotMode mode, BallotMode why) =>
        Assert.Equal(new AwardOutcome.NoVote(why), Counting.Count(Sellers with { Mode = mode }, [], AwardPolicy.Default).Outcome);

    [Fact]
    public void Who_kept_the_agreement_best_needs_five_promises()
    {
        var people = new Dictionary<MemberId, NomineeFigures>
        {
            [Rosa.Id] = new(9, new Share(4, 4)),
            [Sam.Id] = new(9, new Share(19, 20)),
            [Lena.Id] = new(9, new Share(95, 100)),
        };

        Assert.Equal([Sam.Id], Counting.AgreementLeaders(people));
        Assert.Empty(Counting.AgreementLeaders([]));
    }

    [Theory]
    [InlineData(4, 4, null)]
    [InlineData(5, 5, 100)]
    [InlineData(1, 200, 1)]
    [InlineData(2, 3, null)]
    [InlineData(5, 8, 63)]
    public void A_share_says_a_figure_from_five_on(int part, int of, int? percent) => Assert.Equal(percent, new Share(part, of).Percent);

    private static BallotResult Count(params MemberId?[] choices) => Counting.Count(Sellers, choices, AwardPolicy.Default);
}
