using AlignmentBot.Bot.Channels;
using AlignmentBot.Domain;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Workers;

/// <summary>Decides what the next message of a conversation is. Because a message is drawn from the present state, the first row of a slot
/// covers all later ones; because bursts come, several new leads may share a message.</summary>
public sealed class DeliveryPlanner(IStore store)
{
    public async Task<DeliveryStep> Next(IReadOnlyList<ClaimedOwed> rows, ChannelPace pace, CancellationToken ct)
    {
        var head = rows[0];
        if (head.Owed.ThreadOf is { } top)
            return await InThread(head, top, ct);
        if (await Message(head, ct) is { } message)
            return await Redraw(rows, head, message, ct);
        return Subjects.AsLead(head.Owed.Subject) is null
            ? new DeliveryStep(head, Same(rows, [head.Owed.Slot]), [head.Owed.Subject])
            : await NewCards(rows, head, pace, ct);
    }

    private async Task<DeliveryStep> InThread(ClaimedOwed head, string top, CancellationToken ct)
    {
        var parent = await store.FindMessage(head.Owed.Door, head.Owed.Conversation, top, ct);
        if (parent is null)
            return new DeliveryStep(head, [head], [head.Owed.Subject]) { OrphanOf = top };
        var slots = await store.SlotsOf(head.Owed.Door, head.Owed.Conversation, parent, ct);
        return new DeliveryStep(head, [head], [head.Owed.Subject]) { ThreadOf = parent, InDigest = slots.Count > 1 };
    }

    private async Task<DeliveryStep> Redraw(IReadOnlyList<ClaimedOwed> rows, ClaimedOwed head, string message, CancellationToken ct)
    {
        var slots = await store.SlotsOf(head.Owed.Door, head.Owed.Conversation, message, ct);
        return new DeliveryStep(head, Same(rows, slots), slots.ToValueList()) { Message = message };
    }

    private async Task<DeliveryStep> NewCards(IReadOnlyList<ClaimedOwed> rows, ClaimedOwed head, ChannelPace pace, CancellationToken ct)
    {
        var fresh = new List<string>();
        foreach (var row in rows.Where(row => row.Owed.ThreadOf is null && Subjects.AsLead(row.Owed.Subject) is not null))
        {
            if (!fresh.Contains(row.Owed.Slot) && await Message(row, ct) is null)
                fresh.Add(row.Owed.Slot);
        }

        var shown = fresh.Count >= pace.DigestFrom ? fresh.Take(pace.DigestSize).ToValueList() : [head.Owed.Slot];
        return new DeliveryStep(head, Same(rows, shown), shown);
    }

    private ValueTask<string?> Message(ClaimedOwed row, CancellationToken ct) =>
        store.FindMessage(row.Owed.Door, row.Owed.Conversation, row.Owed.Slot, ct);

    private static ValueList<ClaimedOwed> Same(IReadOnlyList<ClaimedOwed> rows, IReadOnlyList<string> slots) =>
        rows.Where(row => row.Owed.ThreadOf is null && slots.Contains(row.Owed.Slot, StringComparer.Ordinal)).ToValueList();
}

/// <summary>The next message of a conversation.</summary>
/// <param name="Head">The row that names its effect.</param>
/// <param name="Covered">Every row that it settles, the head first.</param>
/// <param name="Shows">The subjects in it.</param>
public sealed record DeliveryStep(ClaimedOwed Head, ValueList<ClaimedOwed> Covered, ValueList<string> Shows)
{
    /// <summary>The message to update, or null to post one.</summary>
    public string? Message { get; init; }

    public string? ThreadOf { get; init; }

    /// <summary>The slot whose message is missing, so that nothing can be posted under it.</summary>
    public string? OrphanOf { get; init; }

    /// <summary>The thread hangs under a message with several leads.</summary>
    public bool InDigest { get; init; }

    /// <summary>An earlier attempt may have reached the platform.</summary>
    public bool MaybeSent => Covered.Any(row => row.Attempts > 0);
}
