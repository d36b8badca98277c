using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Storage;

/// <summary>What the bot owes to people, kept until it is delivered.</summary>
public interface IOutbox
{
    /// <summary>
    /// Claims the heads of up to <paramref name="conversations"/> conversations that nobody holds: up to <paramref name="perConversation"/>
    /// rows each, in the order in which they were owed, stopping before the first that is not due. The claim is durable and counts as an
    /// attempt, so that after a crash it is known that a row may have been sent.
    /// </summary>
    ValueTask<IReadOnlyList<ClaimedOwed>> ClaimOwed(Instant now, Duration lease, int conversations, int perConversation, CancellationToken ct);

    /// <summary>Ends claims: what was delivered, dropped, put off or parked; releases the conversation.</summary>
    ValueTask Settle(Settlement settlement, CancellationToken ct);

    /// <summary>Gives up all claims, on what is owed and on timers, when a bot starts and no other can hold any. Attempts stay counted.</summary>
    ValueTask ReleaseClaims(CancellationToken ct);

    /// <summary>When the next conversation can be served, or null when nothing is owed.</summary>
    ValueTask<Instant?> NextOwedAt(CancellationToken ct);

    /// <summary>The platform's id of the message in a slot, or null when it was never posted.</summary>
    ValueTask<string?> FindMessage(Door door, string conversation, string slot, CancellationToken ct);

    /// <summary>All slots that a message shows: one for a card, several for a digest, in the order of posting.</summary>
    ValueTask<IReadOnlyList<string>> SlotsOf(Door door, string conversation, string message, CancellationToken ct);

    ValueTask<OutboxDepth> Depth(CancellationToken ct);

    /// <summary>Rows that a permanent error stopped, newest first.</summary>
    ValueTask<IReadOnlyList<ParkedOwed>> Parked(int limit, CancellationToken ct);

    /// <summary>Owes again, in the old order, what was parked for one of these reasons: the cause is gone. Attempts stay counted.</summary>
    /// <param name="conversations">How the names of the conversations start; empty for all of the door's.</param>
    /// <returns>How many rows are owed again.</returns>
    ValueTask<int> OweAgain(Door door, string conversations, ValueList<string> reasons, CancellationToken ct);
}

/// <summary>Something owed. It names the subject, never the words: the card is drawn from the present state when it is sent.</summary>
/// <param name="Effect">Unique key; the same effect is owed once.</param>
/// <param name="Door">The platform that delivers it.</param>
/// <param name="Conversation">The channel or direct conversation; order and pace hold within it.</param>
/// <param name="Slot">Which message: a slot that has one is updated, else it is posted.</param>
/// <param name="ThreadOf">The slot of the message under which it belongs, or null for the conversation itself.</param>
/// <param name="Subject">What is drawn, such as <c>lead/ab12cd34ef</c>.</param>
public sealed record Owed(string Effect, Door Door, string Conversation, string Slot, string? ThreadOf, string Subject, Instant NotBefore);

/// <param name="Attempts">How often it was claimed before; above 0 it may have been sent already.</param>
public sealed record ClaimedOwed(long Id, Owed Owed, int Attempts);

/// <summary>How claimed rows ended. Rows of the claim that are not named stay owed and keep the counted attempt: they may have been sent.</summary>
public sealed record Settlement(Door Door, string Conversation)
{
    /// <summary>Delivered rows with the platform's message id under which their slot is now found.</summary>
    public ValueList<DeliveredOwed> Delivered { get; init; } = [];

    /// <summary>Rows that are no longer true, or that a later one covers.</summary>
    public ValueList<long> Dropped { get; init; } = [];

    public ValueList<PutOff> PutOff { get; init; } = [];

    public ValueList<ParkOwed> Parked { get; init; } = [];

    /// <summary>Claimed rows that were not tried at all: given back without counting as an attempt.</summary>
    public ValueList<long> Untried { get; init; } = [];
}

public sealed record DeliveredOwed(long Id, string Slot, string Message);

/// <summary>To be tried again; the conversation waits until then.</summary>
public sealed record PutOff(long Id, Instant NotBefore);

/// <summary>Not to be tried again. Reason: a short code such as <c>channel_not_found</c>.</summary>
public sealed record ParkOwed(long Id, string Reason);

public sealed record ParkedOwed(long Id, Owed Owed, string Reason);

/// <param name="OldestNotBefore">Since when the oldest owed row could have been delivered.</param>
public sealed record OutboxDepth(int Owed, int Parked, Instant? OldestNotBefore);
