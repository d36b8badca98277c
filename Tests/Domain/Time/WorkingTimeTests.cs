using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using NodaTime;
using NodaTime.Text;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Time;

/// <summary>Working time by example. Amsterdam, Monday to Friday from 09:00 to 17:30, unless a test says otherwise.</summary>
public sealed class WorkingTimeTests
{
    private static readonly WorkCalendar Office = WorkCalendar.Of(Emea);

    private static readonly Duration Hour = Duration.FromHours(1);

    private static readonly Shift Night = new(new LocalTime(22, 0), new LocalTime(6, 0));

    [Theory]
    [InlineData("2026-11-20T10:00", "2026-11-20T11:00", "in the middle of a day")]
    [InlineData("2026-11-20T16:30", "2026-11-20T17:30", "a deadline at the end of the day stays on that day")]
    [InlineData("2026-11-20T16:31", "2026-11-23T09:01", "a minute more is Monday's")]
    [InlineData("2026-11-20T17:30", "2026-11-23T10:00", "Friday's closing time is no working time")]
    [InlineData("2026-11-21T12:00", "2026-11-23T10:00", "nor is a Saturday")]
    [InlineData("2026-11-23T09:00", "2026-11-23T10:00", "the first moment of a shift counts")]
    public void One_working_hour_from(string start, string due, string why) =>
        Assert.True(At(due) == WorkingTime.DueAt(At(start), Hour, Office), why);

    [Fact]
    public void A_holiday_is_passed_over()
    {
        var calendar = Office with { Holidays = [new LocalDate(2026, 12, 25)] };

        Assert.Equal(At("2026-12-28T09:30"), WorkingTime.DueAt(At("2026-12-24T17:00"), Hour, calendar));
    }

    [Fact]
    public void Days_off_are_passed_over_with_their_first_and_last_day()
    {
        var rosa = Rosa with { Off = [new DaysOff(new LocalDate(2026, 12, 24), new LocalDate(2027, 1, 4), null)] };

        Assert.Equal(At("2027-01-05T09:30"), WorkingTime.DueAt(At("2026-12-23T17:00"), Hour, WorkCalendar.Of(rosa, Emea)));
    }

    [Fact]
    public void Who_is_away_until_further_notice_has_no_next_start()
    {
        var rosa = Rosa with { Off = [new DaysOff(new LocalDate(2026, 12, 24), null, null)] };
        var calendar = WorkCalendar.Of(rosa, Emea);

        Assert.Equal(At("2026-12-23T17:30"), WorkingTime.DueAt(At("2026-12-23T17:00"), Hour / 2, calendar));
        Assert.Null(WorkingTime.DueAt(At("2026-12-23T17:00"), Hour, calendar));
        Assert.Null(WorkingTime.NextStart(At("2026-12-24T10:00"), calendar));
    }

    [Fact]
    public void A_lunch_break_between_two_shifts_does_not_count()
    {
        var calendar = Office with { Week = WorkWeek.Office with { Friday = [Shift(9, 12), Shift(13, 18)] } };

        Assert.Equal(At("2026-11-20T13:30"), WorkingTime.DueAt(At("2026-11-20T11:30"), Hour, calendar));
        Assert.Equal(Duration.FromHours(8), WorkingTime.Between(At("2026-11-20T00:00"), At("2026-11-21T00:00"), calendar));
    }

    [Fact]
    public void Overlapping_shifts_count_once_whatever_their_order()
    {
        var calendar = Office with { Week = WorkWeek.Office with { Friday = [Shift(12, 18), Shift(9, 13), Shift(10, 11)] } };

        Assert.Equal([new Interval(At("2026-11-20T09:00"), At("2026-11-20T18:00"))], WorkingTime.Explain(At("2026-11-20T00:00"), At("2026-11-21T00:00"), calendar));
    }

    [Fact]
    public void A_shift_past_midnight_belongs_to_the_day_on_which_it_begins()
    {
        var calendar = Office with { Week = Calendars.EveryDay(Night), Holidays = [new LocalDate(2026, 12, 25)] };

        Assert.True(WorkingTime.IsWorking(At("2026-12-25T05:59"), calendar));
        Assert.False(WorkingTime.IsWorking(At("2026-12-25T06:00"), calendar));
        Assert.Equal(At("2026-12-26T22:00"), WorkingTime.NextStart(At("2026-12-25T06:00"), calendar));
    }

    [Fact]
    public void Day_and_night_all_week_is_real_time()
    {
        var calendar = Office with { Week = Calendars.EveryDay(new Shift(LocalTime.Midnight, LocalTime.Midnight)) };
        var start = At("2026-03-28T17:03");

        Assert.Equal(start + Duration.FromDays(3), WorkingTime.DueAt(start, Duration.FromDays(3), calendar));
        Assert.Single(WorkingTime.Explain(start, start + Duration.FromDays(300), calendar));
    }

    [Fact]
    public void The_night_on_which_clocks_go_forward_is_an_hour_shorter() => Assert.Equal(
        Duration.FromHours(7), WorkingTime.Between(At("2026-03-28T12:00"), At("2026-03-29T12:00"), Office with { Week = Calendars.EveryDay(Night) }));

    [Fact]
    public void The_night_on_which_clocks_go_back_is_an_hour_longer() => Assert.Equal(
        Duration.FromHours(9), WorkingTime.Between(At("2026-10-24T12:00"), At("2026-10-25T12:00"), Office with { Week = Calendars.EveryDay(Night) }));

    [Fact]
    public void A_shift_within_the_skipped_hour_does_not_take_place() => Assert.Equal(
        Duration.Zero, WorkingTime.Between(At("2026-03-29T00:00"), At("2026-03-29T12:00"), Office with { Week = Calendars.EveryDay(Shift(2, 3)) }));

