using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Agreement;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using NodaTime;
using Timer = AlignmentBot.Storage.Timer;

namespace AlignmentBot.Bot.Handlers.Agreement;

/// <summary>Changes of an agreement: one team lead proposes, one of each side signs, and until then what was agreed holds.</summary>
public sealed class AgreementChanges(IStore store, Rosters rosters, ChannelSet channels, BotClock clock, Wakeups wakeups)
{
    /// <summary>Counts what a proposal would have meant. Subject: its id.</summary>
    public const string DryRunTimer = "dry-run";

    private const int PageSize = 200;

    /// <summary>Posts a change that both sides have to sign, or says why it cannot be proposed.</summary>
    public async Task<Answer> Propose(Visitor who, PodRoster pod, Func<AgreementTerms, AgreementTerms> change, string delivery, CancellationToken ct)
    {
        var member = pod.Roster.FindByAccount(who.Door, who.Account);
        var texts = Texts.For(LeadAnswers.ReaderOf(pod.Pod, member).Language);
        if (await store.FindDelivery(who.Door, delivery, ct) is { } earlier)
            return StoredAnswer.Read(earlier.Answer);
        if (member is null)
            return NotOnRoster(texts);
        if (Signing.Check(pod.Pod.Id, member) is { } refusal)
            return Refused(refusal, texts);
        var (current, now) = (pod.Policy.Agreement, clock.Now);
        var terms = change(current.Terms);
        if (terms == current.Terms)
            return new Answer.Say(texts["sla.change.same"], Tone.Neutral);

        var proposal = new AgreementProposal(NewIds.Proposal(), pod.Pod.Id, current.Version, terms, member.Id, now, [], ProposalState.Open, 1);
        var answer = new Answer.Say(texts["sla.change.proposed", pod.Pod.Name], Tone.Good);
        var result = await store.Commit(
            new Commit
            {
                Proposals = [proposal],
                Owed = OwedOf(proposal, pod.Pod, now),
                // How many leads are promised changes no clock.
                Timers = terms with { Monthly = current.Terms.Monthly } == current.Terms ? [] : [new Timer($"{DryRunTimer}/{proposal.Id}", now, DryRunTimer, proposal.Id)],
                Delivery = new Delivery(who.Door, delivery, null, StoredAnswer.Write(answer), now),
            },
            ct);
        wakeups.Outbox.Ring();
        wakeups.Timers.Ring();
        return result is CommitResult.Repeated repeated ? StoredAnswer.Read(repeated.Earlier.Answer) : answer;
    }

    public Task<Answer> Sign(Click click, CancellationToken ct) => Act(click, Signing.Sign, ct);

    public Task<Answer> Withdraw(Click click, CancellationToken ct) => Act(click, (proposal, _, member, _) => Signing.Withdraw(proposal, member), ct);

    private async Task<Answer> Act(Click click, Func<AgreementProposal, PodAgreement, Member, Instant, SigningResult> act, CancellationToken ct)
    {
        while (true)
        {
            if (await store.FindProposal(click.Value, ct) is not { } proposal || await rosters.Find(proposal.Pod, ct) is not { } pod)
                return new Answer.Say(Texts.For(Reader.Unknown.Language)["command.old_button"], Tone.Warning);
            if (await store.FindDelivery(click.Who.Door, click.Delivery, ct) is { } earlier)
                return StoredAnswer.Read(earlier.Answer);
            var member = pod.Roster.FindByAccount(click.Who.Door, click.Who.Account);
            var texts = Texts.For(LeadAnswers.ReaderOf(pod.Pod, member).Language);
            if (member is null)
                return NotOnRoster(texts);
            var current = await store.FindAgreement(pod.Pod.Id, ct) ?? PodAgreement.First(pod.Pod.Id);
            var now = clock.Now;
            if (act(proposal, current, member, now) is not SigningResult.Done done)
                return Refused(((SigningResult.Refused)act(proposal, current, member, now)).Why, texts);
            if (await Settle(done, click, pod.Pod, now, ct) is { } answer)
                return answer;
        }
    }

    /// <summary>Null when somebody else was faster.</summary>
    private async Task<Answer?> Settle(SigningResult.Done done, Click click, Pod pod, Instant now, CancellationToken ct)
    {
        var answer = new Answer.Redraw(Subjects.Proposal(done.Proposal.Id));
        var result = await store.Commit(
            new Commit
            {
                Proposals = [done.Proposal],
                Agreements = done.Agreement is { } agreement ? [agreement] : [],
                Owed = OwedOf(done.Proposal, pod, now),
                Delivery = new Delivery(click.Who.Door, click.Delivery, null, StoredAnswer.Write(answer), now),
            },
            ct);
        rosters.Forget(pod.Id);
        wakeups.Outbox.Ring();
        return result switch
        {
            CommitResult.Done => answer,
            CommitResult.Repeated repeated => StoredAnswer.Read(repeated.Earlier.Answer),
            _ => null,
        };
    }

    private ValueList<Owed> OwedOf(AgreementProposal proposal, Pod pod, Instant now)
    {
        var subject = Subjects.Proposal(proposal.Id);
        return channels.Of(pod)
            .Select(place => new Owed($"{place.Door.ToString().ToLowerInvariant()}:{subject}/{proposal.Revision}", place.Door, place.Conversation, subject, null, subject, now))
            .ToValueList();
    }

    /// <summary>What it would have meant for every lead of the days that it looks at. It is counted once the proposal stands, as nobody who
    /// proposes waits for a hundred thousand leads; then the card is drawn anew.</summary>
    public async Task CountDryRun(Timer timer, CancellationToken ct)
    {
        DryRun? counted = null;
        while (true)
        {
            var done = new Commit { FinishedTimer = timer.Key };
            if (await store.FindProposal(timer.Subject, ct) is { State: ProposalState.Open, DryRun: null } proposal && await rosters.Find(proposal.Pod, ct) is { } pod)
            {
                counted ??= await Count(proposal, pod, ct);
                var next = proposal with { DryRun = counted, Revision = proposal.Revision + 1 };
                done = done with { Proposals = [next], Owed = OwedOf(next, pod.Pod, clock.Now) };
            }

            // Somebody may sign at the same moment.
            if (await store.Commit(done, ct) is not CommitResult.Stale)
                return;
        }
    }

    private async Task<DryRun> Count(AgreementProposal proposal, PodRoster pod, CancellationToken ct)
    {
        var since = proposal.At - Duration.FromDays(DryRun.DaysBack);
        var count = new DryRunCount(proposal.Terms, pod.Policy, proposal.At);
        LeadCursor? cursor = null;
        do
        {
            var page = await store.ListLeads(new LeadQuery(pod.Pod.Id, [], null, cursor, PageSize), ct);
            foreach (var stored in page.Leads.Where(stored => stored.Lead.HandedOverAt >= since))
                count.Add(stored.Lead);
            cursor = page.Next;
        }
        while (cursor?.HandedOverAt >= since);
        return count.Result;
    }

    private static Answer.Say NotOnRoster(Texts texts) => new(texts["refusal.not_on_roster"], Tone.Warning);

    private static Answer.Say Refused(SigningRefusal why, Texts texts) => new(
        texts[why switch
        {
            SigningRefusal.PodLeadsOnly => "sla.refused.pod_leads",
            SigningRefusal.SignedAlready => "sla.refused.signed",
            SigningRefusal.Closed => "sla.refused.closed",
            SigningRefusal.Outdated => "sla.refused.outdated",
        }],
        Tone.Warning);
}
