using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Cards.Calendar;

/// <summary>The holidays of a pod that are still to come, a line for each year.</summary>
public static class HolidaysCard
{
    private const int MostYears = 5;
    private const int MostInYear = 40;

    public static Card Draw(Pod pod, LocalDate today, bool mayChange, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var coming = pod.Holidays.Where(day => day >= today).Distinct().Order().ToList();
        var summary = coming.Count == 0 ? texts["holidays.none", pod.Name] : texts["holidays.next", pod.Name, DayWords.Of(coming[0], today, texts)];
        var blocks = new List<Block> { new Block.Heading(texts["holidays.heading", pod.Name]), new Block.Paragraph([new Run.Plain(summary)]) };
        if (coming.Count > 0)
            blocks.Add(new Block.Facts(coming.GroupBy(day => day.Year).Take(MostYears).Select(year => Year(year.Key, [.. year], texts)).ToValueList()));
        blocks.Add(new Block.Note(texts.Runs(mayChange ? "holidays.how" : "holidays.ask")));
        if (mayChange)
            blocks.Add(new Block.Buttons([new Button(ActionIds.HolidaysForm, texts["holidays.button"], pod.Id.Value, ButtonStyle.Plain, Audience.Everyone.Instance)]));
        return new Card(summary, Tone.Neutral, blocks.ToValueList());
    }

    private static Fact Year(int year, IReadOnlyList<LocalDate> days, Texts texts)
    {
        var named = string.Join(", ", days.Take(MostInYear).Select(day => DayWords.Of(day, new LocalDate(year, 1, 1), texts)));
        var words = days.Count > MostInYear ? texts["holidays.and_more", named, days.Count - MostInYear] : named;
        return new Fact(year.ToString(texts.Language), [new Run.Plain(words)]);
    }
}
