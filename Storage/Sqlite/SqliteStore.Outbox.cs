using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage.Json;
using NodaTime;

namespace AlignmentBot.Storage.Sqlite;

public sealed partial class SqliteStore
{
    private const string MessageInSlot = "SELECT message FROM messages WHERE door = ?1 AND conversation = ?2 AND slot = ?3";

    // Index: messages_by_message.
    private const string SlotsOfMessage = "SELECT slot FROM messages WHERE door = ?1 AND conversation = ?2 AND message = ?3 ORDER BY number";

    // Index: outbox_owed, which covers it.
    private const string OwedDepth = "SELECT count(*), min(not_before) FROM outbox WHERE state = 'owed'";

    // Index: outbox_parked.
    private const string ParkedDepth = "SELECT count(*) FROM outbox WHERE state = 'parked'";

    // Index: outbox_parked.
    private const string ParkedRows = """
        SELECT id, effect, slot, thread_of, subject, not_before, door, conversation, reason FROM outbox
        WHERE state = 'parked' ORDER BY id DESC LIMIT ?1
        """;

    public async ValueTask<IReadOnlyList<ClaimedOwed>> ClaimOwed(
        Instant now, Duration lease, int conversations, int perConversation, CancellationToken ct) =>
        await Write(session => OutboxTable.Claim(session, now, lease, conversations, perConversation), ct);

    public async ValueTask Settle(Settlement settlement, CancellationToken ct) => await Write(
        session =>
        {
            OutboxSettlement.Apply(session, settlement);
            return true;
        },
        ct);

    public async ValueTask ReleaseClaims(CancellationToken ct) =>
        await Write(session => session.Run(OutboxTable.Release) + session.Run(TimerTable.Release), ct);

    public ValueTask<Instant?> NextOwedAt(CancellationToken ct) => Read(OutboxTable.NextAt, ct);

    public ValueTask<string?> FindMessage(Door door, string conversation, string slot, CancellationToken ct) => Read(
        session =>
        {
            using var row = session.Use(MessageInSlot).Bind(StoredNames.Doors.Of(door)).Bind(conversation).Bind(slot);
            return row.Read() ? row.Text(0) : null;
        },
        ct);

    public ValueTask<IReadOnlyList<string>> SlotsOf(Door door, string conversation, string message, CancellationToken ct) => Read<IReadOnlyList<string>>(
        session =>
        {
            var slots = new List<string>();
            using var row = session.Use(SlotsOfMessage).Bind(StoredNames.Doors.Of(door)).Bind(conversation).Bind(message);
            while (row.Read())
                slots.Add(row.Text(0));
            return slots;
        },
        ct);

    public ValueTask<OutboxDepth> Depth(CancellationToken ct) => Read(
        session =>
        {
            using var owed = session.Use(OwedDepth);
            owed.Read();
            return new OutboxDepth(owed.Int(0), (int)session.Number(ParkedDepth), owed.InstantOrNull(1));
        },
        ct);

    public ValueTask<IReadOnlyList<ParkedOwed>> Parked(int limit, CancellationToken ct) => Read<IReadOnlyList<ParkedOwed>>(
        session =>
        {
            var parked = new List<ParkedOwed>();
            using var row = session.Use(ParkedRows).Bind(limit);
            while (row.Read())
                parked.Add(new ParkedOwed(row.Long(0), OutboxTable.ReadOwed(row, StoredNames.Doors.From(row.Text(6)), row.Text(7)), row.Text(8)));
            return parked;
        },
        ct);

    public async ValueTask<int> OweAgain(Door door, string conversations, ValueList<string> reasons, CancellationToken ct) =>
        await Write(session => OutboxReturn.Owe(session, StoredNames.Doors.Of(door), conversations, reasons), ct);
}
