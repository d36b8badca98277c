using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using NodaTime.Text;

namespace AlignmentBot.Cards;

/// <summary>
/// Every sentence that people see, in one language. The English ones stand in <c>Texts/</c>, one file per part of the product, such as
/// <c>Sentences.resx</c>; another language is one more file beside each, such as <c>Sentences.de.resx</c>. What a language lacks is said
/// in English.
/// </summary>
public sealed class Texts
{
    private static readonly ResourceManager[] Parts = FindParts();
    private static readonly ConcurrentDictionary<CultureInfo, Texts> Languages = new();

    private readonly ConcurrentDictionary<string, Template> templates = new(StringComparer.Ordinal);

    private readonly Lazy<LocalDateTimePattern> moment;
    private readonly Lazy<LocalDateTimePattern> time;

    private Texts(CultureInfo language)
    {
        Language = language;
        moment = new(() => LocalDateTimePattern.Create(this["card.moment"], language));
        time = new(() => LocalDateTimePattern.Create(this["card.time"], language));
    }

    /// <summary>The language, which also decides how numbers and days are written.</summary>
    public CultureInfo Language { get; }

    /// <summary>How day and time are written.</summary>
    public LocalDateTimePattern Moment => moment.Value;

    /// <summary>How a time of today is written.</summary>
    public LocalDateTimePattern Time => time.Value;

    public static Texts For(CultureInfo language) => Languages.GetOrAdd(language, known => new Texts(known));

    /// <summary>The sentence with this key.</summary>
    /// <exception cref="KeyNotFoundException">There is no such sentence.</exception>
    public string this[string key] => Find(key).Source;

    /// <summary>The sentence with this key, its places <c>{0}</c>, <c>{1}</c> filled.</summary>
    /// <exception cref="KeyNotFoundException">There is no such sentence.</exception>
    public string this[string key, params object[] values] => Find(key).Fill(values, Language);

    /// <summary>The sentence for a number: <c>key.one</c> for exactly one, else <c>key.other</c>. The number fills <c>{0}</c>.</summary>
    public string Count(string key, int count) => this[count == 1 ? key + ".one" : key + ".other", count];

    /// <summary>The sentence with this key as runs, so that names, moments and links in its places keep what they are.</summary>
    public ValueList<Run> Runs(string key, params Run[] places) => Find(key).Runs(places);

    /// <summary>True when there is such a sentence; for words that may also come from people, such as a pod's own reasons.</summary>
    public bool Knows(string key) => Look(key) is not null;

    private Template Find(string key) => templates.TryGetValue(key, out var template)
        ? template
        : templates.GetOrAdd(key, Template.Parse(Look(key)
            ?? throw new KeyNotFoundException($"No sentence is called '{key}'. Add it to the file of its part in Cards/Texts.")));

    private string? Look(string key)
    {
        foreach (var part in Parts)
        {
            if (part.GetString(key, Language) is { } sentence)
                return sentence;
        }

        return null;
    }

    private static ResourceManager[] FindParts()
    {
        const string folder = "AlignmentBot.Cards.Texts.", ending = ".resources";
        return [.. typeof(Texts).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal) && name.EndsWith(ending, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => new ResourceManager(name[..^ending.Length], typeof(Texts).Assembly))];
    }
}
