using AlignmentBot.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace AlignmentBot.Cards.Calendar;

/// <summary>Days as people say them: "Fri 25 Dec", with the year where it is not this one.</summary>
public static class DayWords
{
    public static string Of(LocalDate day, LocalDate today, Texts texts) =>
        LocalDatePattern.Create(texts[day.Year == today.Year ? "hours.day" : "hours.day_year"], texts.Language).Format(day);

    /// <summary>"on Fri 25 Dec", "from Thu 24 Dec to Sat 2 Jan 2027", or "from Mon 30 Nov until further notice".</summary>
    public static string Of(DaysOff off, LocalDate today, Texts texts) => off.Until switch
    {
        null => texts["away.open", Of(off.From, today, texts)],
        { } until when until == off.From => texts["away.one_day", Of(off.From, today, texts)],
        { } until => texts["away.range", Of(off.From, today, texts), Of(until, today, texts)],
    };
}
