using AlignmentBot.Bot.Workers;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using AlignmentBot.Tests.Bot.Agreement;
using AlignmentBot.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Bot.Workers;

/// <summary>Timers that are due at once are decided in order and committed together.</summary>
public sealed class TimerBatchTests
{
    private static readonly Duration Lease = Duration.FromMinutes(1);

    [Fact]
    public async Task Steps_that_are_due_together_take_their_turns_one_after_the_other()
    {
        await using var kit = await LadderKit.Open(member => member.PodLead ? member with { Weight = 0 } : member);
        var leads = new List<LeadId>();
        for (var i = 0; i < 6; i++)
            leads.Add(await kit.Bot.HandOver("p" + i));

        await kit.At(120);

        var reserved = await Task.WhenAll(leads.Select(async lead => ((LeadState.Offered)(await kit.Lead(lead)).State).ReservedFor!.Value));
        Assert.Equal((3, 3), (reserved.Count(rep => rep == Rosa.Id), reserved.Count(rep => rep == Sam.Id)));
        Assert.Equal(6, (await kit.Bot.Store.Turns(Emea.Id, BotKit.Ct)).Values.Sum());
    }

    [Fact]
    public async Task A_turn_that_was_counted_elsewhere_meanwhile_is_taken_again_and_not_lost()
    {
        await using var kit = await LadderKit.Open(member => member.PodLead ? member with { Weight = 0 } : member);
        await kit.Bot.HandOver();
        await kit.At(119);
        kit.Skip(Minute(120));
        var batch = Batch(kit.Bot, kit.Bot.Store);

        var (together, alone) = await batch.Decide(await Claim(kit.Bot), BotKit.Ct);
        await kit.Bot.Store.Commit(new Commit { Turns = [new TurnTaken(Emea.Id, Rosa.Id, 5, null), new TurnTaken(Emea.Id, Sam.Id, 3, null)] }, BotKit.Ct);
        var again = await batch.Commit(together, BotKit.Ct);
        Assert.Empty(alone);
        await batch.Handle(again, BotKit.Ct);

        Assert.Single(again);
        Assert.Equal(Sam.Id, ((LeadState.Offered)(await kit.Lead(new LeadId("adaxxxxxxx"))).State).ReservedFor);
        Assert.Equal((5, 4), ((await kit.Bot.Store.Turns(Emea.Id, BotKit.Ct))[Rosa.Id], (await kit.Bot.Store.Turns(Emea.Id, BotKit.Ct))[Sam.Id]));
    }

    [Fact]
    public async Task A_step_that_cannot_be_decided_stops_no_other()
    {
        await using var kit = await LadderKit.Open();
        await HandOverInBrokenPod(kit.Bot);
        await kit.Bot.HandOver();

        await kit.At(48);

        Assert.Single(kit.Told(Rosa));
        Assert.NotNull(await kit.Bot.Store.FindTimer("sla/brokenlead/decide", BotKit.Ct));
    }

    [Fact]
    public async Task Where_a_batch_cannot_be_written_each_step_is_taken_alone()
    {
        await using var kit = await LadderKit.Open();
        foreach (var person in new[] { "ada", "bob", "cyd" })
            await kit.Bot.HandOver(person);
        kit.Skip(Minute(48));
        var calls = new List<string>();
        var store = HeardStore.Over(kit.Bot.Store, name =>
        {
            calls.Add(name);
            if (name == nameof(IStore.CommitAll))
                throw new IOException("The disk is full.");
        });

        await Batch(kit.Bot, store).Handle(await Claim(kit.Bot), BotKit.Ct);
        await kit.Settle();

        Assert.StartsWith("3 things wait for you", Assert.Single(kit.Told(Rosa)), StringComparison.Ordinal);
        Assert.Equal(3, calls.Count(name => name == nameof(IStore.Commit)));
    }

    [Fact]
    public async Task A_batch_is_one_write()
    {
        await using var kit = await LadderKit.Open();
        foreach (var person in new[] { "ada", "bob", "cyd" })
            await kit.Bot.HandOver(person);
        kit.Skip(Minute(48));
        var calls = new List<string>();

        await Batch(kit.Bot, HeardStore.Over(kit.Bot.Store, calls.Add)).Handle(await Claim(kit.Bot), BotKit.Ct);

        Assert.Equal([nameof(IStore.Turns), nameof(IStore.CommitAll)], calls);
    }

    /// <summary>A lead whose pod has a time zone that nobody knows: nothing about it can be decided.</summary>
    private static async Task HandOverInBrokenPod(BotKit bot)
    {
        var (pod, id) = (Apac with { TimeZone = "Nowhere/Land" }, new LeadId("brokenlead"));
        await bot.Store.SavePod(pod, BotKit.Ct);
        var policy = new SlaPolicy(PodAgreement.First(pod.Id), Emea with { Id = Apac.Id }, _ => null);
        var happened = (Decision.Happened)LeadDecider.Decide(null, new LeadCommand.HandOver(id, Emea with { Id = Apac.Id }, 1, Whole with { Marketer = null }, null), new Actor.Crm("test"), Morning, policy);
        var number = 0;
        var events = happened.Facts.Select(fact => new LeadEvent(id, ++number, Morning, new Author.Crm("test"), Door.Api, fact)).ToValueList();
        var subject = new AlignmentBot.Bot.Handlers.Agreement.LadderSubject(id, Clause.Decide, Morning, 0).ToString();
        await bot.Store.Commit(new Commit { Leads = [new LeadWrite(happened.Next, 0, events)], Timers = [new AlignmentBot.Storage.Timer("sla/brokenlead/decide", Minute(48), "sla-step", subject)] }, BotKit.Ct);
    }

    private static TimerBatch Batch(BotKit bot, IStore store) => new(store, bot.Routes, NullLogger.Instance);

    private static async Task<IReadOnlyList<AlignmentBot.Storage.Timer>> Claim(BotKit bot) =>
        [.. (await bot.Store.ClaimTimers(bot.Clock.Now, Lease, 100, BotKit.Ct)).Where(timer => timer.Kind == "sla-step")];
}
