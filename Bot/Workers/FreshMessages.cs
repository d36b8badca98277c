using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Workers;

/// <summary>Messages posted in the turn that is under way, which the store does not know yet.</summary>
public sealed class FreshMessages
{
    private readonly Dictionary<string, (string Message, ValueList<string> Slots)> bySlot = new(StringComparer.Ordinal);

    public string? MessageOf(string slot) => bySlot.TryGetValue(slot, out var fresh) ? fresh.Message : null;

    /// <summary>The slots of a message posted in this turn, or null when it is older.</summary>
    public ValueList<string>? SlotsOf(string message) =>
        bySlot.Values.Where(fresh => fresh.Message == message).Select(fresh => fresh.Slots).FirstOrDefault();

    public void Add(string message, ValueList<string> slots)
    {
        foreach (var slot in slots)
            bySlot[slot] = (message, slots);
    }
}
