using AlignmentBot.Bot.Channels;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using NodaTime;

namespace AlignmentBot.Tests.Bot.Workers;

public sealed class OutboxDeliveryTests
{
    [Fact]
    public async Task New_lead_is_posted_once_and_a_decision_updates_its_message()
    {
        await using var kit = await BotKit.Start();
        var lead = await kit.HandOver();
        await kit.Outbox.Drain(BotKit.Ct);
        await kit.Do(lead, SamplePod.Rosa, new LeadCommand.Accept());
        await kit.Outbox.Drain(BotKit.Ct);

        var posted = Assert.Single(kit.Channel.Posted, sent => sent.Posting.Conversation == "C-emea");
        Assert.Equal(posted.Message, Assert.Single(kit.Channel.Updated).Message);
    }

    [Fact]
    public async Task Changes_that_wait_are_one_message_that_shows_the_present()
    {
        await using var kit = await BotKit.Start();
        var lead = await kit.HandOver();
        await kit.Do(lead, SamplePod.Rosa, new LeadCommand.Accept());
        await kit.Do(lead, SamplePod.Rosa, new LeadCommand.Undo());
        await kit.Do(lead, SamplePod.Sam, new LeadCommand.Accept());

        await kit.Outbox.Drain(BotKit.Ct);

        var card = Assert.Single(kit.Channel.Posted, sent => sent.Posting.Subject == "lead/" + lead).Posting.Card;
        Assert.Contains("Sam", card.Summary, StringComparison.Ordinal);
        Assert.Empty(kit.Channel.Updated);
    }

    [Fact]
    public async Task Rejection_stands_in_the_thread_of_the_card_and_reaches_the_marketer_in_private()
    {
        await using var kit = await BotKit.Start();
        var lead = await kit.HandOver();
        await kit.Do(lead, SamplePod.Rosa, new LeadCommand.Reject(SamplePod.NoBudget));

        await kit.Outbox.Drain(BotKit.Ct);

        var card = Assert.Single(kit.Channel.Posted, sent => sent.Posting.Subject == "lead/" + lead);
        Assert.Equal(card.Message, Assert.Single(kit.Channel.Posted, sent => sent.Posting.Subject == $"line/{lead}/2").Posting.ThreadOf);
        Assert.Single(kit.Channel.Posted, sent => sent.Posting.Conversation == "D-" + SamplePod.Max.Id);
    }

    [Fact]
    public async Task Posting_whose_answer_was_lost_is_found_and_not_posted_again()
    {
        await using var kit = await BotKit.Start();
        kit.Channel.LoseNextAnswer();
        var lead = await kit.HandOver();
        await kit.Outbox.Drain(BotKit.Ct);
        kit.Time.Advance(Duration.FromSeconds(2));
        await kit.Outbox.Drain(BotKit.Ct);

        var posted = Assert.Single(kit.Channel.Posted);
        Assert.Equal(posted.Message, await kit.Store.FindMessage(Door.Slack, "C-emea", "lead/" + lead, BotKit.Ct));
    }

    [Fact]
    public async Task Busy_platform_is_asked_again_when_it_said_and_no_earlier()
    {
        await using var kit = await BotKit.Start();
        kit.Channel.FailNext(new ChannelUnavailableException("Slow down.", TimeSpan.FromSeconds(30)));
        await kit.HandOver();
        await kit.Outbox.Drain(BotKit.Ct);
        kit.Time.Advance(Duration.FromSeconds(29));
        await kit.Outbox.Drain(BotKit.Ct);
        Assert.Empty(kit.Channel.Posted);

        kit.Time.Advance(Duration.FromSeconds(3));
        await kit.Outbox.Drain(BotKit.Ct);

        Assert.Single(kit.Channel.Posted);
    }

    [Fact]
    public async Task What_the_platform_will_never_take_is_parked_and_holds_nobody_up()
    {
        await using var kit = await BotKit.Start();
        kit.Channel.FailNext(new ChannelRefusedException("invalid_blocks"));
        await kit.HandOver("ada");
        var next = await kit.HandOver("bea");

        await kit.Outbox.Drain(BotKit.Ct);

        Assert.Equal("invalid_blocks", Assert.Single(await kit.Store.Parked(10, BotKit.Ct)).Reason);
        Assert.Equal("lead/" + next, Assert.Single(kit.Channel.Posted).Posting.Subject);
    }

