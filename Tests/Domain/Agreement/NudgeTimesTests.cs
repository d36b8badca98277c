using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Time;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Agreement;

/// <summary>When somebody may be told something. The calendar: Amsterdam, 09:00 to 17:30; Friday morning is 10:00 there.</summary>
public sealed class NudgeTimesTests
{
    private static readonly WorkCalendar Office = WorkCalendar.Of(Emea);
    private static readonly Instant MondayNine = Instant.FromUtc(2026, 11, 23, 8, 0);

    [Fact]
    public void In_working_hours_it_is_now() => Assert.Equal(Morning, NudgeTimes.Next(Office, [], Morning));

    [Theory]
    [InlineData(450 - 1, 450 - 1)]
    [InlineData(450, null)]
    public void After_the_last_minute_of_Friday_it_is_Monday(int minute, int? expected) =>
        Assert.Equal(expected is { } same ? Minute(same) : MondayNine, NudgeTimes.Next(Office, [], Minute(minute)));

    [Theory]
    [InlineData(4, 5)]
    [InlineData(5, 5)]
    [InlineData(6, 6)]
    public void Two_messages_are_five_minutes_apart(int minute, int expected) =>
        Assert.Equal(Minute(expected), NudgeTimes.Next(Office, [Morning], Minute(minute)));

    [Fact]
    public void The_tenth_message_of_a_day_may_be_said_and_the_next_waits_for_the_last_hour()
    {
        Assert.Equal(Minute(60), NudgeTimes.Next(Office, Told(9), Minute(60)));
        Assert.Equal(Instant.FromUtc(2026, 11, 20, 15, 30), NudgeTimes.Next(Office, Told(10), Minute(60)));
    }

    [Fact]
    public void After_the_digest_everything_waits_for_the_next_day() =>
        Assert.Equal(MondayNine, NudgeTimes.Next(Office, Told(11), Instant.FromUtc(2026, 11, 20, 15, 40)));

    [Fact]
    public void Somebody_who_works_no_more_is_not_told() =>
        Assert.Null(NudgeTimes.Next(Office with { Off = [new DaysOff(new LocalDate(2026, 11, 1), null, null)] }, [], Morning));

    private static Instant[] Told(int times) => [.. Enumerable.Range(0, times).Select(i => Minute(50 - (5 * i)))];
}
