using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using NodaTime;

namespace AlignmentBot.Tests.Bot.Queue;

public sealed class QueueTests
{
    [Fact]
    public async Task Rep_sees_what_is_theirs_and_what_waits_but_not_a_colleagues()
    {
        await using var kit = await PodKit.Start();
        await kit.Bot.Do(await kit.Bot.HandOver("own"), SamplePod.Rosa, new LeadCommand.Accept());
        await kit.Bot.Do(await kit.Bot.HandOver("meant"), SamplePod.Lena, new LeadCommand.Reassign(SamplePod.Rosa));
        await kit.Bot.Do(await kit.Bot.HandOver("sams"), SamplePod.Lena, new LeadCommand.Reassign(SamplePod.Sam));
        await kit.Bot.HandOver("any");

        var queue = await kit.Queue(SamplePod.Rosa);

        Assert.Contains("1 lead is reserved for you", queue, StringComparison.Ordinal);
        Assert.Contains("1 lead is in your hands", queue, StringComparison.Ordinal);
        Assert.Contains("1 lead waits for any rep", queue, StringComparison.Ordinal);
        Assert.DoesNotContain("How the pod stands", queue, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marketer_sees_own_leads_that_came_back_and_those_of_nobody()
    {
        await using var kit = await PodKit.Start();
        await kit.Bot.Do(await kit.Bot.HandOver("back"), SamplePod.Rosa, new LeadCommand.Reject(SamplePod.NoBudget));
        await kit.Bot.HandOver("waits");
        await Incomplete(kit, "orphan", null);
        await Incomplete(kit, "mias", SamplePod.Mia.Email);

        var queue = await kit.Queue(SamplePod.Max);

        Assert.Contains("1 lead of yours needs you", queue, StringComparison.Ordinal);
        Assert.Contains("1 lead of yours waits for sales", queue, StringComparison.Ordinal);
        Assert.Contains("1 lead needs somebody in marketing", queue, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Team_lead_sees_states_the_longest_wait_and_who_works_how_many()
    {
        await using var kit = await PodKit.Start();
        var oldest = await kit.Bot.HandOver("oldest");
        kit.Bot.Time.Advance(Duration.FromMinutes(5));
        await kit.Bot.HandOver("newer");
        await kit.Bot.Do(await kit.Bot.HandOver("own"), SamplePod.Sam, new LeadCommand.Accept());

        var page = await kit.Queues.PodsOf(PodKit.As(SamplePod.Lena), BotKit.Ct);
        var pulse = (await new AlignmentBot.Bot.Handlers.Queue.QueueReading(kit.Bot.Store, kit.Open, kit.Bot.Views, kit.Bot.Clock).Of(page[0].Pod, page[0].Member, BotKit.Ct)).Pulse!;

        Assert.Equal(oldest, pulse.OldestWaiting!.Lead.Id);
        Assert.Equal([(StateNames.Offered, 2), (StateNames.Accepted, 1)], pulse.States.Select(state => (state.State, state.Count)));
        Assert.Equal([("Sam", 1), ("Lena", 0), ("Rosa", 0)], pulse.Reps.Select(load => (load.Rep.Name, load.Count)));
    }

    [Fact]
    public async Task Somebody_in_two_pods_sees_both()
    {
        await using var kit = await PodKit.Start();
        await kit.Bot.Store.SavePod(SamplePod.Apac, BotKit.Ct);
        await kit.Bot.Store.SaveMember(SamplePod.Rosa with { Id = new MemberId("rosa2"), Pod = SamplePod.Apac.Id, SlackUser = PodKit.As(SamplePod.Rosa).Account }, BotKit.Ct);

        var queue = await kit.Queue(SamplePod.Rosa);

        Assert.Contains("Your queue in EMEA", queue, StringComparison.Ordinal);
        Assert.Contains("Your queue in APAC", queue, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_left_the_roster_is_told_what_a_stranger_is_told()
    {
        await using var kit = await PodKit.Start();
        await kit.Bot.Store.SaveMember(SamplePod.Sam with { SlackUser = PodKit.As(SamplePod.Sam).Account, Active = false }, BotKit.Ct);

        Assert.Contains("You are in no pod yet", await kit.Queue(SamplePod.Sam), StringComparison.Ordinal);
        Assert.Contains("You are in no pod yet", await kit.Queue(SamplePod.Stranger), StringComparison.Ordinal);
    }

    private static async Task Incomplete(PodKit kit, string person, string? marketer)
    {
        var brief = SamplePod.Partial with { FirstName = person, Email = person + "@example.com", Marketer = marketer };
        var command = new LeadCommand.HandOver(new LeadId(person.PadRight(10, 'x')), SamplePod.Emea, 1, brief, null);
        await kit.Bot.Desk.HandOver(
            command, new AlignmentBot.Bot.Handlers.Leads.LeadRequest(Door.Api, new AlignmentBot.Bot.Handlers.Leads.Caller.Crm("crm"), command, null, AlignmentBot.Bot.Handlers.Leads.LeadAnswers.Kept), BotKit.Ct);
    }
}
