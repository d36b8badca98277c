using AlignmentBot.Bot.Channels;
using AlignmentBot.Domain;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Workers;

/// <summary>Decides what the next message of a conversation is. Because a message is drawn from the present state, the first row of a slot
/// covers all later ones; because bursts come, several new leads may share a message.</summary>
public sealed class DeliveryPlanner(IStore store)
{
    /// <param name="rows">What is left of the claim, in order; at least one.</param>
    public async Task<DeliveryStep> Next(IReadOnlyList<ClaimedOwed> rows, FreshMessages fresh, ChannelPace pace, CancellationToken ct)
    {
        var head = rows[0];
        if (head.Owed.ThreadOf is { } top)
            return await InThread(head, top, fresh, ct);
        if (await Message(head, head.Owed.Slot, fresh, ct) is { } message)
            return await Redraw(rows, head, message, fresh, ct);
        return Subjects.AsLead(head.Owed.Subject) is null
            ? new DeliveryStep(head, Same(rows, [head.Owed.Slot]), [head.Owed.Subject])
            : await NewCards(rows, head, fresh, pace, ct);
    }

    private async Task<DeliveryStep> InThread(ClaimedOwed head, string top, FreshMessages fresh, CancellationToken ct)
    {
        var parent = await Message(head, top, fresh, ct);
        if (parent is null)
            return new DeliveryStep(head, [head], [head.Owed.Subject]) { OrphanOf = top };
        var slots = await Slots(head, parent, fresh, ct);
        return new DeliveryStep(head, [head], [head.Owed.Subject]) { ThreadOf = parent, InDigest = slots.Count > 1 };
    }

    private async Task<DeliveryStep> Redraw(IReadOnlyList<ClaimedOwed> rows, ClaimedOwed head, string message, FreshMessages fresh, CancellationToken ct)
    {
        var slots = await Slots(head, message, fresh, ct);
        return new DeliveryStep(head, Same(rows, slots), slots.ToValueList()) { Message = message };
    }

    /// <summary>A row that may have been sent already is looked for by its own effect, so it never joins a message with others.</summary>
    private async Task<DeliveryStep> NewCards(IReadOnlyList<ClaimedOwed> rows, ClaimedOwed head, FreshMessages fresh, ChannelPace pace, CancellationToken ct)
    {
        if (head.Attempts > 0)
            return new DeliveryStep(head, Same(rows, [head.Owed.Slot]), [head.Owed.Slot]);

        var unseen = new List<string>();
        foreach (var row in rows.Where(row => row.Attempts == 0 && row.Owed.ThreadOf is null && Subjects.AsLead(row.Owed.Subject) is not null))
        {
            if (!unseen.Contains(row.Owed.Slot) && await Message(row, row.Owed.Slot, fresh, ct) is null)
                unseen.Add(row.Owed.Slot);
        }

        // Rows of one slot are owed in order, so a slot whose first row may have been sent is not taken by a later one.
        unseen.RemoveAll(slot => rows.Any(row => row.Owed.Slot == slot && row.Attempts > 0));
        var shown = unseen.Count >= pace.DigestFrom ? unseen.Take(pace.DigestSize).ToValueList() : [head.Owed.Slot];
        return new DeliveryStep(head, Same(rows, shown), shown);
    }

    private async ValueTask<string?> Message(ClaimedOwed row, string slot, FreshMessages fresh, CancellationToken ct) =>
        fresh.MessageOf(slot) ?? await store.FindMessage(row.Owed.Door, row.Owed.Conversation, slot, ct);

    private async ValueTask<IReadOnlyList<string>> Slots(ClaimedOwed row, string message, FreshMessages fresh, CancellationToken ct) =>
        fresh.SlotsOf(message) ?? await store.SlotsOf(row.Owed.Door, row.Owed.Conversation, message, ct);

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
