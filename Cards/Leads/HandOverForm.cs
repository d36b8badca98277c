using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Cards.Leads;

/// <summary>Asks for a new lead, for a marketer who hands one over by hand.</summary>
public static class HandOverForm
{
    /// <summary>By which of these a lead is known; one of them has to be given.</summary>
    public static readonly ValueList<string> Identity = ["firstName", "lastName", BriefFields.Email, BriefFields.CompanyName];

    private const int ValueLimit = 200;
    private const int NotesLimit = 2000;

    private static readonly ValueList<string> Always =
        ["firstName", "lastName", "title", BriefFields.Email, BriefFields.Phone, BriefFields.CompanyName, "source", "score", "notes"];

    /// <param name="pod">To which it goes; comes back as the form's value.</param>
    public static Form Draw(Pod pod, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var fields = Always.Concat(pod.RequiredFields).Distinct(StringComparer.Ordinal).Where(name => name != "marketer");
        return new Form(
            FormIds.HandOver,
            pod.Id.Value,
            texts["form.hand_over.title"],
            texts["form.hand_over.submit"],
            texts["form.cancel"],
            texts["form.hand_over.intro", pod.Name],
            fields.Select(name => Field(name, texts)).ToValueList());
    }

    private static FormField Field(string name, Texts texts) => name == "notes"
        ? new FormField.Text(name, LeadWords.Field(name, texts), null, Required: false, Multiline: true, NotesLimit)
        : new FormField.Text(name, LeadWords.Field(name, texts), null, Required: false, Multiline: false, ValueLimit);
}
