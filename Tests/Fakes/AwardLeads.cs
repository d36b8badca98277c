using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Awards;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Tests.Fakes;

/// <summary>The leads of a month at whose end everybody of the sample pod is nominated, for the whole bot on whatever platform.</summary>
internal static class AwardLeads
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The next round is November's, whatever day it is where the test runs.</summary>
    public static async Task PlanNovember(IStore store) =>
        await store.Commit(new Commit { Timers = [AwardTimers.Opening(SamplePod.Emea.Id, AwardBot.November, AwardBot.Opens)] }, Ct);

    /// <summary>Every rep accepts one lead of every marketer.</summary>
    /// <param name="visitor">How somebody is known at the door.</param>
    /// <param name="quick">Who also contacts the leads at once, and so keeps more promises than the others.</param>
    public static async Task HandOut(LeadDesk desk, IStore store, Func<Member, Visitor> visitor, BotClock clock, params Member[] quick)
    {
        var pod = (await store.FindPod(SamplePod.Emea.Id, Ct))!;
        foreach (var rep in new[] { SamplePod.Rosa, SamplePod.Sam, SamplePod.Lena })
        {
            foreach (var marketer in new[] { SamplePod.Max, SamplePod.Mia, SamplePod.Mona })
            {
                var id = new LeadId($"{rep.Id}{marketer.Id}".PadRight(10, 'x'));
                var brief = SamplePod.Whole with { FirstName = rep.Name, LastName = marketer.Name, Email = $"{id}@example.com", ExternalId = null, Marketer = marketer.Email };
                var command = new LeadCommand.HandOver(id, pod, 1, brief, null);
                await desk.HandOver(command, new LeadRequest(Door.Api, new Caller.Crm("crm"), command, null, LeadAnswers.Kept), Ct);
                await Do(desk, id, visitor(rep), new LeadCommand.Accept());
                if (quick.Contains(rep))
                    await Do(desk, id, visitor(rep), new LeadCommand.Contact(clock.Now));
            }
        }
    }

    private static async Task Do(LeadDesk desk, LeadId lead, Visitor by, LeadCommand command) =>
        Assert.IsType<DeskResult.Done>(await desk.Decide(lead, new LeadRequest(by.Door, new Caller.Person(by), command, null, LeadAnswers.Kept), Ct));
}
