using AlignmentBot.Domain;

namespace AlignmentBot.Cards.Model;

/// <summary>What the bot asks in a dialog, for any platform.</summary>
/// <param name="Id">Stable form id from the list of form ids.</param>
/// <param name="Value">What it is about, such as a lead's id; comes back with the answer; at most 200 characters.</param>
/// <param name="Title">At most 24 characters, as Slack cuts there.</param>
/// <param name="Submit">The label of the button that sends it; at most 24 characters.</param>
public sealed record Form(string Id, string Value, string Title, string Submit, string Cancel, string? Intro, ValueList<FormField> Fields);

/// <summary>One question of a form.</summary>
/// <param name="Name">Under which the answer comes back.</param>
public abstract record FormField(string Name, string Label, string? Hint, bool Required)
{
    public sealed record Text(string Name, string Label, string? Hint, bool Required, bool Multiline, int MaxLength, string? Value = null)
        : FormField(Name, Label, Hint, Required);

    /// <summary>One of a few options, at most 100, in groups where a group is named.</summary>
    public sealed record Choice(string Name, string Label, string? Hint, bool Required, ValueList<Option> Options, string? Value = null)
        : FormField(Name, Label, Hint, Required);

    /// <summary>One of many options, which are looked up while the person types; see <see cref="LookupQuestion"/>.</summary>
    public sealed record Lookup(string Name, string Label, string? Hint, bool Required, Option? Chosen = null)
        : FormField(Name, Label, Hint, Required)
    {
        /// <summary>What may be chosen before anything is typed, where a platform does not ask for that by itself.</summary>
        public ValueList<Option> Likely { get; init; } = [];
    }

    /// <summary>Some of the platform's people. The answer is their accounts, separated by commas.</summary>
    /// <param name="Chosen">Accounts that are chosen at first.</param>
    public sealed record People(string Name, string Label, string? Hint, bool Required, ValueList<string> Chosen)
        : FormField(Name, Label, Hint, Required)
    {
        /// <summary>The accounts of an answer, each once.</summary>
        public static ValueList<string> Read(string? answer) =>
            (answer ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToValueList();
    }
}

/// <summary>Names a lookup where a platform has only one string for it: the form's id and the field's name.</summary>
public sealed record LookupQuestion(string Form, string Field)
{
    public static LookupQuestion? Parse(string text) =>
        text.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 ? new LookupQuestion(text[..slash], text[(slash + 1)..]) : null;

    public override string ToString() => $"{Form}/{Field}";
}

/// <summary>An option of a choice. Label: at most 75 characters.</summary>
public sealed record Option(string Value, string Label, string? Group = null);
