using NodaTime;

namespace AlignmentBot.Domain.Review;

/// <summary>A meeting of both sides over real records.</summary>
/// <param name="Agenda">What there was to talk about when it was opened.</param>
/// <param name="FollowUp">Ids of the decisions of earlier check-ins that were open then.</param>
public sealed record CheckIn(string Id, PodId Pod, Instant OpenedAt, MemberId OpenedBy, ReviewPack Agenda, ValueList<string> FollowUp);

/// <summary>What a check-in decided.</summary>
/// <param name="What">In somebody's words; 1 to <see cref="WhatLimit"/> characters.</param>
/// <param name="Owner">Who does it.</param>
/// <param name="Due">The day by which it is done.</param>
public sealed record ReviewDecision(string Id, PodId Pod, string CheckIn, string What, MemberId Owner, LocalDate Due, Instant MadeAt, MemberId MadeBy)
{
    public const int WhatLimit = 300;

    /// <summary>When somebody ticked it off; null while it is open.</summary>
    public Instant? DoneAt { get; init; }

    public MemberId? DoneBy { get; init; }

    public bool IsLate(LocalDate today) => DoneAt is null && Due < today;
}
