using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Review;
using NodaTime;

namespace AlignmentBot.Domain.Agreement;

/// <summary>What is promised: how fast each side acts, in whose working hours that is counted, and what happens when time runs out.</summary>
/// <param name="Clauses">A promise per clause; a clause that is not named has its default.</param>
/// <param name="Ladders">A ladder per clause; a clause that is not named has its default.</param>
public sealed record AgreementTerms(ValueList<ClausePromise> Clauses, WhoseHours Hours, ValueList<Ladder> Ladders)
{
    /// <summary>Decide in 1 working hour, first contact in 4, an outcome or the next step in 40 (five days of eight), a rejection answered in 8,
    /// missing information supplied in 8; counted in the pod's hours, and the owner's too once somebody has the lead.</summary>
    public static readonly AgreementTerms Default = new(
        [
            new ClausePromise(Clause.Decide, Duration.FromHours(1), []),
            new ClausePromise(Clause.FirstContact, Duration.FromHours(4), []),
            new ClausePromise(Clause.Outcome, Duration.FromHours(40), []),
            new ClausePromise(Clause.Answer, Duration.FromHours(8), []),
            new ClausePromise(Clause.Supply, Duration.FromHours(8), []),
        ],
        WhoseHours.PodAndOwner,
        Ladder.Defaults);

    /// <summary>How many leads marketing promises each month; null where nothing is promised.</summary>
    public MonthlyCommitment? Monthly { get; init; }

    /// <summary>The promise of this clause.</summary>
    public ClausePromise PromiseOf(Clause clause)
    {
        for (var i = 0; i < Clauses.Count; i++)
        {
            if (Clauses[i].Clause == clause)
                return Clauses[i];
        }

        return Default.PromiseOf(clause);
    }

    /// <summary>The working time that this clause allows for this lead.</summary>
    public Duration TargetOf(Clause clause, Brief brief) => PromiseOf(clause).TargetOf(brief);

    public Ladder LadderOf(Clause clause)
    {
        for (var i = 0; i < Ladders.Count; i++)
        {
            if (Ladders[i].Clause == clause)
                return Ladders[i];
        }

        return Default.LadderOf(clause);
    }

    /// <summary>These terms with another promise for its clause.</summary>
    public AgreementTerms With(ClausePromise promise) => this with
    {
        Clauses = Enum.GetValues<Clause>().Select(clause => clause == promise.Clause ? promise : PromiseOf(clause)).ToValueList(),
    };

    /// <summary>These terms with another ladder for its clause.</summary>
    public AgreementTerms With(Ladder ladder) => this with
    {
        Ladders = Enum.GetValues<Clause>().Select(clause => clause == ladder.Clause ? ladder : LadderOf(clause)).ToValueList(),
    };
}

/// <summary>In whose working hours a promise is counted.</summary>
public enum WhoseHours
{
    /// <summary>The pod's, whoever has the lead.</summary>
    Pod,

    /// <summary>The pod's; once somebody has the lead, only those in which this person works too.</summary>
    PodAndOwner,
}