    [Fact]
    public async Task Burst_of_leads_shares_messages_and_each_lead_finds_its_own_again()
    {
        await using var kit = await BotKit.Start(new ChannelPace(TimeSpan.Zero, DigestFrom: 5, DigestSize: 10));
        foreach (var turn in Enumerable.Range(10, 25))
            await kit.HandOver($"p{turn}");
        await kit.Outbox.Drain(BotKit.Ct);
        Assert.Equal([10, 10, 5], kit.Channel.Posted.Select(sent => sent.Posting.Shows.Count));

        var lead = new LeadId("p12xxxxxxx");
        await kit.Do(lead, SamplePod.Rosa, new LeadCommand.Accept());
        await kit.Outbox.Drain(BotKit.Ct);

        var (message, posting) = Assert.Single(kit.Channel.Updated);
        Assert.Equal((kit.Channel.Posted.First().Message, 10), (message, posting.Shows.Count));
    }

    [Fact]
    public async Task Lead_that_may_have_been_posted_before_a_crash_joins_no_message_with_others()
    {
        await using var kit = await BotKit.Start(new ChannelPace(TimeSpan.Zero, DigestFrom: 3, DigestSize: 10));
        var bea = await kit.HandOver("bea");
        await kit.Store.ClaimOwed(kit.Clock.Now, Duration.FromMinutes(2), 1, 40, BotKit.Ct);
        var effect = $"slack:lead/{bea}/v1";
        await kit.Channel.Post(new Posting(effect, "C-emea", null, "lead/" + bea, ["lead/" + bea], new Card("Bea", Tone.Neutral, [])), BotKit.Ct);
        await kit.Store.ReleaseClaims(BotKit.Ct);
        foreach (var turn in Enumerable.Range(10, 5))
            await kit.HandOver($"p{turn}");

        await kit.Outbox.Drain(BotKit.Ct);

        Assert.Equal([1, 5], kit.Channel.Posted.Select(sent => sent.Posting.Shows.Count));
        Assert.Equal(kit.Channel.Posted.First().Message, await kit.Store.FindMessage(Door.Slack, "C-emea", "lead/" + bea, BotKit.Ct));
    }

    [Fact]
    public async Task Two_leads_of_one_message_that_change_together_both_stay_in_it()
    {
        await using var kit = await BotKit.Start(new ChannelPace(TimeSpan.Zero, DigestFrom: 3, DigestSize: 10));
        foreach (var turn in Enumerable.Range(10, 3))
            await kit.HandOver($"p{turn}");
        await kit.Outbox.Drain(BotKit.Ct);
        await kit.Do(new LeadId("p10xxxxxxx"), SamplePod.Rosa, new LeadCommand.Accept());
        await kit.Do(new LeadId("p11xxxxxxx"), SamplePod.Rosa, new LeadCommand.Accept());

        await kit.Outbox.Drain(BotKit.Ct);

        Assert.All(kit.Channel.Updated, sent => Assert.Equal(3, sent.Posting.Shows.Count));
        Assert.Single(kit.Channel.Updated);
    }

    [Fact]
    public async Task Undo_window_that_ends_takes_the_button_off_the_card()
    {
        await using var kit = await BotKit.Start();
        var lead = await kit.HandOver();
        await kit.Do(lead, SamplePod.Rosa, new LeadCommand.Accept());
        await kit.Outbox.Drain(BotKit.Ct);

        kit.Time.Advance(Duration.FromMinutes(5));
        await kit.Timers.Drain(BotKit.Ct);
        await kit.Outbox.Drain(BotKit.Ct);
        Assert.Empty(kit.Channel.Updated);

        kit.Time.Advance(Duration.FromSeconds(1));
        await kit.Timers.Drain(BotKit.Ct);
        await kit.Outbox.Drain(BotKit.Ct);

        var (_, posting) = Assert.Single(kit.Channel.Updated);
        Assert.DoesNotContain(posting.Card.Blocks.OfType<Block.Buttons>().SelectMany(row => row.Items), button => button.Action == ActionIds.Undo);
    }
}
