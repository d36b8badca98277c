using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage.Json;
using NodaTime;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>A lead as its row holds it: the columns that queries need, and the whole as a document.</summary>
internal sealed record LeadRow(
    string Id,
    string Pod,
    string State,
    bool Open,
    string? Owner,
    string? EmailKey,
    string? ExternalId,
    Instant HandedOverAt,
    Instant? DueAt,
    long ExpectedVersion,
    byte[] Document,
    EventRow[] Events)
{
    public static LeadRow Of(LeadWrite write)
    {
        var lead = write.Lead;
        return new LeadRow(
            lead.Id.Value,
            lead.Pod.Value,
            StateNames.Of(lead.State),
            lead.State.Open,
            lead.Owner?.Value,
            lead.Brief.EmailKey,
            lead.Brief.ExternalId,
            lead.HandedOverAt,
            lead.RunningClock?.DueAt,
            write.ExpectedVersion,
            StoreJson.Write(lead),
            [.. write.Events.Select(EventRow.Of)]);
    }
}

/// <summary>An event as its row holds it.</summary>
internal sealed record EventRow(string Lead, int Number, Instant At, string Author, string Door, string Kind, byte[] Fact)
{
    public static EventRow Of(LeadEvent happened) => new(
        happened.Lead.Value,
        happened.Number,
        happened.At,
        AuthorText.Of(happened.By),
        StoredNames.Doors.Of(happened.Door),
        StoredNames.Facts[happened.Fact.GetType()],
        StoreJson.Write(happened.Fact));
}
