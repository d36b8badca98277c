using AlignmentBot.Domain;
using AlignmentBot.Domain.Time;
using NodaTime;

namespace AlignmentBot.Tests.Domain.Time;

/// <summary>What holds for every calendar at every moment.</summary>
public sealed class WorkingTimeProperties
{
    /// <summary>The oracle takes its time, so it is asked less often.</summary>
    private const int Few = 400;
    private const int Many = 5_000;

    [Fact]
    public void The_time_between_agrees_with_a_count_of_every_minute() => Calendars.All(Few, it =>
        Assert.Equal(Oracle.Between(it.From, it.To, it.Calendar), WorkingTime.Between(it.From, it.To, it.Calendar)));

    [Fact]
    public void The_time_that_two_share_agrees_with_a_count_of_every_minute() => Calendars.All(Few, it =>
        Assert.Equal(Oracle.Between(it.From, it.To, it.Calendar, it.Other), WorkingTime.Between(it.From, it.To, it.Calendar, it.Other)));

    [Fact]
    public void A_due_moment_agrees_with_a_count_of_every_minute() => Calendars.All(Few, it =>
    {
        var due = WorkingTime.DueAt(it.From, it.Working, it.Calendar);
        var until = it.From + Duration.FromDays(10);

        Assert.Equal(Oracle.DueAt(it.From, it.Working, until, it.Calendar), due <= until ? due : null);
    });

    [Fact]
    public void A_minute_is_working_time_when_the_clock_on_the_wall_says_so() => Calendars.All(Many, it =>
        Assert.Equal(Oracle.IsWorking(it.From, it.Calendar), WorkingTime.IsWorking(it.From, it.Calendar)));

    [Fact]
    public void The_next_start_is_the_first_minute_of_work() => Calendars.All(Few, it =>
    {
        var until = it.From + Duration.FromDays(3);
        var next = WorkingTime.NextStart(it.From, it.Calendar);
        var expected = Oracle.DueAt(it.From, Oracle.Minute, until, it.Calendar) - Oracle.Minute;

        Assert.Equal(expected, next < until ? next : null);
    });

    [Fact]
    public void Nothing_is_due_outside_working_time() => Calendars.All(Many, it =>
    {
        if (WorkingTime.DueAt(it.From, it.Working, it.Calendar, it.Other) is { } due)
            Assert.True(WorkingTime.IsWorking(due - Duration.Epsilon, it.Calendar, it.Other));
    });

    [Fact]
    public void Adding_working_time_and_measuring_it_gives_it_back() => Calendars.All(Many, it =>
    {
        if (WorkingTime.DueAt(it.From, it.Working, it.Calendar, it.Other) is { } due)
            Assert.Equal(it.Working, WorkingTime.Between(it.From, due, it.Calendar, it.Other));
    });

    [Fact]
    public void A_day_off_never_makes_a_deadline_earlier() => Calendars.All(Many, it =>
    {
        var away = it.Calendar with { Off = it.Calendar.Off.Add(new DaysOff(it.OddDay, it.OddDay.PlusDays(1), null)) };
        var free = it.Calendar with { Holidays = it.Calendar.Holidays.Add(it.OddDay) };
        var due = WorkingTime.DueAt(it.From, it.Working, it.Calendar) ?? Instant.MaxValue;

        Assert.True(due <= (WorkingTime.DueAt(it.From, it.Working, away) ?? Instant.MaxValue));
        Assert.True(due <= (WorkingTime.DueAt(it.From, it.Working, free) ?? Instant.MaxValue));
    });

    [Fact]
    public void Splitting_a_stretch_changes_nothing() => Calendars.All(Many, it => Assert.Equal(
        WorkingTime.Between(it.From, it.To, it.Calendar, it.Other),
        WorkingTime.Between(it.From, it.Middle, it.Calendar, it.Other) + WorkingTime.Between(it.Middle, it.To, it.Calendar, it.Other)));

    [Fact]
    public void The_explanation_adds_up_and_its_stretches_stand_apart_and_in_order() => Calendars.All(Many, it =>
    {
        var stretches = WorkingTime.Explain(it.From, it.To, it.Calendar, it.Other);

        Assert.Equal(WorkingTime.Between(it.From, it.To, it.Calendar, it.Other), stretches.Aggregate(Duration.Zero, (sum, stretch) => sum + stretch.Duration));
        Assert.All(stretches, stretch => Assert.True(stretch.Duration > Duration.Zero));
        Assert.All(stretches.Zip(stretches.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start));
    });

    [Fact]
    public void The_order_of_calendars_does_not_matter() => Calendars.All(Many, it => Assert.Equal(
        WorkingTime.DueAt(it.From, it.Working, it.Calendar, it.Other), WorkingTime.DueAt(it.From, it.Working, it.Other, it.Calendar)));

    [Fact]
    public void Later_starts_are_never_due_earlier() => Calendars.All(Many, it => Assert.True(
        (WorkingTime.DueAt(it.From, it.Working, it.Calendar) ?? Instant.MaxValue) <= (WorkingTime.DueAt(it.To, it.Working, it.Calendar) ?? Instant.MaxValue)));
}
