using System.Globalization;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using NodaTime;
using Timer = AlignmentBot.Storage.Timer;

namespace AlignmentBot.Bot.Handlers.Agreement;

/// <summary>Takes the steps of the ladder when they are due: load and decide; who asks commits. Whatever a step says is asked again when it is said.</summary>
public sealed class LadderHandlers(IStore store, LeadViews views, LeadEffects effects, LadderEffects says, BotClock clock)
{
    private readonly LeadCommits commits = new(effects);

    /// <summary>What is to be committed for all steps that have come by now; after a time in which the bot was down, several at once.</summary>
    public async Task<Commit> Step(Timer timer, TurnBook turns, CancellationToken ct)
    {
        var done = new Commit { FinishedTimer = timer.Key };
        if (LadderSubject.Parse(timer.Subject) is not { } subject || await store.FindLead(subject.Lead, ct) is not { } stored)
            return done;
        if (subject.RunningIn(stored.Lead) is not { } running)
            return UndoOpenUntil(stored.Lead) is { } until && until >= clock.Now ? done with { Timers = [timer with { Due = until + Duration.FromSeconds(1) }] } : done;

        var view = await views.Of(stored.Lead, ct);
        var (due, next) = await Moments(view, running, subject.Number, ct);
        var at = LadderTimers.CaseOf(view, running) with { Turns = await turns.Of(view.Pod.Id, ct) };
        var steps = Walk(at, due);
        next = steps.Waiting ?? next;
        done = done with { Timers = next is null ? [] : [LadderTimers.Of(view.Lead, running, next)] };
        if (view.Pod.IsWatching(view.Now))
            return says.Watched(done, at, steps.Moves, view);
        return Do(done, stored, view, at, steps.Moves, due, turns);
    }

    /// <summary>The lead will be due before anybody works who could decide on it.</summary>
    public Task<Commit> Gap(Timer timer, CancellationToken ct) => Simple(timer, LadderSays.Gap, ct);

    public Task<Commit> SnoozeOver(Timer timer, CancellationToken ct) => Simple(timer, LadderSays.Remind, ct);

    private Commit Do(Commit done, StoredLead stored, LeadView view, LadderCase at, ValueList<(int Number, LadderMove Move)> moves, IReadOnlyList<LadderMoment> due, TurnBook turns)
    {
        var passOn = moves.Select(move => move.Move).OfType<LadderMove.PassOn>().FirstOrDefault();
        if (passOn is not null && PassOn(stored, view, at, passOn, turns) is { } moved)
            done = moved with { FinishedTimer = done.FinishedTimer, Timers = [.. moved.Timers, .. done.Timers] };
        else if (due.Any(moment => moment.Step is null))
            done = done with { Owed = effects.Redraw(view, string.Create(CultureInfo.InvariantCulture, $"due/{at.Clock.StartedAt.ToUnixTimeTicks()}"), view.Now) };
        return says.Add(done, view, at.Clock, moves);
    }

    private Commit? PassOn(StoredLead stored, LeadView view, LadderCase at, LadderMove.PassOn move, TurnBook turns)
    {
        var command = new LeadCommand.PassOn(move.To, at.Clock.Clause);
        return LeadDecider.Decide(stored.Lead, command, Actor.Bot.Instance, view.Now, view.Policy) is Decision.Happened happened
            ? commits.Of(stored, happened, view with { Lead = happened.Next }, Author.Bot.Instance, Door.Timer) with
            {
                Turns = turns.Take(view.Pod.Id, LeadTurns.After(at, move.To)),
            }
            : null;
    }

    /// <summary>What has come by now, in order, and what comes next. The ladder is that of the agreement under which the clock started.</summary>
    private async Task<(IReadOnlyList<LadderMoment> Due, LadderMoment? Next)> Moments(LeadView view, ClauseClock running, int number, CancellationToken ct)
    {
        var policy = view.Policy!;
        var terms = running.AgreementVersion is { } version && version != policy.Agreement.Version
            ? (await store.AgreementVersions(view.Pod.Id, ct)).FirstOrDefault(known => known.Version == version)?.Terms ?? policy.Agreement.Terms
            : policy.Agreement.Terms;
        var due = new List<LadderMoment>();
        foreach (var moment in LadderMoments.From(number, running, terms.LadderOf(running.Clause), policy.CalendarsFor(view.Lead)))
        {
            if (moment.At > view.Now)
                return (due, moment);
            due.Add(moment);
        }

        return (due, null);
    }

    /// <summary>The moves of all steps that are due, up to one that has to wait.</summary>
    private static (ValueList<(int Number, LadderMove Move)> Moves, LadderMoment? Waiting) Walk(LadderCase at, IEnumerable<LadderMoment> due)
    {
        var moves = new List<(int, LadderMove)>();
        foreach (var moment in due)
        {
            if (moment.Step is null)
                continue;
            foreach (var move in LadderRules.Decide(at, moment.Step))
            {
                if (move is LadderMove.Wait wait)
                    return (moves.ToValueList(), moment with { At = wait.Until });
                moves.Add((moment.Number, move));
            }
        }

        return (moves.ToValueList(), null);
    }

    private async Task<Commit> Simple(Timer timer, LadderSays what, CancellationToken ct)
    {
        var done = new Commit { FinishedTimer = timer.Key };
        if (LadderSubject.Parse(timer.Subject) is { } subject && await store.FindLead(subject.Lead, ct) is { } stored && subject.RunningIn(stored.Lead) is { } running)
        {
            var view = await views.Of(stored.Lead, ct);
            if (!view.Pod.IsWatching(view.Now))
                done = says.Add(done, view, running, MovesOf(what, LadderTimers.CaseOf(view, running)));
        }

        return done;
    }

    private static ValueList<(int, LadderMove)> MovesOf(LadderSays what, LadderCase at) => what == LadderSays.Gap
        ? [(-1, new LadderMove.Say(what, InThread: true)), .. LadderRules.LeadsOf(at).Select(lead => (-1, (LadderMove)new LadderMove.Tell(lead.Id, what)))]
        : at.Clock.Snoozed is { By: var by } ? [(-2, new LadderMove.Tell(by, what))] : [];

    private static Instant? UndoOpenUntil(Lead lead) => lead.State switch
    {
        LeadState.Accepted { Undo: not null } s => s.Owned.AcceptedAt + Pod.UndoWindow,
        LeadState.Rejected { Undo: not null } s => s.At + Pod.UndoWindow,
        _ => null,
    };
}
