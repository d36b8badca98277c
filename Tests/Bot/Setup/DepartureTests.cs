using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.Bot.Setup;

public sealed class DepartureTests
{
    [Fact]
    public async Task Reserved_leads_are_freed_and_leads_in_work_stay_with_a_word_to_the_team_lead()
    {
        await using var kit = await PodKit.Start();
        var reserved = await kit.Bot.HandOver("meant");
        await kit.Bot.Do(reserved, SamplePod.Lena, new LeadCommand.Reassign(SamplePod.Rosa));
        var inWork = await kit.Bot.HandOver("own");
        await kit.Bot.Do(inWork, SamplePod.Rosa, new LeadCommand.Accept());

        await kit.Departures.Left(PodKit.As(SamplePod.Rosa), BotKit.Ct);
        await kit.Bot.Outbox.Drain(BotKit.Ct);

        Assert.Null(Assert.IsType<LeadState.Offered>((await kit.Bot.Store.FindLead(reserved, BotKit.Ct))!.Lead.State).ReservedFor);
        Assert.Equal(SamplePod.Rosa.Id, (await kit.Bot.Store.FindLead(inWork, BotKit.Ct))!.Lead.Owner);
        Assert.False((await kit.Bot.Store.FindMember(SamplePod.Rosa.Id, BotKit.Ct))!.Active);
        var word = Assert.Single(kit.Bot.Channel.Posted, sent => sent.Posting.Conversation == "D-" + SamplePod.Lena.Id && sent.Posting.Subject.StartsWith("left/", StringComparison.Ordinal));
        Assert.Contains("Rosa has left", word.Posting.Card.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_twice_tells_once()
    {
        await using var kit = await PodKit.Start();

        await kit.Departures.Left(PodKit.As(SamplePod.Rosa), BotKit.Ct);
        await kit.Departures.Left(PodKit.As(SamplePod.Rosa), BotKit.Ct);
        await kit.Bot.Outbox.Drain(BotKit.Ct);

        Assert.Single(kit.Bot.Channel.Posted);
    }

    [Fact]
    public async Task Somebody_on_no_roster_changes_nothing()
    {
        await using var kit = await PodKit.Start();

        await kit.Departures.Left(PodKit.As(SamplePod.Stranger), BotKit.Ct);
        await kit.Bot.Outbox.Drain(BotKit.Ct);

        Assert.Empty(kit.Bot.Channel.Posted);
        Assert.Equal(SamplePod.Everybody.Count, (await kit.Departures.Accounts(Door.Slack, BotKit.Ct)).Count);
    }
}
