using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Channels.Teams.Drawing;

/// <summary>Puts what was typed back into a form, so that nobody types it twice.</summary>
public static class FilledForms
{
    public static Form FilledWith(this Form form, IReadOnlyDictionary<string, string> answers) =>
        form with { Fields = form.Fields.Select(field => Filled(field, answers.GetValueOrDefault(field.Name))).ToValueList() };

    private static FormField Filled(FormField field, string? answer) => field switch
    {
        FormField.Text text => text with { Value = answer },
        FormField.Choice choice => choice with { Value = answer },
        // What it was called when it was chosen is not sent along.
        FormField.Lookup lookup => lookup with { Chosen = answer is null ? null : lookup.Chosen is { } known && known.Value == answer ? known : new Option(answer, answer) },
        FormField.People people => people with { Chosen = FormField.People.Read(answer) },
        _ => throw new NotSupportedException($"No way to fill {field.GetType().Name}."),
    };
}
