using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Domain.Statistics;

/// <summary>Works every figure out from a tally. The only place that does.</summary>
public static class Figures
{
    private static readonly Clause[] InOrder = [Clause.Supply, Clause.Decide, Clause.FirstContact, Clause.Outcome, Clause.Answer];

    private static readonly (Stage Stage, Counter Counter)[] Stages =
    [
        (Stage.HandedOver, Counter.HandedOver),
        (Stage.Accepted, Counter.Accepted),
        (Stage.Contacted, Counter.Contacted),
        (Stage.Qualified, Counter.Qualified),
        (Stage.Opportunity, Counter.Opportunity),
        (Stage.Won, Counter.Won),
    ];

    /// <summary>Who owes a clause.</summary>
    public static Side SideOf(Clause clause) => clause switch
    {
        Clause.Decide or Clause.FirstContact or Clause.Outcome => Side.Sales,
        Clause.Answer or Clause.Supply => Side.Marketing,
    };

    /// <param name="now">At which promises that run are overdue or not.</param>
    public static PodFigures Of(Tally tally, Period period, FigureFilter filter, Instant now)
    {
        var all = tally[Counter.HandedOver];
        var clauses = InOrder.Select(clause => KeptOf(tally, clause, now)).ToValueList();
        return new PodFigures(period, filter, all)
        {
            Complete = new Rate(tally[Counter.Complete], all),
            Decided = new Rate(tally[Counter.Decided], all),
            Accepted = new Rate(tally[Counter.Accepted], tally[Counter.Decided]),
            PickedUp = new Rate(tally[Counter.Contacted], all),
            DecisionRaw = SpreadOf(tally, Timing.DecisionRaw),
            DecisionWorking = SpreadOf(tally, Timing.DecisionWorking),
            ContactRaw = SpreadOf(tally, Timing.ContactRaw),
            ContactWorking = SpreadOf(tally, Timing.ContactWorking),
            Clauses = clauses,
            KeptBySales = Together(clauses, Side.Sales),
            KeptByMarketing = Together(clauses, Side.Marketing),
            Waiting = tally[Counter.Waiting],
            Incomplete = tally[Counter.Incomplete],
            InWork = tally[Counter.InWork],
            Funnel = FunnelOf(tally),
            Rejections = RejectionsOf(tally, clauses),
            Released = tally[Counter.Releases],
            Won = tally[Counter.Won],
            Lost = tally[Counter.Lost],
            WonAmounts = AmountsOf(tally.Won),
            Pipeline = AmountsOf(tally.Pipeline),
            LossReasons = tally.LossReasons
                .Select(reason => new TextCount(reason.Key, reason.Value))
                .OrderByDescending(reason => reason.Count).ThenBy(reason => reason.Text, StringComparer.Ordinal)
                .ToValueList(),
        };
    }

    private static Spread? SpreadOf(Tally tally, Timing timing) => tally.Keeps.Has(timing) ? Spread.Of(tally.SecondsOf(timing)) : null;

    private static ClauseKept KeptOf(Tally tally, Clause clause, Instant now)
    {
        var overdue = 0;
        foreach (var due in tally.RunningDue(clause))
            overdue += due < now.ToUnixTimeTicks() ? 1 : 0;
        var inTime = tally.Kept(clause);
        return new ClauseKept(clause, SideOf(clause), new Rate(inTime, inTime + tally.Late(clause) + overdue), tally.RunningDue(clause).Length, overdue);
    }

    private static Rate Together(ValueList<ClauseKept> clauses, Side side)
    {
        var owed = clauses.Where(clause => clause.Side == side).ToList();
        return new Rate(owed.Sum(clause => clause.Kept.Part), owed.Sum(clause => clause.Kept.Of));
    }

    private static ValueList<FunnelStep> FunnelOf(Tally tally)
    {
        var all = tally[Counter.HandedOver];
        return Stages
            .Select((step, at) => (step.Stage, Count: tally[step.Counter], Before: at == 0 ? all : tally[Stages[at - 1].Counter]))
            .Select(step => new FunnelStep(step.Stage, step.Count, new Rate(step.Count, step.Before), new Rate(step.Count, all)))
            .ToValueList();
    }

    private static RejectionFigures RejectionsOf(Tally tally, ValueList<ClauseKept> clauses)
    {
        var count = tally[Counter.Rejections];
        var byReason = tally.Reasons
            .Select(reason => new ReasonCount(reason.Key.Family, reason.Key.Code, reason.Value))
            .OrderByDescending(reason => reason.Count).ThenBy(reason => reason.Family).ThenBy(reason => reason.Code, StringComparer.Ordinal)
            .ToValueList();
        return new RejectionFigures(
            count, byReason, new Rate(tally[Counter.RejectionsNoted], count), new Rate(tally[Counter.Answered], count),
            clauses.First(clause => clause.Clause == Clause.Answer).Kept);
    }

    private static ValueList<Money> AmountsOf(Dictionary<string, decimal> sums) => sums
        .Select(sum => new Money(sum.Value, sum.Key))
        .OrderByDescending(sum => sum.Amount).ThenBy(sum => sum.Currency, StringComparer.Ordinal)
        .ToValueList();
}
