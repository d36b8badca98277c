using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Setup;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Cards.Calendar;

/// <summary>The form in which somebody sets their own hours and time zone.</summary>
public static class HoursForm
{
    private const int HoursLength = 300;

    /// <summary>Time zones are looked up.</summary>
    public static readonly LookupQuestion ZoneQuestion = new(FormIds.Hours, FieldNames.TimeZone);

    public static Form Draw(Pod pod, Member member, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        return new Form(FormIds.Hours, pod.Id.Value, texts["hours.form.title"], texts["hours.form.submit"], texts["form.cancel"], texts["hours.form.intro"], [
            new FormField.Text(
                FieldNames.Hours, texts["hours.form.hours"], texts["hours.form.hours_hint", HoursWords.Typed(pod.Hours, texts)], Required: false, Multiline: true, HoursLength,
                member.Hours is { } own ? HoursWords.Typed(own, texts) : null),
            new FormField.Lookup(
                FieldNames.TimeZone, texts["hours.form.zone"], texts["hours.form.zone_hint", pod.TimeZone], Required: false,
                member.TimeZone is { } zone ? new Option(zone, zone) : null),
        ]);
    }
}
