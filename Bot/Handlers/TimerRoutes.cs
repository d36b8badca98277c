using AlignmentBot.Bot.Handlers.Agreement;
using AlignmentBot.Bot.Handlers.Awards;
using AlignmentBot.Bot.Handlers.Calendar;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Handlers.Review;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers;

/// <summary>The table of timers: which kind of due date goes to which handler. Many of the first sort are due at once, and are committed together.</summary>
public sealed class TimerRoutes(LeadTimerHandlers leads, Retention retention, LadderHandlers ladder, Nudges nudges, AbsenceTurns absences, Packs packs, AwardTimerHandlers awards, AgreementChanges changes)
{
    /// <summary>What is to be committed for this timer, which then is finished; null where <see cref="Handle"/> does it.</summary>
    /// <param name="turns">Shared by timers that are decided together.</param>
    public async Task<Commit?> Decide(Storage.Timer timer, TurnBook turns, CancellationToken ct) => timer.Kind switch
    {
        LeadTimers.UndoWindow => await leads.UndoWindowOver(timer, ct),
        LadderTimers.Step => await ladder.Step(timer, turns, ct),
        LadderTimers.Gap => await ladder.Gap(timer, ct),
        LadderTimers.SnoozeOver => await ladder.SnoozeOver(timer, ct),
        Nudges.Kind => await nudges.Say(timer, ct),
        _ => null,
    };

    /// <summary>The handlers that commit on their own, and finish the timer in the commit that acts on it.</summary>
    public Task Handle(Storage.Timer timer, CancellationToken ct) => timer.Kind switch
    {
        AbsenceTurns.Kind => absences.Turn(timer, ct),
        Retention.Kind => retention.Prune(timer, ct),
        AgreementChanges.DryRunTimer => changes.CountDryRun(timer, ct),
        Packs.Kind => packs.Post(timer, ct),
        Packs.SweepKind => packs.SweepPods(timer, ct),
        _ when AwardTimers.Knows(timer.Kind) => awards.Handle(timer, ct),
        _ => throw new NotSupportedException($"No handler for timers of kind {timer.Kind}: was the store written by a newer program?"),
    };
}
