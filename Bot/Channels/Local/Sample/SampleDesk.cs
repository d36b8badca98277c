using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Local.Sample;

/// <summary>Hands over made-up leads the way a CRM would: each time somebody else, now and then incomplete or meant for one rep.</summary>
public sealed class SampleDesk(IStore store, LeadDesk desk, BotClock clock)
{
    private const string System = "sample data";
    private const int AgreementVersion = 1;
    private const int IncompleteEvery = 4;
    private const int ReservedEvery = 5;

    private int next = -1;

    /// <summary>Hands over the next person who has no open lead at this pod.</summary>
    public async Task<Answer> AddNext(LocalVisit visit, string delivery, CancellationToken ct)
    {
        int number;
        do
            number = Interlocked.Increment(ref next);
        while (await IsOpen(visit.Pod, number, ct));

        return LeadAnswers.Of(await HandOver(visit.Pod, number, delivery, ct), visit.Who);
    }

    public async Task<DeskResult> HandOver(Pod pod, int number, string? delivery, CancellationToken ct)
    {
        var members = (await store.Members(pod.Id, ct)).Where(member => member is { Active: true, PodLead: false }).ToList();
        var brief = Complete(number) ? SampleLeads.Make(number, clock.Now) : WithGap(SampleLeads.Make(number, clock.Now), pod);
        var rep = number % ReservedEvery == ReservedEvery - 1 ? Pick(members, Side.Sales, number) : null;
        brief = brief with { Marketer = Pick(members, Side.Marketing, number)?.Email };

        var command = new LeadCommand.HandOver(NewIds.Lead(), pod, AgreementVersion, brief, rep?.Id);
        return await desk.HandOver(command, new LeadRequest(Door.Local, new Caller.Crm(System), command, delivery, LeadAnswers.Kept), ct);
    }

    private async Task<bool> IsOpen(Pod pod, int number, CancellationToken ct)
    {
        var brief = SampleLeads.Make(number, clock.Now);
        return await store.FindOpenLead(pod.Id, brief.EmailKey, brief.ExternalId, ct) is not null;
    }

    private static bool Complete(int number) => number % IncompleteEvery != IncompleteEvery - 2;

    /// <summary>Without the last thing that the pod insists on, the mail address excepted: it says who it is.</summary>
    private static Brief WithGap(Brief brief, Pod pod) => pod.RequiredFields.LastOrDefault(name => name != BriefFields.Email) switch
    {
        null => brief,
        BriefFields.Phone => brief with { Phone = null },
        BriefFields.CompanyName => brief with { Company = brief.Company with { Name = null } },
        var name => BriefFields.Set(brief, name, string.Empty),
    };

    private static Member? Pick(List<Member> members, Side side, int number)
    {
        var ofSide = members.Where(member => member.Side == side).ToList();
        return ofSide.Count == 0 ? null : ofSide[number % ofSide.Count];
    }
}
