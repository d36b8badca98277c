using AlignmentBot.Bot.Channels;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Bot.Handlers.Leads;

/// <summary>What a person filled in, with what is needed to judge it.</summary>
public sealed record FormAnswers(LeadView View, IReadOnlyDictionary<string, string> Fields, Reader Reader)
{
    /// <summary>The trimmed answer, or null when the field was left empty.</summary>
    public string? this[string field] =>
        Fields.TryGetValue(field, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    public Parsed.Wrong Wrong(string field, string key, params object[] args) => new([Error(field, key, args)]);

    public FieldError Error(string field, string key, params object[] args) => new(field, Texts.For(Reader.Language)[key, args]);
}

/// <summary>A form's answers as a command, or what is wrong with them.</summary>
public abstract record Parsed
{
    private Parsed()
    {
    }

    public sealed record Fine(LeadCommand Command) : Parsed;

    public sealed record Wrong(ValueList<FieldError> Errors) : Parsed;
}
