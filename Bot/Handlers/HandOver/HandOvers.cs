using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Calendar;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Handlers.Queue;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Calendar;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.HandOver;

/// <summary>Handing over a lead by hand: the form, and what comes back.</summary>
public sealed class HandOvers(Queues queues, LeadDesk desk, IStore store, Wakeups wakeups)
{
    /// <summary>Replaced by the version that holds when the lead is decided on.</summary>
    private const int Agreement = 1;

    /// <summary>Opens the form, for marketing.</summary>
    public async Task<Answer> Form(Click click, CancellationToken ct)
    {
        var (pods, refusal) = await OpenTo(click.Who, ct);
        if (refusal is not null)
            return refusal;
        // From a pod's own page that pod is meant, else any of theirs.
        var meant = pods.Where(pod => pod.Pod.Pod.Id.Value == click.Value).ToList();
        var offered = meant.Count > 0 ? meant : pods;
        return new Answer.Ask(HandOverForm.Draw(offered.Select(pod => pod.Pod.Pod).ToValueList(), Reps(offered), ReaderOf(offered[0])));
    }

    public async Task<Answer> Submit(Submission form, CancellationToken ct)
    {
        var (pods, refusal) = await OpenTo(form.Who, ct);
        if (refusal is not null)
            return refusal;
        var reader = ReaderOf(pods[0]);
        var parsed = HandOverAnswers.Read(form, pods.Select(pod => pod.Pod).ToList(), reader);
        if (parsed is HandOverParsed.Wrong wrong)
            return new Answer.Correct(wrong.Errors);

        var (pod, brief, rep) = (HandOverParsed.Fine)parsed;
        var member = pods.First(found => found.Pod.Pod.Id == pod.Pod.Id).Member;
        var command = new LeadCommand.HandOver(NewIds.Lead(), pod.Pod, Agreement, brief with { Marketer = member.Email }, rep);
        var request = new LeadRequest(form.Who.Door, new Caller.Person(form.Who), command, form.Delivery, view => StoredAnswer.Write(Said(view, command.Id, reader)));
        switch (await desk.HandOver(command, request, ct))
        {
            case DeskResult.Done done:
                await PassOnFromWhoIsAway(done.View, ct);
                return Said(done.View, command.Id, reader);
            case var other:
                return LeadAnswers.Of(other, form.Who);
        }
    }

    /// <summary>What is meant for somebody who is away goes to who takes over, or to every rep.</summary>
    private async Task PassOnFromWhoIsAway(LeadView view, CancellationToken ct)
    {
        if (LeadDecider.WithWhom(view.Lead) is not { } id || view.Roster.Find(id) is not { } rep || Absence.At(rep, view.Pod, view.Now) is null)
            return;
        await store.Commit(new Commit { Timers = [AbsenceTurns.Look(rep, view.Now)] }, ct);
        wakeups.Timers.Ring();
    }

    private static string? Away(LeadView view, Reader reader, Texts texts)
    {
        if (LeadDecider.WithWhom(view.Lead) is not { } id || view.Roster.Find(id) is not { } rep || Absence.At(rep, view.Pod, view.Now) is not { } off)
            return null;
        var days = DayWords.Of(off, view.Now.InZone(reader.Zone).Date, texts);
        return AbsenceTurns.BackupOf(rep, off, view.Pod, view.Roster, view.Now) is { } backup
            ? texts["away.handed_over", rep.Name, days, backup.Name]
            : texts["away.handed_over_all", rep.Name, days];
    }

    /// <summary>Where the lead's card is now, and what still is to be done.</summary>
    private static Answer.Say Said(LeadView view, LeadId asked, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var title = LeadWords.Title(view.Lead, texts);
        var place = view.Pod.Name;
        return view.Lead switch
        {
            { Id: var id } when id != asked => new(texts["handover.merged", title, place], Tone.Neutral),
            { State: LeadState.Incomplete s } => new(texts["handover.incomplete", title, place, LeadWords.Fields(s.Missing, texts)], Tone.Warning),
            { State: LeadState.Offered { ReservedFor: not null } } when Away(view, reader, texts) is { } away => new($"{texts["handover.done", title, place]} {away}", Tone.Warning),
            { State: LeadState.Offered { ReservedFor: { } rep } } => new(texts["handover.reserved", title, place, view.Roster.NameOf(rep, reader)], Tone.Good),
            _ => new(texts["handover.done", title, place], Tone.Good),
        };
    }

    /// <summary>The pods to which somebody may hand over leads; where there is none, why not.</summary>
    private async Task<(IReadOnlyList<(PodRoster Pod, Member Member)> Pods, Answer? Refusal)> OpenTo(Visitor who, CancellationToken ct)
    {
        var all = await queues.PodsOf(who, ct);
        var open = all.Where(pod => Rights(pod) is null).ToList();
        if (open.Count > 0)
            return (open, null);
        var (why, reader) = all.Count > 0 ? (Rights(all[0])!, ReaderOf(all[0])) : (new Refusal.NotOnRoster(), Reader.Unknown);
        return (open, new Answer.Say(Refusals.Sentence(why, null, reader), Tone.Warning));
    }

    private static Refusal? Rights((PodRoster Pod, Member Member) pod) => LeadRights.Check(pod.Pod.Pod.Id, new Actor.Person(pod.Member));

    private static Reader ReaderOf((PodRoster Pod, Member Member) pod) => Reader.Of(pod.Member, pod.Pod.Pod);

    private static ValueList<Member> Reps(IEnumerable<(PodRoster Pod, Member Member)> pods) => pods.SelectMany(pod => pod.Pod.Roster.ActiveReps).ToValueList();
}
