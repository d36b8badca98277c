using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Domain.Statistics;

/// <summary>One lead as the figures see it: what happened to it, without who it is. Decisions that were taken back did not happen.</summary>
public sealed record LeadOutline(LeadId Id, Instant HandedOverAt, GroupKey Group)
{
    /// <summary>A name of <see cref="StateNames"/>.</summary>
    public required string State { get; init; }

    /// <summary>Nothing that is required was missing when it was handed over.</summary>
    public bool Complete { get; init; }

    /// <summary>How many people work at the lead's company; null when not known.</summary>
    public int? Employees { get; init; }

    /// <summary>When sales decided for the first time.</summary>
    public Instant? DecidedAt { get; init; }

    /// <summary>When sales accepted it for the first time.</summary>
    public Instant? AcceptedAt { get; init; }

    public Instant? ContactedAt { get; init; }

    public Instant? QualifiedAt { get; init; }

    public Instant? OpportunityAt { get; init; }

    public Instant? WonAt { get; init; }

    public Instant? LostAt { get; init; }

    public string? LossReason { get; init; }

    /// <summary>The amount of the opportunity, as it was said last.</summary>
    public Money? Amount { get; init; }

    /// <summary>How often a rep gave it back.</summary>
    public int Releases { get; init; }

    public ValueList<RejectionOutline> Rejections { get; init; } = [];

    /// <summary>From the first offer to the first decision.</summary>
    public Duration? DecisionRaw { get; init; }

    public Duration? DecisionWorking { get; init; }

    /// <summary>From the acceptance to the first contact after it.</summary>
    public Duration? ContactRaw { get; init; }

    public Duration? ContactWorking { get; init; }

    /// <summary>The stretches of promises that have a due date.</summary>
    public ValueList<PromiseOutline> Promises { get; init; } = [];

    /// <summary>How many rejections marketing has answered, or acted on, so far.</summary>
    public int Answered { get; init; }
}

/// <summary>A rejection that stood. <paramref name="Noted"/>: the rep said more than the reason.</summary>
public sealed record RejectionOutline(RejectionFamily Family, string Code, bool Noted, MemberId By, Instant At);

/// <summary>A promise with its due date. <paramref name="StoppedAt"/> is null while it runs.</summary>
/// <param name="Target">The working time that was agreed.</param>
public sealed record PromiseOutline(Clause Clause, Instant DueAt, Instant? StoppedAt, Duration? Target)
{
    /// <summary>Stopped in time, or not; null while it runs.</summary>
    public bool? Kept => StoppedAt is { } stopped ? stopped <= DueAt : null;
}
