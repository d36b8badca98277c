using AlignmentBot.Bot.Channels.Teams.Outbound;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>Limits over sliding stretches of time, by value.</summary>
public sealed class SlidingWindowsTests
{
    private static readonly TimeSpan Ever = TimeSpan.FromHours(10);

    [Fact]
    public void Calls_within_every_rule_are_let_through_at_once()
    {
        var windows = OfThread();

        Assert.All(Enumerable.Range(0, 7), _ => Assert.Equal(TimeSpan.Zero, windows.Take(Second(0), Ever).Wait));
    }

    [Fact]
    public void Eighth_call_waits_until_the_first_is_a_second_old()
    {
        var windows = OfThread();
        Take(windows, 7, Second(0));

        Assert.Equal(TimeSpan.FromMilliseconds(600), windows.Take(TimeSpan.FromMilliseconds(400), Ever).Wait);
    }

    [Fact]
    public void Ninth_call_waits_until_the_first_is_two_seconds_old()
    {
        var windows = OfThread();
        Take(windows, 7, Second(0));
        windows.Take(Second(1), Ever);

        Assert.Equal(Second(1), windows.Take(Second(1), Ever).Wait);
    }

    [Theory]
    [InlineData(29.9, 0.1)]
    [InlineData(30, 0)]
    public void After_sixty_calls_the_next_waits_for_half_a_minute_to_pass(double now, double wait)
    {
        var windows = OfThread();
        for (var call = 0; call < 60; call++)
            windows.Take(TimeSpan.FromSeconds(call * 0.3), Ever);

        Assert.Equal(TimeSpan.FromSeconds(wait), windows.Take(TimeSpan.FromSeconds(now), Ever).Wait);
    }

    [Fact]
    public void In_an_hour_1800_calls_are_let_through_and_no_more()
    {
        var windows = OfThread();
        for (var call = 0; call < 1800; call++)
            Assert.Equal(TimeSpan.Zero, windows.Take(TimeSpan.FromSeconds(call), Ever).Wait);

        Assert.Equal(Second(1800), windows.Take(Second(1800), Ever).Wait);
    }

    [Fact]
    public void Wait_beyond_the_longest_is_told_and_not_counted()
    {
        var windows = OfThread();
        Take(windows, 7, Second(0));

        Assert.Equal((Second(1), false), windows.Take(Second(0), TimeSpan.FromMilliseconds(999)));
        Assert.Equal((Second(1), true), windows.Take(Second(0), Second(1)));
    }

    [Fact]
    public void Calls_that_wait_keep_their_distance_among_themselves()
    {
        var windows = OfThread();

        var moments = Enumerable.Range(0, 24).Select(_ => windows.Take(Second(0), Ever).Wait).ToList();

        Assert.All(moments, moment => Assert.InRange(moments.Count(other => other > moment - Second(1) && other <= moment), 1, 7));
        Assert.All(moments, moment => Assert.InRange(moments.Count(other => other > moment - Second(2) && other <= moment), 1, 8));
    }

    private static SlidingWindows OfThread() =>
        new((7, Second(1)), (8, Second(2)), (60, Second(30)), (1800, Second(3600)));

    private static void Take(SlidingWindows windows, int calls, TimeSpan now)
    {
        for (var call = 0; call < calls; call++)
            windows.Take(now, Ever);
    }

    private static TimeSpan Second(int count) => TimeSpan.FromSeconds(count);
}
