using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Cards.Queue;

/// <summary>What one member has to do in one pod.</summary>
/// <param name="Pulse">How the pod stands; for team leads, else null.</param>
public sealed record QueueView(Pod Pod, Member Member, ValueList<QueuePart> Parts, PodPulse? Pulse);

/// <summary>One heap of leads, the most urgent first.</summary>
/// <param name="AndMore">True when there are more than were counted.</param>
public sealed record QueuePart(QueueHeap Heap, ValueList<LeadView> Leads, bool AndMore = false);

/// <summary>Why leads stand together. What a side has to do with them differs; the card knows the words.</summary>
public enum QueueHeap
{
    /// <summary>A promise about them is past its due date.</summary>
    Overdue,

    /// <summary>They wait for this member.</summary>
    ForMe,

    /// <summary>The member works them, or, in marketing, has handed them over.</summary>
    Mine,

    /// <summary>They wait for anybody of this member's side.</summary>
    ForAll,
}

/// <summary>How a pod stands.</summary>
/// <param name="States">How many open leads are in each state, by the names of <see cref="Domain.Leads.StateNames"/>; in the order of a lead's life.</param>
/// <param name="OldestWaiting">The lead that has waited longest for a rep, or null when none waits.</param>
/// <param name="Reps">How many leads each active rep works, most first.</param>
public sealed record PodPulse(ValueList<StateCount> States, LeadView? OldestWaiting, ValueList<RepLoad> Reps);

public sealed record StateCount(string State, int Count);

public sealed record RepLoad(Member Rep, int Count, bool IsAway = false);
