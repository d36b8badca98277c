using AlignmentBot.Domain.Statistics;

namespace AlignmentBot.Bot.Handlers.Statistics;

/// <summary>Keeps what was found out about a key: the same keys come again with every day.</summary>
internal sealed class KeyMemo<T>
    where T : class
{
    private readonly Dictionary<GroupKey, T?> known = new(ReferenceEqualityComparer.Instance);

    public T? Of(GroupKey key, Func<GroupKey, T?> find)
    {
        if (!known.TryGetValue(key, out var found))
            known[key] = found = find(key);
        return found;
    }
}
