namespace AlignmentBot.Bot.Configuration;

/// <summary>Finds values that only one section may have.</summary>
public static class Duplicates
{
    /// <param name="items">What was read, each with the key of its section.</param>
    /// <param name="name">The name of the value in the section.</param>
    /// <param name="valueOf">Null where an item has none.</param>
    public static void Find<T>(IEnumerable<(T Item, string Key)> items, string name, Func<T, string?> valueOf, string rule, ICollection<string> faults)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (item, key) in items)
        {
            if (valueOf(item) is { } value && !seen.Add(value))
                faults.Add(Shown.Fault(ConfigurationPath.Combine(key, name), value, rule));
        }
    }
}
