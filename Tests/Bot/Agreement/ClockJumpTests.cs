using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Domain.Time;
using AlignmentBot.Tests.Fakes;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Bot.Agreement;

/// <summary>Clocks that jump, days on which they are moved, and people in other zones, through the real timers and the real outbox.</summary>
public sealed class ClockJumpTests
{
    private static readonly Shift Night = new(LocalTime.Midnight, new LocalTime(4, 0));

    [Fact]
    public async Task A_clock_set_back_by_an_hour_says_nothing_twice_and_nothing_early()
    {
        await using var kit = await LadderKit.Open();
        await kit.Bot.HandOver();
        await kit.At(50);
        Assert.Single(kit.Told(Rosa));

        kit.Skip(Minute(-10));
        await kit.At(59);
        Assert.Single(kit.Told(Lena));
        await kit.At(61);

        Assert.Single(kit.Told(Rosa));
        Assert.Equal(2, kit.Told(Lena).Count);
    }

    [Fact]
    public async Task A_clock_set_forward_by_an_hour_loses_nothing_and_says_it_once()
    {
        await using var kit = await LadderKit.Open();
        var lead = await kit.Bot.HandOver();
        await kit.At(40);

        kit.Skip(Minute(100));
        await kit.Settle();
        Assert.Single(kit.Told(Rosa));
        Assert.Single(kit.Told(Lena), words => words.Contains("Nobody has decided on", StringComparison.Ordinal));

        await kit.At(121);
        Assert.NotNull(((LeadState.Offered)(await kit.Lead(lead)).State).ReservedFor);
        Assert.Single(kit.Told(Lena), words => words.Contains("Nobody has decided on", StringComparison.Ordinal));
    }

    /// <summary>In spring the night shift from 00:00 to 04:00 loses the hour from 02:00, in autumn it has it twice: an hour of work is an hour.</summary>
    [Theory]
    [InlineData("2027-03-28T00:30:00Z")]
    [InlineData("2027-10-31T00:30:00Z")]
    public async Task On_a_day_on_which_clocks_are_moved_an_hour_of_work_is_an_hour(string handedOver)
    {
        var start = NodaTime.Text.InstantPattern.General.Parse(handedOver).Value;
        await using var kit = await LadderKit.Open(pod: pod => pod with { Hours = Calendars.EveryDay(Night) });
        kit.Skip(start);
        var lead = await kit.Bot.HandOver();

        Assert.Equal(start + Duration.FromHours(1), (await kit.Lead(lead)).RunningClock!.DueAt);
        await kit.To(start + Duration.FromMinutes(47));
        Assert.Empty(kit.Told(Rosa));
        await kit.To(start + Duration.FromMinutes(48));
        Assert.Single(kit.Told(Rosa));
    }

    [Fact]
    public async Task What_would_be_due_in_the_hour_that_is_skipped_is_due_in_the_next_shift()
    {
        await using var kit = await LadderKit.Open(pod: pod => pod with { Hours = Calendars.EveryDay(new Shift(new LocalTime(2, 0), new LocalTime(3, 0))) });
        kit.Skip(Instant.FromUtc(2027, 3, 28, 0, 30));

        var lead = await kit.Bot.HandOver();

        Assert.Equal(Instant.FromUtc(2027, 3, 29, 1, 0), (await kit.Lead(lead)).RunningClock!.DueAt);
    }

    [Fact]
    public async Task Once_somebody_elsewhere_has_a_lead_only_hours_count_that_they_share_with_the_pod()
    {
        await using var kit = await LadderKit.Open(member => member.Id == Sam.Id ? member with { TimeZone = "America/New_York" } : member);
        var lead = await kit.Bot.HandOver();
        await kit.Bot.Do(lead, Sam, new LeadCommand.Accept());

        // Sam's day begins at 15:00 in Amsterdam, where it ends at 17:30: half of the four hours are over at 17:00.
        await kit.To(Instant.FromUtc(2026, 11, 20, 15, 59));
        Assert.Empty(kit.Told(Sam));
        await kit.To(Instant.FromUtc(2026, 11, 20, 16, 0));
        Assert.Single(kit.Told(Sam));
        Assert.Equal(Instant.FromUtc(2026, 11, 23, 15, 30), (await kit.Lead(lead)).RunningClock!.DueAt);
    }
}
