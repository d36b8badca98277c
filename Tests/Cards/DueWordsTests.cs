using AlignmentBot.Cards;
using AlignmentBot.Cards.Agreement;
using AlignmentBot.Domain.Time;
using AlignmentBot.Tests.Fakes;
using NodaTime;

namespace AlignmentBot.Tests.Cards;

/// <summary>Friday, 20 November 2026, 10:00 in Amsterdam.</summary>
public sealed class DueWordsTests
{
    private static readonly Reader Rosa = Reader.Of(SamplePod.Rosa, SamplePod.Emea);

    [Theory]
    [InlineData(1, "due in 1 min")]
    [InlineData(25, "due in 25 min")]
    [InlineData(59, "due in 59 min")]
    [InlineData(60, "due today 11:00")]
    [InlineData(13 * 60 + 59, "due today 23:59")]
    [InlineData(14 * 60, "due tomorrow 00:00")]
    [InlineData(3 * 24 * 60 + 20, "due Mon 10:20")]
    [InlineData(6 * 24 * 60, "due Thu 10:00")]
    [InlineData(7 * 24 * 60, "due 27 Nov 10:00")]
    [InlineData(0, "0 min over")]
    [InlineData(-59, "59 min over")]
    [InlineData(-60, "1 h over")]
    [InlineData(-47 * 60, "47 h over")]
    [InlineData(-48 * 60, "2 days over")]
    public void A_due_date_is_said_short(int minutes, string words) => Assert.Equal(words, DueWords.Of(SamplePod.Minute(minutes), SamplePod.Morning, Rosa));

    [Fact]
    public void It_is_said_in_the_readers_own_zone() => Assert.Equal(
        "due today 15:30", DueWords.Of(SamplePod.Minute(60), SamplePod.Morning, Reader.Of(SamplePod.Rosa with { TimeZone = "Asia/Kolkata" }, SamplePod.Emea)));

    [Fact]
    public void Time_over_is_working_time_where_hours_are_known()
    {
        var (friday, monday) = (Instant.FromUtc(2026, 11, 20, 16, 20), Instant.FromUtc(2026, 11, 23, 8, 5));

        Assert.Equal("2 days over", DueWords.Of(friday, monday, Rosa));
        Assert.Equal("15 min over", DueWords.Of(friday, monday, Rosa, WorkCalendar.Of(SamplePod.Emea)));
    }
}