    [Fact]
    public void A_shift_within_the_repeated_hour_counts_both_times() => Assert.Equal(
        2 * Hour, WorkingTime.Between(At("2026-10-25T00:00"), At("2026-10-25T12:00"), Office with { Week = Calendars.EveryDay(Shift(2, 3)) }));

    [Fact]
    public void With_two_calendars_only_shared_hours_count()
    {
        var kim = WorkCalendar.Of(Rosa with { TimeZone = "America/New_York" }, Emea);

        // Rosa's 09:00 in New York is 15:00 in Amsterdam; the pod closes at 17:30.
        Assert.Equal(At("2026-11-20T16:00"), WorkingTime.DueAt(At("2026-11-20T10:00"), Hour, Office, kim));
        Assert.Equal(Duration.FromHours(2.5), WorkingTime.Between(At("2026-11-20T00:00"), At("2026-11-21T00:00"), Office, kim));
    }

    [Fact]
    public void Calendars_that_never_meet_have_no_working_time()
    {
        var night = Office with { Week = Calendars.EveryDay(Night) };

        Assert.Null(WorkingTime.DueAt(Morning, Hour, Office, night));
        Assert.Null(WorkingTime.NextStart(Morning, night, Office));
    }

    [Fact]
    public void An_empty_calendar_has_no_working_time()
    {
        var empty = Office with { Week = Calendars.EveryDay() };

        Assert.Null(WorkingTime.DueAt(Morning, Duration.Zero, empty));
        Assert.Null(WorkingTime.NextStart(Morning, empty));
        Assert.Equal(Duration.Zero, WorkingTime.Between(Morning, Morning + Duration.FromDays(3650), empty));
        Assert.Null(WorkingTime.AddWorkingDays(new LocalDate(2026, 11, 20), 1, empty));
    }

    [Fact]
    public void Ten_years_are_measured_and_the_horizon_is_kept()
    {
        var tenYears = WorkingTime.Between(Morning, Morning + WorkingTime.Horizon, Office);

        Assert.InRange(tenYears.TotalHours, 10 * 52 * 5 * 8.5, 10.1 * 52.2 * 5 * 8.5);
        Assert.InRange(WorkingTime.DueAt(Morning, tenYears, Office)!.Value, Morning + WorkingTime.Horizon - Duration.FromDays(3), Morning + WorkingTime.Horizon);
        Assert.Null(WorkingTime.DueAt(Morning, tenYears + Duration.Epsilon, Office));
    }

    [Fact]
    public void No_working_time_to_pass_is_due_at_the_next_start()
    {
        Assert.Equal(Morning, WorkingTime.DueAt(Morning, Duration.Zero, Office));
        Assert.Equal(At("2026-11-23T09:00"), WorkingTime.DueAt(At("2026-11-20T17:30"), Duration.Zero, Office));
    }

    [Fact]
    public void Nothing_lies_between_moments_in_the_wrong_order() => Assert.Equal(Duration.Zero, WorkingTime.Between(Minute(60), Morning, Office));

    [Fact]
    public void A_member_has_the_pods_calendar_until_they_have_their_own()
    {
        var pod = Emea with { Holidays = [new LocalDate(2026, 12, 25)] };
        var own = Rosa with { TimeZone = "Europe/Lisbon", Hours = Calendars.EveryDay(Shift(8, 12)), Holidays = [new LocalDate(2026, 12, 8)] };

        Assert.Equal(WorkCalendar.Of(pod), WorkCalendar.Of(Rosa, pod));
        Assert.Equal(new WorkCalendar(DateTimeZoneProviders.Tzdb["Europe/Lisbon"], own.Hours!, own.Holidays!, []), WorkCalendar.Of(own, pod));
    }

    [Theory]
    [InlineData("2026-12-23", 1, "2026-12-24")]
    [InlineData("2026-12-24", 1, "2026-12-28")]
    [InlineData("2026-12-24", 5, "2027-01-01")]
    [InlineData("2026-12-25", 0, "2026-12-28")]
    [InlineData("2026-12-24", 0, "2026-12-24")]
    [InlineData("2026-12-28", -1, "2026-12-24")]
    public void Working_days_pass_over_weekends_and_holidays(string from, int days, string to) => Assert.Equal(
        LocalDatePattern.Iso.Parse(to).Value,
        WorkingTime.AddWorkingDays(LocalDatePattern.Iso.Parse(from).Value, days, Office with { Holidays = [new LocalDate(2026, 12, 25)] }));

    [Fact]
    public void The_day_that_Samoa_left_out_is_no_working_day()
    {
        var samoa = Office with { Zone = DateTimeZoneProviders.Tzdb["Pacific/Apia"] };

        Assert.True(WorkingTime.IsWorkingDay(new LocalDate(2011, 12, 29), samoa));
        Assert.False(WorkingTime.IsWorkingDay(new LocalDate(2011, 12, 30), samoa));
        Assert.Equal(new LocalDate(2012, 1, 2), WorkingTime.AddWorkingDays(new LocalDate(2011, 12, 29), 1, samoa));
    }

    [Fact]
    public void A_question_without_a_calendar_is_a_mistake() => Assert.Throws<ArgumentException>(() => WorkingTime.Between(Morning, Minute(1)));

    private static Shift Shift(int from, int to) => new(new LocalTime(from, 0), new LocalTime(to, 0));

    /// <summary>A moment by Amsterdam's clock.</summary>
    private static Instant At(string local) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value.InZoneLeniently(Emea.Zone).ToInstant();
}
