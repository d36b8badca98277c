using AlignmentBot.Domain;
using AlignmentBot.Domain.Time;
using AlignmentBot.Tests.Fakes;
using NodaTime;

namespace AlignmentBot.Tests.Domain.Time;

/// <summary>Days off as they are kept. Today is Friday, 20 November 2026.</summary>
public sealed class AbsenceTests
{
    private static readonly LocalDate Today = new(2026, 11, 20);

    [Fact]
    public void New_days_take_the_place_of_those_they_touch() => Assert.Equal(
        [Off(24, 26)], Absence.With([Off(23, 25)], Off(24, 26), Today));

    [Fact]
    public void Days_that_do_not_touch_stand_side_by_side_in_their_order() => Assert.Equal(
        [Off(21, 22), Off(24, 26)], Absence.With([Off(24, 26)], Off(21, 22), Today));

    [Fact]
    public void What_was_taken_before_today_stays_when_the_end_is_changed() => Assert.Equal(
        [Off(16, 19), Off(20, 22)], Absence.With([Off(16, 30)], Off(20, 22), Today));

    [Fact]
    public void Coming_back_keeps_the_days_that_were_taken()
    {
        var (off, ended) = Absence.Without([new DaysOff(Day(16), null, null)], Today);

        Assert.Equal([Off(16, 19)], off);
        Assert.Equal(new DaysOff(Day(16), null, null), ended);
    }

    [Fact]
    public void Coming_back_on_the_first_day_takes_it_all_back() => Assert.Empty(Absence.Without([Off(20, 22)], Today).Off);

    [Fact]
    public void Who_is_not_away_takes_back_the_next_days() => Assert.Equal(([Off(27, 28)], Off(23, 24)), Absence.Without([Off(23, 24), Off(27, 28)], Today));

    [Fact]
    public void Without_days_off_there_is_nothing_to_end() => Assert.Null(Absence.Without([Off(16, 19)], Today).Ended);

    [Fact]
    public void Work_goes_on_with_the_first_shift_after_the_last_day()
    {
        var rosa = SamplePod.Rosa with { Off = [Off(19, 20)] };

        Assert.Equal(Instant.FromUtc(2026, 11, 23, 8, 0), Absence.BackAt(rosa.Off[0], rosa, SamplePod.Emea));
        Assert.Null(Absence.BackAt(new DaysOff(Day(19), null, null), rosa, SamplePod.Emea));
    }

    [Fact]
    public void Somebody_is_away_by_the_days_of_their_own_zone()
    {
        var rosa = SamplePod.Rosa with { TimeZone = "Pacific/Auckland", Off = [Off(21, 21)] };

        Assert.Null(Absence.At(rosa, SamplePod.Emea, Instant.FromUtc(2026, 11, 20, 10, 59)));
        Assert.NotNull(Absence.At(rosa, SamplePod.Emea, Instant.FromUtc(2026, 11, 20, 11, 0)));
    }

    private static DaysOff Off(int from, int until) => new(Day(from), Day(until), null);

    private static LocalDate Day(int day) => new(2026, 11, day);
}
