using NodaTime;

namespace AlignmentBot.Domain.Leads;

/// <summary>One promise of the agreement; its side is who owes it.</summary>
public enum Clause
{
    /// <summary>Sales accepts or rejects. Runs while a lead is offered.</summary>
    Decide,

    /// <summary>Sales makes first contact. Runs from accepting, so that accepting cannot game it.</summary>
    FirstContact,

    /// <summary>Sales reports an outcome. Runs from first contact.</summary>
    Outcome,

    /// <summary>Marketing answers a rejection. Runs from the rejection.</summary>
    Answer,

    /// <summary>Marketing supplies what is missing. Runs while a lead is incomplete.</summary>
    Supply,
}

/// <summary>One measured stretch of one promise.</summary>
/// <param name="StartedAt">When the promise began to run.</param>
/// <param name="StoppedAt">When it was met or fell away; null while it runs.</param>
public sealed record ClauseClock(Clause Clause, Instant StartedAt, Instant? StoppedAt = null);
