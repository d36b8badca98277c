using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Roster;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Awards;

/// <summary>Thank-yous between the sides, and the hall of fame.</summary>
public sealed class KudosTests
{
    private static readonly Kudos Given = new("ab12cd34ef", Emea.Id, Max.Id, Rosa.Id, Morning, "the quick answer", KudosState.Given.Instance);

    [Fact]
    public void They_go_to_the_other_side_and_not_to_oneself()
    {
        Assert.Null(KudosRules.Check(Max, Rosa, "the demo", 0));
        Assert.Equal(KudosRefusal.ToOneself, KudosRules.Check(Max, Max, "me", 0));
        Assert.Equal(KudosRefusal.SameSide, KudosRules.Check(Max, Mia, "the demo", 0));
        Assert.Equal(KudosRefusal.NobodyHere, KudosRules.Check(Max, Gone, "the demo", 0));
        Assert.Equal(KudosRefusal.NobodyHere, KudosRules.Check(Max, Stranger, "the demo", 0));
    }

    [Fact]
    public void Five_a_day_and_within_their_length()
    {
        Assert.Null(KudosRules.Check(Max, Rosa, new string('x', 280), 4));
        Assert.Equal(KudosRefusal.EnoughToday, KudosRules.Check(Max, Rosa, "the demo", 5));
        Assert.Equal(KudosRefusal.TooLong, KudosRules.Check(Max, Rosa, new string('x', 281), 0));
        Assert.Equal(KudosRefusal.NoWords, KudosRules.Check(Max, Rosa, "  ", 0));
    }

    [Fact]
    public void The_giver_takes_it_back_and_nobody_else()
    {
        Assert.IsType<KudosState.Withdrawn>(After(KudosAct.Withdraw, Max).State);
        Assert.Equal(KudosRefusal.NotYours, KudosRules.Decide(Given, KudosAct.Withdraw, Rosa, Morning).Why);
    }

    [Fact]
    public void What_is_reported_is_hidden_until_a_team_lead_decides()
    {
        var reported = After(KudosAct.Report, Rosa);

        Assert.False(reported.Shown);
        Assert.Equal(KudosRefusal.PodLeadsOnly, KudosRules.Decide(reported, KudosAct.PutBack, Rosa, Morning).Why);
        Assert.True(KudosRules.Decide(reported, KudosAct.PutBack, Lena, Morning).Next!.Shown);
        Assert.IsType<KudosState.Removed>(KudosRules.Decide(reported, KudosAct.Remove, Mona, Morning).Next!.State);
    }

    [Fact]
    public void What_is_gone_stays_gone()
    {
        var withdrawn = After(KudosAct.Withdraw, Max);

        Assert.Equal(KudosRefusal.Gone, KudosRules.Decide(withdrawn, KudosAct.Report, Rosa, Morning).Why);
        Assert.Equal(KudosRefusal.Gone, KudosRules.Decide(withdrawn, KudosAct.PutBack, Lena, Morning).Why);
        Assert.Equal(withdrawn, KudosRules.Decide(withdrawn, KudosAct.Withdraw, Max, Morning).Next);
    }

    [Fact]
    public void Every_act_meets_every_state()
    {
        KudosState[] states = [KudosState.Given.Instance, new KudosState.Withdrawn(Morning), new KudosState.Reported(Rosa.Id, Morning), new KudosState.Removed(Lena.Id, Morning)];
        foreach (var state in states)
        {
            foreach (var act in Enum.GetValues<KudosAct>())
            {
                foreach (var member in new[] { Max, Rosa, Lena })
                {
                    var (next, why) = KudosRules.Decide(Given with { State = state }, act, member, Morning);
                    Assert.True(next is null ^ why is null);
                }
            }
        }
    }

    [Fact]
    public void A_streak_is_months_in_a_row()
    {
        Round[] rounds = [Won(2026, 11, Rosa), Won(2026, 10, Rosa), Won(2026, 8, Rosa)];

        Assert.Equal(2, HallOfFame.Streak(rounds, Award.Seller, Rosa.Id, new YearMonth(2026, 11)));
        Assert.Equal(1, HallOfFame.Streak(rounds, Award.Seller, Rosa.Id, new YearMonth(2026, 8)));
        Assert.Equal(0, HallOfFame.Streak(rounds, Award.Seller, Sam.Id, new YearMonth(2026, 11)));
        Assert.Equal([new Tally(Rosa.Id, 3)], HallOfFame.Wins(rounds, Award.Seller));
    }

    private static Kudos After(KudosAct act, Member by) => KudosRules.Decide(Given, act, by, Morning).Next!;

    private static Round Won(int year, int month, Member winner) => SampleRounds.Open with
    {
        Month = new YearMonth(year, month),
        State = new RoundState.Announced(Morning, Morning, [new BallotResult(Award.Seller, new AwardOutcome.Won([winner.Id], DecidedBy.Votes), 3, 3, 0, [new Tally(winner.Id, 3)])]),
    };
}
