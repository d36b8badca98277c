using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using NodaTime;
using NodaTime.Text;

namespace AlignmentBot.Cards.Calendar;

/// <summary>The form "I am away".</summary>
public static class AwayForm
{
    private const int MostColleagues = 100;
    private const int DayLength = 40;

    public static Form Draw(Pod pod, Member member, Roster roster, LocalDate today, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var colleagues = roster.Members
            .Where(other => other.Active && other.Side == member.Side && other.Id != member.Id)
            .OrderBy(other => other.Name, StringComparer.Ordinal)
            .Take(MostColleagues)
            .Select(other => new Option(other.Id.Value, other.Name))
            .ToValueList();
        FormField[] days =
        [
            new FormField.Text(FieldNames.From, texts["away.form.from"], texts["away.form.day_hint"], Required: true, Multiline: false, DayLength, LocalDatePattern.Iso.Format(today)),
            new FormField.Text(FieldNames.Until, texts["away.form.until"], texts["away.form.until_hint"], Required: false, Multiline: false, DayLength),
        ];
        var backup = new FormField.Choice(FieldNames.Backup, texts["away.form.backup"], texts["away.form.backup_hint"], Required: false, colleagues);
        return new Form(
            FormIds.Away, pod.Id.Value, texts["away.form.title"], texts["away.form.submit"], texts["form.cancel"], texts["away.form.intro"],
            colleagues.Count > 0 ? [.. days, backup] : [.. days]);
    }
}
