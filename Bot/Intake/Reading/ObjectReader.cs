using System.Globalization;
using System.Text.Json;
using AlignmentBot.Bot.Configuration;
using NodaTime;
using NodaTime.Text;

namespace AlignmentBot.Bot.Intake.Reading;

/// <summary>
/// Reads one JSON object field by field and gathers what is wrong: names that are not known or come twice, wrong types, broken rules.
/// A field that is null or blank counts as not given.
/// </summary>
public sealed class ObjectReader
{
    private readonly Dictionary<string, JsonElement> fields = new(StringComparer.Ordinal);
    private readonly string pointer;
    private readonly Faults faults;

    private ObjectReader(string pointer, Faults faults)
    {
        this.pointer = pointer;
        this.faults = faults;
    }

    /// <summary>The fields in the order in which they came.</summary>
    public IEnumerable<string> Names => fields.Keys;

    /// <param name="known">The names that may come; null when any may.</param>
    /// <returns>Null when the value is no object, which is then among the faults.</returns>
    public static ObjectReader? Open(JsonElement value, string pointer, Faults faults, IReadOnlyCollection<string>? known)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            faults.Add(pointer, $"This is {Kind(value)}. It must be an object.");
            return null;
        }

        var reader = new ObjectReader(pointer, faults);
        foreach (var property in value.EnumerateObject())
            reader.Take(property, known);
        return reader;
    }

    public bool Has(string name) => fields.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>Not given, null or blank.</summary>
    public bool Lacks(string name) =>
        !Has(name) || (fields[name].ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(JsonStrings.Read(fields[name]) ?? "?"));

    public void Fault(string name, string sentence) => faults.Add(Pointer.To(pointer, name), sentence);

    /// <summary>The trimmed text, or null when it is not given or wrong.</summary>
    /// <param name="rule">The rule in a sentence when the text breaks it, else null.</param>
    /// <param name="lines">Whether line breaks and tabs may be in it.</param>
    public string? Text(string name, Func<string, string?> rule, bool lines = false)
    {
        if (!Has(name))
            return null;
        if (fields[name].ValueKind != JsonValueKind.String)
            return Wrong(name, "It must be text in double quotes.");
        if (JsonStrings.Read(fields[name]) is not { } text)
            return WrongText(name, "The text holds half of a character (a lone surrogate).");

        text = text.Trim();
        if (text.Length == 0)
            return null;
        if (text.Any(letter => char.IsControl(letter) && !(lines && letter is '\n' or '\r' or '\t')))
            return WrongText(name, $"{Shown.Of(text)} holds a control character. Leave it out.");
        return rule(text) is { } broken ? WrongText(name, $"{Shown.Of(text)}: {broken}") : text;
    }

    /// <summary>A whole number from 0 to <paramref name="most"/>.</summary>
    public int? Whole(string name, int most)
    {
        if (!Has(name))
            return null;
        if (fields[name].ValueKind == JsonValueKind.Number && fields[name].TryGetInt32(out var number) && number >= 0 && number <= most)
            return number;
        Wrong(name, string.Create(CultureInfo.InvariantCulture, $"It must be a whole number from 0 to {most}."));
        return null;
    }

    /// <summary>A number from 0 to <paramref name="most"/>.</summary>
    public decimal? Amount(string name, decimal most)
    {
        if (!Has(name))
            return null;
        if (fields[name].ValueKind == JsonValueKind.Number && fields[name].TryGetDecimal(out var number) && number >= 0 && number <= most)
            return number;
        Wrong(name, string.Create(CultureInfo.InvariantCulture, $"It must be a number from 0 to {most}."));
        return null;
    }

    /// <summary>A moment with its distance from UTC.</summary>
    public Instant? Moment(string name) => Text(name, MomentRule) is { } text ? OffsetDateTimePattern.Rfc3339.Parse(text).Value.ToInstant() : null;

    public ObjectReader? Object(string name, IReadOnlyCollection<string>? known) =>
        Has(name) ? Open(fields[name], Pointer.To(pointer, name), faults, known) : null;

    /// <summary>The items of a list with their places, or none when it is no list.</summary>
    public IReadOnlyList<(JsonElement Value, string Pointer)> List(string name)
    {
        if (!Has(name))
            return [];
        if (fields[name].ValueKind == JsonValueKind.Array)
            return fields[name].EnumerateArray().Select((value, index) => (value, Pointer.To(Pointer.To(pointer, name), index))).ToList();
        Wrong(name, "It must be a list in square brackets.");
        return [];
    }

    private void Take(JsonProperty property, IReadOnlyCollection<string>? known)
    {
        if (JsonStrings.NameOf(property) is not { } name)
            faults.Add(pointer, "The name of a field holds half of a character (a lone surrogate).");
        else if (known is not null && !known.Contains(name, StringComparer.Ordinal))
            Fault(name, $"There is no field {Shown.Of(name)} here.{RosterRules.Meant(name, known)}");
        else if (!fields.TryAdd(name, property.Value))
            Fault(name, "This field comes twice. Send it once.");
    }

    private static string? MomentRule(string text) =>
        OffsetDateTimePattern.Rfc3339.Parse(text).Success ? null : "It must be a moment with its time zone, such as 2026-11-20T09:14:00Z.";

    private string? Wrong(string name, string rule) => WrongText(name, $"This is {Kind(fields[name])}. {rule}");

    private string? WrongText(string name, string sentence)
    {
        Fault(name, sentence);
        return null;
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => JsonStrings.Read(value) is { } text ? "the text " + Shown.Of(text) : "text",
        JsonValueKind.Number => "the number " + Shown.Of(value.GetRawText()).Trim('"'),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null or JsonValueKind.Undefined => "null",
    };
}
