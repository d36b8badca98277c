using AlignmentBot.Domain.Review;
using AlignmentBot.Domain.Time;
using AlignmentBot.Tests.Fakes;
using NodaTime;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Tests.Domain.Review;

public sealed class PackScheduleTests
{
    private static readonly WorkCalendar Amsterdam = WorkCalendar.Of(SamplePod.Emea);

    /// <summary>Nine o'clock in Amsterdam on Monday, 23 November 2026.</summary>
    private static readonly Instant MondayAtNine = Instant.FromUtc(2026, 11, 23, 8, 0);

    [Fact]
    public void The_weekly_pack_comes_on_Monday_at_nine_on_the_pods_clock_and_looks_at_the_week_before()
    {
        var next = PackSchedule.After(PackKind.Weekly, SamplePod.Morning, Amsterdam)!;

        Assert.Equal(MondayAtNine, next.At);
        Assert.Equal(new Period(new LocalDate(2026, 11, 16), new LocalDate(2026, 11, 22)), next.Looks);
    }

    [Theory]
    [InlineData(-1, 23)]
    [InlineData(0, 30)]
    public void At_nine_sharp_the_next_one_is_a_week_away(int seconds, int day) =>
        Assert.Equal(Instant.FromUtc(2026, 11, day, 8, 0), PackSchedule.After(PackKind.Weekly, MondayAtNine + Duration.FromSeconds(seconds), Amsterdam)!.At);

    [Theory]
    [InlineData(-1, 16)]
    [InlineData(0, 23)]
    public void The_last_one_is_there_from_nine_sharp(int seconds, int day) =>
        Assert.Equal(Instant.FromUtc(2026, 11, day, 8, 0), PackSchedule.LastUntil(PackKind.Weekly, MondayAtNine + Duration.FromSeconds(seconds), Amsterdam)!.At);

    [Fact]
    public void A_holiday_on_Monday_moves_it_to_the_next_working_day()
    {
        var calendar = Amsterdam with { Holidays = [new LocalDate(2026, 11, 23)] };

        Assert.Equal(Instant.FromUtc(2026, 11, 24, 8, 0), PackSchedule.After(PackKind.Weekly, SamplePod.Morning, calendar)!.At);
    }

    [Fact]
    public void A_week_without_a_working_day_has_none()
    {
        var calendar = Amsterdam with { Holidays = [.. Enumerable.Range(23, 5).Select(day => new LocalDate(2026, 11, day))] };

        Assert.Equal(Instant.FromUtc(2026, 11, 30, 8, 0), PackSchedule.After(PackKind.Weekly, SamplePod.Morning, calendar)!.At);
    }

    [Fact]
    public void Nine_stays_nine_when_clocks_change() =>
        Assert.Equal(Instant.FromUtc(2026, 10, 19, 7, 0), PackSchedule.LastUntil(PackKind.Weekly, Instant.FromUtc(2026, 10, 24, 12, 0), Amsterdam)!.At);

    [Fact]
    public void The_monthly_pack_comes_on_the_first_working_day_of_the_next_month()
    {
        var next = PackSchedule.After(PackKind.Monthly, Instant.FromUtc(2026, 10, 20, 8, 0), Amsterdam)!;

        Assert.Equal(Instant.FromUtc(2026, 11, 2, 8, 0), next.At);
        Assert.Equal(Period.Month(new LocalDate(2026, 10, 1)), next.Looks);
    }

    [Fact]
    public void The_month_that_ends_a_quarter_has_the_quarters_pack_alone()
    {
        var decemberEnds = Instant.FromUtc(2026, 12, 20, 8, 0);

        Assert.Equal(Period.Month(new LocalDate(2027, 1, 1)), PackSchedule.After(PackKind.Monthly, decemberEnds, Amsterdam)!.Looks);
        var quarter = PackSchedule.After(PackKind.Quarterly, decemberEnds, Amsterdam)!;
        Assert.Equal(Period.Quarter(new LocalDate(2026, 10, 1)), quarter.Looks);
        Assert.Equal(Instant.FromUtc(2027, 1, 1, 8, 0), quarter.At);
    }

    [Fact]
    public void A_calendar_without_working_days_has_no_packs() =>
        Assert.Null(PackSchedule.After(PackKind.Weekly, SamplePod.Morning, Amsterdam with { Week = new([], [], [], [], [], [], []) }));
}
