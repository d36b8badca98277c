using System.Diagnostics;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Leads;

/// <summary>Where every change to a lead is made: load, decide, commit. A change that lost a race is decided again on the newer lead.</summary>
public sealed class LeadDesk(IStore store, Rosters rosters, LeadEffects effects, BotClock clock, Wakeups wakeups)
{
    private readonly LeadCommits commits = new(effects);

    /// <summary>Decides a command for a lead that exists. Whether the delivery came before is asked by the commit, and else only when nothing is
    /// to be committed: nearly every click is new.</summary>
    public async Task<DeskResult> Decide(LeadId id, LeadRequest request, CancellationToken ct)
    {
        while (true)
        {
            if (await store.FindLead(id, ct) is not { } stored)
                return await Earlier(request, ct) ?? new DeskResult.Refused(new Refusal.NoSuchLead(), null);
            if (await Attempt(stored, stored.Lead.Pod, request, ct) is { } result)
                return result;
        }
    }

    /// <summary>Hands over a new lead; the same person with an open lead at the pod is merged onto it.</summary>
    public async Task<DeskResult> HandOver(LeadCommand.HandOver command, LeadRequest request, CancellationToken ct)
    {
        while (true)
        {
            if (await Earlier(request, ct) is { } earlier)
                return earlier;
            var open = await store.FindOpenLead(command.Pod.Id, command.Brief.EmailKey, command.Brief.ExternalId, ct);
            var attempt = open is null ? request : request with { Command = new LeadCommand.Merge(command.Brief) };
            if (await Attempt(open, command.Pod.Id, attempt, ct) is { } result)
                return result;

            // Somebody else handed the person over in the meantime, or the id is taken: the next try knows, and has another one.
            command = command with { Id = NewIds.Lead() };
            request = request with { Command = command };
        }
    }

    /// <summary>One try; null when another commit was faster.</summary>
    private async Task<DeskResult?> Attempt(StoredLead? stored, PodId id, LeadRequest request, CancellationToken ct)
    {
        var now = clock.Now;
        var found = await rosters.Find(id, ct) ?? throw new InvalidOperationException($"Pod {id} is not stored, but a lead of it was asked for.");
        var (pod, roster) = found;
        if (ActorOf(request.Caller, roster) is not { } actor)
            return await Earlier(request, ct) ?? new DeskResult.Refused(new Refusal.NotOnRoster(), stored is null ? null : new LeadView(stored.Lead, pod, roster, now));

        switch (LeadDecider.Decide(stored?.Lead, UnderThe(found.Policy.Agreement, request.Command), actor, now, found.Policy))
        {
            case Decision.Refused refused:
                if (await Earlier(request, ct) is { } earlier)
                    return earlier;
                BotMetrics.Refused(request.Door, refused.Why);
                return new DeskResult.Refused(refused.Why, stored is null ? null : new LeadView(stored.Lead, pod, roster, now));
            case Decision.Unchanged:
                return await Earlier(request, ct) ?? new DeskResult.Done(new LeadView(stored!.Lead, pod, roster, now), Changed: false);
            case Decision.Happened happened:
                var after = new LeadView(happened.Next, pod, roster, now) { Policy = found.Policy, IsNew = stored is null };
                return await Settle(Write(stored, happened, after, actor.Author, request), after, request, ct);
            default:
                throw new NotSupportedException("A decision is refused, unchanged or happened.");
        }
    }

    /// <summary>A lead keeps the version of the agreement under which it comes in.</summary>
    private static LeadCommand UnderThe(PodAgreement agreement, LeadCommand command) =>
        command is LeadCommand.HandOver handOver ? handOver with { AgreementVersion = agreement.Version } : command;

    private Commit Write(StoredLead? before, Decision.Happened happened, LeadView after, Author by, LeadRequest request)
    {
        var commit = commits.Of(before, happened, after, by, request.Door);
        var carried = effects.Carry(after, commit.Leads[0].Events[^1], request.Said, after.Now);
        return commit with
        {
            Delivery = request.Delivery is { } id ? new Delivery(request.Door, id, request.Fingerprint, request.Answer(after), after.Now) : null,
            Owed = [.. commit.Owed, .. carried.Owed],
            LocalMessage = request.Words,
            CarriedWords = carried.Words,
        };
    }

    private async Task<DeskResult?> Settle(Commit commit, LeadView after, LeadRequest request, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await store.Commit(commit, ct);
        BotMetrics.Committed(started);
        switch (result)
        {
            case CommitResult.Done:
                wakeups.Outbox.Ring();
                wakeups.Timers.Ring();
                wakeups.News.Tell(after.Pod.Id);
                return new DeskResult.Done(after, Changed: true);
            case CommitResult.Repeated repeated:
                return new DeskResult.Repeated(repeated.Earlier);
            case CommitResult.AlreadyOpen open when request.Command is not (LeadCommand.HandOver or LeadCommand.Merge):
                BotMetrics.Refused(request.Door, new Refusal.OpenElsewhere(open.Lead));
                return new DeskResult.Refused(new Refusal.OpenElsewhere(open.Lead), after);
            default:
                return null;
        }
    }

    private async ValueTask<DeskResult?> Earlier(LeadRequest request, CancellationToken ct) =>
        request.Delivery is { } id && await store.FindDelivery(request.Door, id, ct) is { } earlier ? new DeskResult.Repeated(earlier) : null;

    private static Actor? ActorOf(Caller caller, Roster roster) => caller switch
    {
        Caller.Crm crm => new Actor.Crm(crm.Key),
        Caller.Bot => Actor.Bot.Instance,
        Caller.Person person => roster.FindByAccount(person.Visitor.Door, person.Visitor.Account) is { } member ? new Actor.Person(member) : null,
        _ => throw new NotSupportedException($"No actor for {caller.GetType().Name}."),
    };
}
