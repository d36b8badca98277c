using System.Globalization;
using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Configuration;

/// <summary>Reads one section and gathers every fault in it: the key, the value, the rule.</summary>
public sealed class SectionReader
{
    private readonly IConfigurationSection section;
    private readonly ICollection<string> faults;

    /// <param name="known">The names that may stand in the section; any other is a fault.</param>
    public SectionReader(IConfigurationSection section, ICollection<string> faults, params ReadOnlySpan<string> known)
    {
        this.section = section;
        this.faults = faults;
        var names = known.ToArray();
        foreach (var child in section.GetChildren().Where(child => !names.Contains(child.Key, StringComparer.OrdinalIgnoreCase)))
            faults.Add($"{child.Path} is not known.{RosterRules.Meant(child.Key, names)} Known here: {string.Join(", ", names)}.");
    }

    public string KeyOf(string name) => ConfigurationPath.Combine(section.Path, name);

    /// <summary>The value, or null when it is not there or breaks its rule.</summary>
    public string? Text(string name, Func<string, string?> rule)
    {
        if (section[name] is not { Length: > 0 } value)
            return null;
        if (rule(value) is not { } broken)
            return value;
        faults.Add(Shown.Fault(KeyOf(name), value, broken));
        return null;
    }

    /// <summary>As <see cref="Text"/>, and a fault when it is not there.</summary>
    public string? Needed(string name, Func<string, string?> rule, string what)
    {
        if (string.IsNullOrEmpty(section[name]))
            faults.Add($"{KeyOf(name)} is missing. Give {what}.");
        return Text(name, rule);
    }

    public bool? Flag(string name) =>
        Text(name, value => bool.TryParse(value, out _) ? null : "It must be true or false.") is { } flag ? bool.Parse(flag) : null;

    public int? Number(string name, int least, int most)
    {
        var rule = string.Create(CultureInfo.InvariantCulture, $"It must be a whole number from {least} to {most}.");
        return Text(name, value => Parse(value) is { } number && number >= least && number <= most ? null : rule) is { } text ? Parse(text) : null;
    }

    /// <summary>The items, null when nothing is said, and empty when an empty list is.</summary>
    /// <param name="rule">Judges one item, given those before it.</param>
    public ValueList<string>? List(string name, Func<string, IReadOnlyList<string>, string?> rule)
    {
        if (Find(name) is not { } list)
            return null;
        if (!string.IsNullOrEmpty(list.Value))
        {
            faults.Add($"{list.Path} is {Shown.Of(list.Value)}. It must be a list.");
            return null;
        }

        var items = new List<string>();
        foreach (var item in list.GetChildren())
        {
            var value = item.Value ?? string.Empty;
            if (rule(value, items) is { } broken)
                faults.Add(Shown.Fault(item.Path, value, broken));
            items.Add(value);
        }

        return items.ToValueList();
    }

    /// <summary>The sections of a list.</summary>
    public IReadOnlyList<IConfigurationSection> Items(string name) => ItemsOf(section.GetSection(name), faults);

    public static IReadOnlyList<IConfigurationSection> ItemsOf(IConfigurationSection list, ICollection<string> faults)
    {
        if (!string.IsNullOrEmpty(list.Value))
            faults.Add($"{list.Path} is {Shown.Of(list.Value)}. It must be a list of sections.");
        return list.GetChildren().ToList();
    }

    /// <summary>The section below, or null when nothing is said about it.</summary>
    public IConfigurationSection? Find(string name) =>
        section.GetChildren().FirstOrDefault(child => string.Equals(child.Key, name, StringComparison.OrdinalIgnoreCase));

    private static int? Parse(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
