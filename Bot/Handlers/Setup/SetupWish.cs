using AlignmentBot.Bot.Channels;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Setup;
using AlignmentBot.Domain;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Setup;

/// <summary>What was asked for in the set-up form.</summary>
public sealed record SetupWish(string Name, string TimeZone, SideDraft Sales, SideDraft Marketing, ValueList<string> PodLeads)
{
    /// <summary>Reads the form as far as nobody has to be asked for it.</summary>
    /// <returns>The wish, or what is wrong with it.</returns>
    public static (SetupWish Wish, ValueList<FieldError> Errors) Read(Submission form, Texts texts)
    {
        var wish = new SetupWish(
            (form.Answers.GetValueOrDefault(FieldNames.PodName) ?? string.Empty).Trim(),
            form.Answers.GetValueOrDefault(FieldNames.TimeZone) ?? string.Empty,
            Side(form, FieldNames.SalesGroup, FieldNames.SalesPeople),
            Side(form, FieldNames.MarketingGroup, FieldNames.MarketingPeople),
            FormField.People.Read(form.Answers.GetValueOrDefault(FieldNames.PodLeads)));
        return (wish, wish.Faults(texts).ToValueList());
    }

    /// <summary>The wish as a draft, to be asked again.</summary>
    public SetupDraft Draft(SetupVisit.Granted visit, ValueList<Option> groups, string fault) =>
        new(visit.Conversation, visit.Room.Name, visit.Pod is null, Name, TimeZone, groups) { Sales = Sales, Marketing = Marketing, PodLeads = PodLeads, Fault = fault };

    private IEnumerable<FieldError> Faults(Texts texts)
    {
        if (Name.Length is 0 or > SetupForm.NameLimit)
            yield return new FieldError(FieldNames.PodName, texts["setup.error.name"]);
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZone) is null)
            yield return new FieldError(FieldNames.TimeZone, texts["setup.error.zone"]);
        if (IsEmpty(Sales))
            yield return new FieldError(FieldNames.SalesPeople, texts["setup.error.side"]);
        if (IsEmpty(Marketing))
            yield return new FieldError(FieldNames.MarketingPeople, texts["setup.error.side"]);
    }

    private static bool IsEmpty(SideDraft side) => side.Group is null && side.People.Count == 0;

    private static SideDraft Side(Submission form, string group, string people) => new(
        form.Answers.GetValueOrDefault(group) is { Length: > 0 } chosen ? chosen : null,
        FormField.People.Read(form.Answers.GetValueOrDefault(people)));
}
