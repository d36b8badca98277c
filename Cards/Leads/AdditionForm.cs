using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;

namespace AlignmentBot.Cards.Leads;

/// <summary>Asks to which lead a message belongs.</summary>
public static class AdditionForm
{
    public static readonly LookupQuestion Question = new(FormIds.Add, FieldNames.Lead);

    /// <param name="message">The platform's id of the message; at most 200 characters.</param>
    /// <param name="newest">The leads that are most likely meant.</param>
    public static Form Draw(string message, ValueList<Option> newest, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        return new Form(FormIds.Add, message, texts["form.add.title"], texts["form.add.submit"], texts["form.cancel"], texts["form.add.intro"], [
            new FormField.Lookup(FieldNames.Lead, texts["form.add.lead"], texts["form.add.lead_hint"], Required: true) { Likely = newest },
        ]);
    }
}
