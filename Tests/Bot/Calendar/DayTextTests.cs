using System.Globalization;
using AlignmentBot.Bot.Handlers.Calendar;
using NodaTime;
using NodaTime.Text;

namespace AlignmentBot.Tests.Bot.Calendar;

/// <summary>Today is Friday, 20 November 2026.</summary>
public sealed class DayTextTests
{
    private static readonly LocalDate Today = new(2026, 11, 20);

    private static readonly DayText English = new(Today, CultureInfo.GetCultureInfo("en"));

    [Theory]
    [InlineData("2026-12-24", "2026-12-24")]
    [InlineData("24 Dec", "2026-12-24")]
    [InlineData("24 december 2027", "2027-12-24")]
    [InlineData("24th of December", "2026-12-24")]
    [InlineData("Dec 24", "2026-12-24")]
    [InlineData("December 24, 2026", "2026-12-24")]
    [InlineData("24.12.", "2026-12-24")]
    [InlineData("24.12.2026", "2026-12-24")]
    [InlineData("24.12.26", "2026-12-24")]
    [InlineData("2 Jan", "2027-01-02")]
    [InlineData("20 Nov", "2026-11-20")]
    [InlineData("19 Nov", "2027-11-19")]
    [InlineData("29 Feb", "2028-02-29")]
    [InlineData("today", "2026-11-20")]
    [InlineData("tomorrow", "2026-11-21")]
    [InlineData("Friday", "2026-11-20")]
    [InlineData("mon", "2026-11-23")]
    [InlineData("next friday", "2026-11-27")]
    [InlineData("next monday", "2026-11-23")]
    public void A_day_is_read_as_people_type_it(string typed, string day) => Assert.Equal(LocalDatePattern.Iso.Parse(day).Value, English.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("31 Feb")]
    [InlineData("2026-13-01")]
    [InlineData("12/24/2026")]
    [InlineData("soon")]
    [InlineData("24")]
    [InlineData("32.12.2026")]
    public void What_is_no_day_or_could_be_two_is_not_guessed(string typed) => Assert.Null(English.Read(typed));

    [Fact]
    public void Months_and_weekdays_are_also_read_in_the_readers_language()
    {
        var german = new DayText(Today, CultureInfo.GetCultureInfo("de"));

        Assert.Equal(new LocalDate(2026, 12, 24), german.Read("24. Dezember"));
        Assert.Equal(new LocalDate(2026, 11, 23), german.Read("Montag"));
        Assert.Equal(new LocalDate(2026, 11, 23), german.Read("monday"));
    }

    [Theory]
    [InlineData("", "2026-11-20", null)]
    [InlineData("2026-12-24..2027-01-02", "2026-12-24", "2027-01-02")]
    [InlineData("2026-12-24 - 2027-01-02", "2026-12-24", "2027-01-02")]
    [InlineData("2026-12-24 to 2027-01-02", "2026-12-24", "2027-01-02")]
    [InlineData("24 Dec - 2 Jan", "2026-12-24", "2027-01-02")]
    [InlineData("24-27 Dec", "2026-12-24", "2026-12-27")]
    [InlineData("24..27 Dec", "2026-12-24", "2026-12-27")]
    [InlineData("from 24 Dec until 2 Jan", "2026-12-24", "2027-01-02")]
    [InlineData("monday to friday", "2026-11-23", "2026-11-27")]
    [InlineData("2027-01-02..2026-12-24", "2027-01-02", "2026-12-24")]
    [InlineData("24 Dec", "2026-12-24", "2026-12-24")]
    [InlineData("until friday", "2026-11-20", "2026-11-20")]
    [InlineData("until 2 Jan", "2026-11-20", "2027-01-02")]
    [InlineData("from 24 Dec", "2026-12-24", null)]
    [InlineData("next week", "2026-11-23", "2026-11-29")]
    [InlineData("this week", "2026-11-20", "2026-11-22")]
    public void A_stretch_is_read_as_people_type_it(string typed, string from, string? until) => Assert.Equal(
        new DayRange(LocalDatePattern.Iso.Parse(from).Value, until is null ? null : LocalDatePattern.Iso.Parse(until).Value),
        DayRange.Read(typed, English, Today));

    [Theory]
    [InlineData("soon")]
    [InlineData("24 Dec to whenever")]
    [InlineData("next year")]
    public void What_is_no_stretch_is_not_guessed(string typed) => Assert.Null(DayRange.Read(typed, English, Today));
}
