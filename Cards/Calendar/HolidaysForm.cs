using AlignmentBot.Cards.Model;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Cards.Calendar;

/// <summary>The form that takes a pod's holidays: days, or the text of an iCalendar file.</summary>
public static class HolidaysForm
{
    public const string Add = "add";
    public const string Replace = "replace";

    /// <summary>As long as the shortest of the platforms takes.</summary>
    public const int TextLimit = 3000;

    public static Form Draw(Pod pod, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        return new Form(FormIds.Holidays, pod.Id.Value, texts["holidays.form.title"], texts["holidays.form.submit"], texts["form.cancel"], texts["holidays.form.intro", pod.Name], [
            new FormField.Text(FieldNames.Days, texts["holidays.form.days"], texts["holidays.form.days_hint"], Required: true, Multiline: true, TextLimit),
            new FormField.Choice(
                FieldNames.Mode,
                texts["holidays.form.mode"],
                null,
                Required: true,
                [new Option(Add, texts["holidays.form.add"]), new Option(Replace, texts["holidays.form.replace"])],
                Add),
        ]);
    }
}
