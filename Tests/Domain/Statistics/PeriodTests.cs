using AlignmentBot.Domain.Statistics;
using NodaTime;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Tests.Domain.Statistics;

public sealed class PeriodTests
{
    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    [Fact]
    public void Month_runs_from_midnight_to_midnight_of_the_zone_over_the_change_to_winter_time()
    {
        var october = Period.Month(new LocalDate(2026, 10, 15)).In(Amsterdam);

        Assert.Equal(Instant.FromUtc(2026, 9, 30, 22, 0), october.Start);
        Assert.Equal(Instant.FromUtc(2026, 10, 31, 23, 0), october.End);
        Assert.Equal(31 * 24 + 1, october.Duration.TotalHours);
    }

    [Fact]
    public void Last_quarter_of_February_is_the_autumn_before() => Assert.Equal(
        new Period(new LocalDate(2026, 10, 1), new LocalDate(2026, 12, 31)), Period.LastQuarter(new LocalDate(2027, 2, 28)));

    [Fact]
    public void Month_before_a_month_is_a_whole_month() => Assert.Equal(
        Period.Month(new LocalDate(2026, 2, 1)), Period.Month(new LocalDate(2026, 3, 1)).Previous());

    [Fact]
    public void Other_days_are_preceded_by_as_many_days() => Assert.Equal(
        new Period(new LocalDate(2026, 2, 25), new LocalDate(2026, 3, 1)), new Period(new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 6)).Previous());

    [Fact]
    public void Parts_cover_every_day_once_and_are_cut_to_the_period()
    {
        var period = new Period(new LocalDate(2026, 10, 29), new LocalDate(2026, 11, 10));

        Assert.Equal(["2026-10-29..2026-11-01", "2026-11-02..2026-11-08", "2026-11-09..2026-11-10"], period.Parts(Step.Week).Select(Text));
        Assert.Equal(["2026-10-29..2026-10-31", "2026-11-01..2026-11-10"], period.Parts(Step.Month).Select(Text));
        Assert.Equal(period.Days, period.Parts(Step.Day).Count());
    }

    [Fact]
    public void Last_day_is_not_before_the_first() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Period(new LocalDate(2026, 10, 2), new LocalDate(2026, 10, 1)));

    private static string Text(Period part) => FormattableString.Invariant($"{part.From:uuuu-MM-dd}..{part.Until:uuuu-MM-dd}");
}
