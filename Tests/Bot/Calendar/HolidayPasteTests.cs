using System.Globalization;
using AlignmentBot.Bot.Handlers.Calendar;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using NodaTime;
using NodaTime.Text;

namespace AlignmentBot.Tests.Bot.Calendar;

/// <summary>Today is Friday, 20 November 2026.</summary>
public sealed class HolidayPasteTests
{
    private static readonly LocalDate Today = new(2026, 11, 20);

    private static readonly Texts English = Texts.For(CultureInfo.GetCultureInfo("en"));

    [Fact]
    public void Days_stand_one_by_one_and_in_stretches() => Assert.Equal(
        Days("2026-12-24", "2026-12-25", "2026-12-26", "2027-01-01"),
        Read("1 Jan 2027\n2026-12-25, 2026-12-24..2026-12-26;").Days);

    [Fact]
    public void A_whole_day_event_is_a_holiday_and_its_end_is_not() => Assert.Equal(
        Days("2026-12-25"), Read(Ics("DTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:20261226\nSUMMARY:Christmas Day")).Days);

    [Fact]
    public void An_event_without_an_end_lasts_a_day() => Assert.Equal(Days("2026-12-25"), Read(Ics("DTSTART;VALUE=DATE:20261225")).Days);

    [Fact]
    public void An_event_over_several_days_is_all_of_them() => Assert.Equal(
        Days("2026-12-24", "2026-12-25", "2026-12-26"), Read(Ics("DTSTART;VALUE=DATE:20261224\nDTEND;VALUE=DATE:20261227")).Days);

    [Fact]
    public void An_event_from_midnight_to_midnight_fills_its_days() => Assert.Equal(
        Days("2026-12-25", "2026-12-26"), Read(Ics("DTSTART:20261225T000000\nDTEND:20261227T000000")).Days);

    [Fact]
    public void What_comes_every_year_is_counted_out_for_three_years() => Assert.Equal(
        Days("2026-12-25", "2027-12-25", "2028-12-25"), Read(Ics("DTSTART;VALUE=DATE:20101225\nDTEND;VALUE=DATE:20101226\nRRULE:FREQ=YEARLY")).Days);

    [Fact]
    public void A_rule_may_name_the_fourth_thursday_of_november() => Assert.Equal(
        Days("2026-11-26", "2027-11-25", "2028-11-23"),
        Read(Ics("DTSTART;VALUE=DATE:20201126\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH")).Days);

    [Fact]
    public void A_day_taken_out_of_a_rule_is_no_holiday() => Assert.Equal(
        Days("2026-12-25", "2028-12-25"),
        Read(Ics("DTSTART;VALUE=DATE:20101225\nRRULE:FREQ=YEARLY\nEXDATE;VALUE=DATE:20271225")).Days);

    [Fact]
    public void Events_with_times_of_day_and_cancelled_ones_are_left_out()
    {
        var read = Read(Ics(
            "DTSTART;VALUE=DATE:20261225",
            "DTSTART:20261224T140000Z\nDTEND:20261224T160000Z",
            "DTSTART;VALUE=DATE:20261231\nSTATUS:CANCELLED"));

        Assert.Equal(Days("2026-12-25"), read.Days);
        Assert.Equal(1, read.LeftOut);
    }

    [Fact]
    public void Long_lines_that_were_folded_are_read() => Assert.Equal(
        Days("2026-12-25"), Read(Ics("DTSTART;VALUE=DATE:20261225\nDESCRIPTION:a long\n  story: of two lines")).Days);

    [Fact]
    public void A_rule_that_is_never_met_ends_all_the_same() =>
        Assert.NotEmpty(Wrong(Ics("DTSTART;VALUE=DATE:20250201\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")));

    [Fact]
    public void A_rule_for_every_day_of_three_years_is_too_much() => Assert.Equal(
        "Those are more than 1000 holidays. Import fewer.", Wrong(Ics("DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=DAILY")));

    [Theory]
    [InlineData("", "There is no day in it. Write days such as 2026-12-25, or paste an iCalendar text.")]
    [InlineData("2026-12-25\n2026-13-01", "Line 2: \"2026-13-01\" is not a day. Write it such as 2026-12-25 or 25 Dec 2026, and a stretch such as 2026-12-24..2026-12-31.")]
    [InlineData("2026-12-31..2026-12-25", "Line 1: \"2026-12-31..2026-12-25\" must run from an earlier to a later day, over at most 92 days.")]
    [InlineData("from 2026-12-31", "Line 1: \"from 2026-12-31\" is not a day. Write it such as 2026-12-25 or 25 Dec 2026, and a stretch such as 2026-12-24..2026-12-31.")]
    [InlineData("BEGIN:VCALENDAR\nnonsense\nEND:VCALENDAR", "Line 2: \"nonsense\" is not a line of an iCalendar file. A line has a name, a colon and a value, such as SUMMARY:Christmas Day.")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261225", "Line 2: the VEVENT that begins there does not end. Is the file cut off?")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR", "Line 3: END is \"VCALENDAR\", but that is not what was begun last.")]
    [InlineData("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:25.12.2026\nEND:VEVENT\nEND:VCALENDAR", "Line 3: DTSTART is \"25.12.2026\". It must be a date such as 20261225.")]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR", "The calendar has no events.")]
    public void What_is_wrong_is_named_with_its_line(string text, string sentence) => Assert.Equal(sentence, Wrong(text));

    [Fact]
    public void A_calendar_of_the_past_alone_has_nothing_to_offer() => Assert.Equal(
        "The calendar has no events that fill whole days between 2026 and 2028.", Wrong(Ics("DTSTART;VALUE=DATE:20101225")));

    [Fact]
    public void A_date_that_no_calendar_has_is_refused() =>
        Assert.StartsWith("The calendar cannot be read:", Wrong(Ics("DTSTART;VALUE=DATE:20261399")), StringComparison.Ordinal);

    [Fact]
    public void Whatever_is_pasted_gets_an_answer()
    {
        foreach (var cut in Enumerable.Range(0, Whole.Length).Where(length => length % 7 == 0))
            Assert.NotNull(HolidayPaste.Read(Whole[..cut], Today, English));
    }

    private static readonly string Whole = Ics("DTSTART;VALUE=DATE:20101225\nDTEND;VALUE=DATE:20101226\nRRULE:FREQ=YEARLY;UNTIL=20301225\nSUMMARY:Christmas Day");

    private static string Ics(params string[] events) =>
        $"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//Holidays//EN\n{string.Concat(events.Select((lines, at) => $"BEGIN:VEVENT\nUID:{at}@example.com\nDTSTAMP:20260101T000000Z\n{lines}\nEND:VEVENT\n"))}END:VCALENDAR\n";

    private static HolidaysRead.Fine Read(string text) => Assert.IsType<HolidaysRead.Fine>(HolidayPaste.Read(text, Today, English));

    private static string Wrong(string text) => Assert.IsType<HolidaysRead.Wrong>(HolidayPaste.Read(text, Today, English)).Sentence;

    private static ValueList<LocalDate> Days(params string[] days) => days.Select(day => LocalDatePattern.Iso.Parse(day).Value).ToValueList();
}
