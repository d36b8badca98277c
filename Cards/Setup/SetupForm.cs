using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;

namespace AlignmentBot.Cards.Setup;

/// <summary>The form that makes a pod of a channel, or changes it.</summary>
public static class SetupForm
{
    public const int NameLimit = 80;

    /// <summary>Time zones are looked up.</summary>
    public static readonly LookupQuestion ZoneQuestion = new(FormIds.Setup, FieldNames.TimeZone);

    public static Form Draw(SetupDraft draft, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var intro = draft.IsNew ? texts["setup.intro_new", draft.Room] : texts["setup.intro_change", draft.Name ?? draft.Room];
        return new Form(
            FormIds.Setup,
            draft.Conversation,
            texts["setup.title"],
            texts["setup.submit"],
            texts["form.cancel"],
            draft.Fault is { } fault ? texts["setup.again", fault] : intro,
            [
                new FormField.Text(FieldNames.PodName, texts["setup.name"], texts["setup.name_hint"], Required: true, Multiline: false, NameLimit, draft.Name),
                new FormField.Lookup(FieldNames.TimeZone, texts["setup.zone"], texts["setup.zone_hint"], Required: true, draft.TimeZone is { } zone ? new Option(zone, zone) : null),
                .. Side(draft, draft.Sales, FieldNames.SalesGroup, "setup.sales_group", FieldNames.SalesPeople, "setup.sales_people", texts),
                .. Side(draft, draft.Marketing, FieldNames.MarketingGroup, "setup.marketing_group", FieldNames.MarketingPeople, "setup.marketing_people", texts),
                new FormField.People(FieldNames.PodLeads, texts["setup.leads"], texts["setup.leads_hint"], Required: false, draft.PodLeads),
            ]);
    }

    private static IEnumerable<FormField> Side(SetupDraft draft, SideDraft side, string group, string groupKey, string people, string peopleKey, Texts texts)
    {
        if (draft.Groups.Count > 0)
            yield return new FormField.Choice(group, texts[groupKey], texts["setup.group_hint"], Required: false, draft.Groups, side.Group);
        yield return new FormField.People(people, texts[peopleKey], null, Required: false, side.People);
    }
}
