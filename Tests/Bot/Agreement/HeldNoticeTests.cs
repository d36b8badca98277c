using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using AlignmentBot.Tests.Fakes;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Bot.Agreement;

/// <summary>What somebody else does in the evening is told to a person in the morning: joined, and only what is still true.</summary>
public sealed class HeldNoticeTests
{
    private static readonly Instant FridayNight = Instant.FromUtc(2026, 11, 20, 20, 0);
    private static readonly Instant MondayNine = Instant.FromUtc(2026, 11, 23, 8, 0);

    [Fact]
    public async Task In_the_readers_hours_a_rejection_is_told_at_once()
    {
        await using var kit = await LadderKit.Open();
        var lead = await kit.Bot.HandOver();

        await kit.Bot.Do(lead, Rosa, new LeadCommand.Reject(NoBudget));
        await kit.Settle();

        Assert.Contains("Rosa rejected Ada Byron", Assert.Single(kit.Told(Max)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejection_of_the_night_is_told_in_the_morning_and_once()
    {
        await using var kit = await LadderKit.Open();
        await kit.To(FridayNight);
        var lead = await kit.Bot.HandOver();
        await kit.Bot.Do(lead, Rosa, new LeadCommand.Reject(NoBudget));

        await kit.To(MondayNine - Duration.FromMinutes(1));
        Assert.Empty(kit.Told(Max));
        await kit.To(MondayNine);
        Assert.Contains("Rosa rejected Ada Byron", Assert.Single(kit.Told(Max)), StringComparison.Ordinal);
        await kit.To(MondayNine + Duration.FromHours(1));
        Assert.Single(kit.Told(Max));
    }

    [Fact]
    public async Task What_has_gathered_over_night_is_one_message()
    {
        await using var kit = await LadderKit.Open();
        await kit.To(FridayNight);
        var leads = new[] { await kit.Bot.HandOver("ada"), await kit.Bot.HandOver("bob"), await kit.Bot.HandOver("cyd") };
        foreach (var lead in leads)
            await kit.Bot.Do(lead, Rosa, new LeadCommand.Reject(NoBudget));

        await kit.To(MondayNine);

        Assert.StartsWith("3 things wait for you", Assert.Single(kit.Told(Max)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_colleague_has_settled_before_the_morning_is_not_told()
    {
        await using var kit = await LadderKit.Open();
        await kit.To(FridayNight);
        var (gone, open) = (await kit.Bot.HandOver("ada"), await kit.Bot.HandOver("bob"));
        await kit.Bot.Do(gone, Rosa, new LeadCommand.Reject(NoBudget));
        await kit.Bot.Do(open, Rosa, new LeadCommand.Reject(NoBudget));
        await kit.Bot.Do(gone, Mona, new LeadCommand.Recycle(null));

        await kit.To(MondayNine);

        var words = Assert.Single(kit.Told(Max));
        Assert.DoesNotContain("things wait for you", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejection_that_was_taken_back_is_not_told()
    {
        await using var kit = await LadderKit.Open();
        await kit.To(FridayNight);
        var lead = await kit.Bot.HandOver();
        await kit.Bot.Do(lead, Rosa, new LeadCommand.Reject(NoBudget));
        await kit.Bot.Do(lead, Rosa, new LeadCommand.Undo());

        await kit.To(MondayNine);

        Assert.Empty(kit.Told(Max));
    }

    [Fact]
    public async Task A_lead_that_was_kept_for_somebody_in_the_night_is_told_in_the_morning()
    {
        await using var kit = await LadderKit.Open();
        await kit.To(FridayNight);
        var lead = await kit.Bot.HandOver();
        await kit.Bot.Do(lead, Lena, new LeadCommand.Reassign(Rosa));
        await kit.Settle();
        Assert.Empty(kit.Told(Rosa));

        await kit.To(MondayNine);

        Assert.StartsWith("Lena reserved Ada Byron, Example Ltd for you.", Assert.Single(kit.Told(Rosa)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_lost_it_to_a_colleague_before_the_morning_hears_nothing_and_the_colleague_hears_it_once()
    {
        await using var kit = await LadderKit.Open();
        await kit.To(FridayNight);
        var lead = await kit.Bot.HandOver();
        await kit.Bot.Do(lead, Lena, new LeadCommand.Reassign(Sam));
        await kit.Bot.Do(lead, Lena, new LeadCommand.Reassign(Rosa));
        await kit.Bot.Do(lead, Lena, new LeadCommand.Reassign(Sam));

        await kit.To(MondayNine);

        Assert.Empty(kit.Told(Rosa));
        Assert.StartsWith("Lena reserved Ada Byron, Example Ltd for you.", Assert.Single(kit.Told(Sam)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_took_it_up_at_night_is_not_told_of_it_in_the_morning()
    {
        await using var kit = await LadderKit.Open();
        await kit.To(FridayNight);
        var lead = await kit.Bot.HandOver();
        await kit.Bot.Do(lead, Lena, new LeadCommand.Reassign(Rosa));
        await kit.Bot.Do(lead, Rosa, new LeadCommand.Accept());

        await kit.To(MondayNine);

        Assert.Empty(kit.Told(Rosa));
    }

    [Fact]
    public async Task Days_off_hold_it_until_the_first_day_back()
    {
        var monday = new DaysOff(new LocalDate(2026, 11, 20), new LocalDate(2026, 11, 23), null);
        await using var kit = await LadderKit.Open(member => member.Id == Max.Id ? member with { Off = [monday] } : member);
        var lead = await kit.Bot.HandOver();
        await kit.Bot.Do(lead, Rosa, new LeadCommand.Reject(NoBudget));

        await kit.To(MondayNine + Duration.FromHours(24) - Duration.FromMinutes(1));
        Assert.Empty(kit.Told(Max));
        await kit.To(MondayNine + Duration.FromHours(24));

        Assert.Contains(kit.Told(Max), words => words.Contains("Rosa rejected Ada Byron", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_line_in_the_thread_rings_at_nobodys_desk_at_night()
    {
        await using var kit = await LadderKit.Open();
        var day = await kit.Bot.HandOver("ada");
        await kit.Bot.Do(day, Rosa, new LeadCommand.Reject(NoBudget));
        await kit.Settle();
        Assert.True(Mentions(kit, day));

        await kit.To(FridayNight);
        var night = await kit.Bot.HandOver("bob");
        await kit.Bot.Do(night, Rosa, new LeadCommand.Reject(NoBudget));
        await kit.Settle();

        Assert.False(Mentions(kit, night));
    }

    private static bool Mentions(LadderKit kit, LeadId lead) => kit.Bot.Channel.Posted
        .Where(sent => sent.Posting.Conversation == "C-emea" && AlignmentBot.Bot.Subjects.AsLine(sent.Posting.Subject)?.Lead == lead)
        .SelectMany(sent => sent.Posting.Card.Blocks.OfType<AlignmentBot.Cards.Model.Block.Paragraph>())
        .SelectMany(block => block.Runs)
        .Any(run => run is AlignmentBot.Cards.Model.Run.Person { Notify: true });
}
