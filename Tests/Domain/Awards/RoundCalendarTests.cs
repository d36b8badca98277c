using AlignmentBot.Domain.Awards;
using AlignmentBot.Tests.Fakes;
using NodaTime;
using static AlignmentBot.Tests.Domain.Awards.SampleRounds;

namespace AlignmentBot.Tests.Domain.Awards;

/// <summary>When rounds open, remind, close and are announced.</summary>
public sealed class RoundCalendarTests
{
    [Fact]
    public void A_round_opens_on_the_last_working_day_at_ten_in_the_pods_zone()
    {
        Assert.Equal(OpensAt, Calendar.OpensAt(November));
        // 31 October 2026 is a Saturday, and clocks went back on the 25th.
        Assert.Equal(Instant.FromUtc(2026, 10, 30, 9, 0), Calendar.OpensAt(new YearMonth(2026, 10)));
        Assert.Equal(Instant.FromUtc(2026, 9, 30, 8, 0), Calendar.OpensAt(new YearMonth(2026, 9)));
    }

    [Fact]
    public void A_holiday_moves_the_opening_to_the_working_day_before() => Assert.Equal(
        Instant.FromUtc(2026, 11, 27, 9, 0), RoundCalendar.Of(SamplePod.Emea with { Holidays = [new LocalDate(2026, 11, 30)] }, AwardPolicy.Default).OpensAt(November));

    [Theory]
    [InlineData(25, 25)]
    [InlineData(28, 30)]
    [InlineData(1, 2)]
    public void A_day_of_the_month_moves_to_the_next_working_day(int day, int opens) => Assert.Equal(
        Instant.FromUtc(2026, 11, opens, 9, 0), RoundCalendar.Of(SamplePod.Emea, AwardPolicy.Default with { OpensOnDay = day }).OpensAt(November));

    [Fact]
    public void It_closes_three_working_days_later_at_the_end_of_work_and_is_announced_the_next_morning()
    {
        Assert.Equal(ClosesAt, Calendar.ClosesAt(OpensAt));
        Assert.Equal(AnnouncesAt, Calendar.AnnouncesAt(ClosesAt));
    }

    [Fact]
    public void A_round_that_opened_late_loses_no_voting_time() =>
        Assert.Equal(Instant.FromUtc(2026, 12, 7, 16, 30), Calendar.ClosesAt(Instant.FromUtc(2026, 12, 2, 14, 0)));

    [Fact]
    public void Reminders_come_two_working_days_before_the_close_and_on_the_last_day()
    {
        var first = Instant.FromUtc(2026, 12, 1, 9, 0);
        var last = Instant.FromUtc(2026, 12, 3, 9, 0);

        Assert.Equal([first, last], Calendar.Reminders(ClosesAt, OpensAt));
        Assert.Equal([last], Calendar.Reminders(ClosesAt, first));
        Assert.Empty(Calendar.Reminders(ClosesAt, last));
    }

    [Fact]
    public void The_next_month_is_the_first_that_opens_later()
    {
        Assert.Equal(November, Calendar.NextMonth(OpensAt - Duration.FromSeconds(1)));
        Assert.Equal(new YearMonth(2026, 12), Calendar.NextMonth(OpensAt));
        Assert.Equal(November, Calendar.NextMonth(Instant.FromUtc(2026, 11, 1, 0, 0)));
    }

    [Theory]
    [InlineData(1, 9, 1, 15, 3)]
    [InlineData(1, 9, 2, 9, 4)]
    [InlineData(3, 9, 7, 9, 7)]
    public void A_pause_moves_the_close_by_the_working_days_that_it_took(int fromDay, int fromHour, int untilDay, int untilHour, int closes) => Assert.Equal(
        Instant.FromUtc(2026, 12, closes, 16, 30),
        Calendar.AfterPause(ClosesAt, Instant.FromUtc(2026, 12, fromDay, fromHour, 0), Instant.FromUtc(2026, 12, untilDay, untilHour, 0)));

    [Fact]
    public void A_pause_of_a_weekend_takes_nothing() => Assert.Equal(
        Instant.FromUtc(2026, 12, 7, 16, 30),
        Calendar.AfterPause(Instant.FromUtc(2026, 12, 7, 16, 30), Instant.FromUtc(2026, 12, 4, 17, 0), Instant.FromUtc(2026, 12, 6, 12, 0)));
}
