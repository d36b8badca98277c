using AlignmentBot.Domain;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>Writes leads and their events.</summary>
internal static class LeadTable
{
    private const string HeadById =
        "SELECT number, version, event_count, open, email_key, external_id FROM leads WHERE id = ?1";

    /// <summary>The open lead of a person. An external id counts where at least one side has no mail address: with two addresses they are two people.
    /// Indexes: leads_open_person, leads_open_external.</summary>
    public const string OpenByEmail = "SELECT id FROM leads WHERE pod = ?1 AND email_key = ?2 AND open = 1 AND id <> ?3 LIMIT 1";

    public const string OpenByExternalId = """
        SELECT id FROM leads WHERE pod = ?1 AND external_id = ?2 AND open = 1 AND (email_key IS NULL OR ?3) AND id <> ?4
        ORDER BY number LIMIT 1
        """;

    private const string Insert = """
        INSERT INTO leads (id, pod, state, open, owner, email_key, external_id, handed_over_at, version, event_count, document, due_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        """;

    // Names only what a decision changes: a column that is named costs the upkeep of every index it stands in.
    private const string UpdateState =
        "UPDATE leads SET state = ?2, owner = ?3, version = ?4, event_count = ?5, document = ?6, due_at = ?7 WHERE number = ?1";

    private const string UpdateKeys = "UPDATE leads SET open = ?2, email_key = ?3, external_id = ?4 WHERE number = ?1";

    private const string InsertEvent =
        "INSERT INTO events (lead, number, at, author, door, kind, fact) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

    /// <summary>What is stored of a lead that bears on changing it.</summary>
    public sealed record Head(long Number, long Version, int EventCount, bool Open, string? EmailKey, string? ExternalId);

    public static Head? FindHead(SqliteSession session, string id)
    {
        using var row = session.Use(HeadById).Bind(id);
        return row.Read()
            ? new Head(row.Long(0), row.Long(1), row.Int(2), row.Long(3) != 0, row.TextOrNull(4), row.TextOrNull(5))
            : null;
    }

    /// <summary>Another open lead of the same person, when this write would make a second one.</summary>
    public static LeadId? FindRival(SqliteSession session, LeadRow lead, Head? stored) =>
        !lead.Open || (stored is not null && SameKeys(lead, stored)) ? null : FindOpen(session, lead.Pod, lead.EmailKey, lead.ExternalId, except: lead.Id);

    public static LeadId? FindOpen(SqliteSession session, string pod, string? emailKey, string? externalId, string except)
    {
        if (emailKey is not null)
        {
            using var byEmail = session.Use(OpenByEmail).Bind(pod).Bind(emailKey).Bind(except);
            if (byEmail.Read())
                return new LeadId(byEmail.Text(0));
        }

        if (externalId is null)
            return null;
        using var byExternalId = session.Use(OpenByExternalId).Bind(pod).Bind(externalId).Bind(emailKey is null).Bind(except);
        return byExternalId.Read() ? new LeadId(byExternalId.Text(0)) : null;
    }

    public static void Save(SqliteSession session, LeadRow lead, Head? stored)
    {
        var count = stored?.EventCount ?? 0;
        var number = stored is null
            ? Add(session, lead, count + lead.Events.Length)
            : Change(session, lead, stored, count + lead.Events.Length);
        foreach (var happened in lead.Events)
            AddEvent(session, lead, number, happened, ++count);
        OutlineTable.Mark(session, number);
    }

    private static long Add(SqliteSession session, LeadRow lead, int eventCount)
    {
        session.Use(Insert)
            .Bind(lead.Id).Bind(lead.Pod).Bind(lead.State).Bind(lead.Open).Bind(lead.Owner).Bind(lead.EmailKey).Bind(lead.ExternalId)
            .Bind(lead.HandedOverAt).Bind(1).Bind(eventCount).BindUtf8(lead.Document).Bind(lead.DueAt).Run();
        return session.LastNumber;
    }

    private static long Change(SqliteSession session, LeadRow lead, Head stored, int eventCount)
    {
        session.Use(UpdateState)
            .Bind(stored.Number).Bind(lead.State).Bind(lead.Owner).Bind(stored.Version + 1).Bind(eventCount).BindUtf8(lead.Document).Bind(lead.DueAt).Run();
        if (!SameKeys(lead, stored))
            session.Use(UpdateKeys).Bind(stored.Number).Bind(lead.Open).Bind(lead.EmailKey).Bind(lead.ExternalId).Run();
        return stored.Number;
    }

    private static void AddEvent(SqliteSession session, LeadRow lead, long leadNumber, EventRow happened, int number)
    {
        if (happened.Lead != lead.Id || happened.Number != number)
            throw new InvalidOperationException($"Lead {lead.Id}: event {happened.Number} of {happened.Lead} cannot be stored as its event {number}.");
        session.Use(InsertEvent)
            .Bind(leadNumber).Bind(number).Bind(happened.At).Bind(happened.Author).Bind(happened.Door).Bind(happened.Kind).BindUtf8(happened.Fact).Run();
    }

    private static bool SameKeys(LeadRow lead, Head stored) =>
        lead.Open == stored.Open && lead.EmailKey == stored.EmailKey && lead.ExternalId == stored.ExternalId;
}
