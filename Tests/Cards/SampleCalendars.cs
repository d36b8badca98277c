using AlignmentBot.Cards;
using AlignmentBot.Cards.Agreement;
using AlignmentBot.Cards.Calendar;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using NodaTime;

namespace AlignmentBot.Tests.Cards;

/// <summary>What is shown of hours, holidays and absence.</summary>
internal static class SampleCalendars
{
    public static readonly Pod Pod = Sample.Pod with { Holidays = [new LocalDate(2026, 4, 27), new LocalDate(2026, 12, 25), new LocalDate(2026, 12, 26), new LocalDate(2027, 1, 1)] };

    /// <summary>Away over Christmas, in a zone, with hours and a list of holidays of her own.</summary>
    public static readonly Member Rosa = Sample.Rosa with
    {
        TimeZone = "Europe/Lisbon",
        Hours = WorkWeek.Office with { Friday = [new Shift(new LocalTime(9, 0), new LocalTime(12, 30)), new Shift(new LocalTime(13, 30), new LocalTime(16, 0))] },
        Holidays = [new LocalDate(2026, 12, 8)],
        Off = [new DaysOff(new LocalDate(2026, 12, 24), new LocalDate(2027, 1, 2), Sample.Sam.Id)],
    };

    private static readonly LocalDate Today = new(2026, 11, 20);

    public static IEnumerable<(string Name, Card Card, Reader Reader)> Cards =>
    [
        For("hours", Sample.Sam, reader => HoursCard.Draw(Pod, Sample.Sam, Sample.Now, reader)),
        For("hours-own", Rosa, reader => HoursCard.Draw(Pod, Rosa, Instant.FromUtc(2026, 11, 20, 17, 0), reader)),
        For("away", Sample.Tina, _ => AwayCard.Draw(new AwayView(Rosa, Rosa.Off[0], Sample.Sam, 0, Today), Sample.Tina, Pod)),
        For("away-cover", Sample.Sam, _ => AwayCard.Draw(new AwayView(Rosa, Rosa.Off[0], Sample.Sam, 0, Today), Sample.Sam, Pod)),
        For("away-left", Sample.Tina, _ => AwayCard.Draw(new AwayView(Rosa, new DaysOff(Today, null, null), null, 2, Today), Sample.Tina, Pod)),
        For("back", Sample.Tina, _ => AwayCard.Back(Rosa, Sample.Tina, Pod)),
        For("why", Sample.Rosa, reader => WhyCard.Draw(WhyCardTests.View(Instant.FromUtc(2026, 12, 24, 16, 3), Duration.FromHours(1), [WorkCalendar.Of(Pod)]), reader)),
        For("holidays", Sample.Rosa, reader => HolidaysCard.Draw(Pod, Today, mayChange: false, reader)),
        For("holidays-lead", Sample.Tina, reader => HolidaysCard.Draw(Pod, Today, mayChange: true, reader)),
        For("holidays-none", Sample.Tina, reader => HolidaysCard.Draw(Sample.Pod, Today, mayChange: true, reader)),
    ];

    public static Form Import => HolidaysForm.Draw(Pod, Sample.Everyone);

    public static Form HoursAsked => HoursForm.Draw(Pod, Rosa, Reader.Of(Rosa, Pod));

    public static Form AwayAsked => AwayForm.Draw(Pod, Sample.Rosa, Sample.Roster, Today, Sample.Everyone);

    private static (string, Card, Reader) For(string name, Member member, Func<Reader, Card> draw)
    {
        var reader = Reader.Of(member, Pod);
        return (name, draw(reader), reader);
    }
}
