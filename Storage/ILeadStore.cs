using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Storage;

/// <summary>Reads of leads, their history, and of what came in.</summary>
public interface ILeadStore
{
    ValueTask<StoredLead?> FindLead(LeadId id, CancellationToken ct);

    /// <summary>The open lead of this person at this pod: by normalised mail address, else by external id where the stored or the asked
    /// one has no mail address. Two addresses are two people, whatever their external id.</summary>
    ValueTask<StoredLead?> FindOpenLead(PodId pod, string? emailKey, string? externalId, CancellationToken ct);

    /// <summary>Leads whose id starts with these letters, at most <paramref name="limit"/>.</summary>
    ValueTask<IReadOnlyList<StoredLead>> FindLeadsByPrefix(PodId pod, string prefix, int limit, CancellationToken ct);

    ValueTask<LeadPage> ListLeads(LeadQuery query, CancellationToken ct);

    /// <summary>How many open leads of the pod are in which state, and with whom; where there is none, there is no row.</summary>
    ValueTask<IReadOnlyList<LeadCount>> CountOpenLeads(PodId pod, CancellationToken ct);

    /// <summary>All events of a lead, oldest first; empty when there is no such lead.</summary>
    ValueTask<IReadOnlyList<LeadEvent>> History(LeadId id, CancellationToken ct);

    ValueTask<LeadEvent?> FindEvent(LeadId id, int number, CancellationToken ct);

    ValueTask<Delivery?> FindDelivery(Door door, string id, CancellationToken ct);
}

/// <summary>A lead and the version that a change must expect. EventCount: the number of its last event.</summary>
public sealed record StoredLead(Lead Lead, long Version, int EventCount);

/// <summary>Which leads; newest hand-over first.</summary>
/// <param name="States">Names of states; empty for all.</param>
/// <param name="Cursor">Where the page before ended; null for the first.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record LeadQuery(PodId? Pod, ValueList<string> States, MemberId? Owner, LeadCursor? Cursor, int Limit);

/// <summary>The last lead of a page.</summary>
public sealed record LeadCursor(Instant HandedOverAt, LeadId Id);

/// <param name="Next">Where the next page starts, or null at the end.</param>
public sealed record LeadPage(IReadOnlyList<StoredLead> Leads, LeadCursor? Next);

/// <param name="State">A name of <see cref="StateNames"/>.</param>
/// <param name="Owner">Who works them, or null where nobody does.</param>
/// <param name="Oldest">When the first of them was handed over.</param>
public sealed record LeadCount(string State, MemberId? Owner, int Count, Instant Oldest);
