using AlignmentBot.Bot.Handlers.Agreement;
using AlignmentBot.Bot.Handlers.Awards;
using AlignmentBot.Bot.Handlers.Calendar;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Handlers.Review;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers;

/// <summary>The table of timers: which kind of due date goes to which handler. Each handler finishes its timer in the commit that acts on it.</summary>
public sealed class TimerRoutes(LeadTimerHandlers leads, Retention retention, LadderHandlers ladder, Nudges nudges, AbsenceTurns absences, Packs packs, AwardTimerHandlers awards)
{
    public Task Handle(Storage.Timer timer, CancellationToken ct) => timer.Kind switch
    {
        LeadTimers.UndoWindow => leads.UndoWindowOver(timer, ct),
        LadderTimers.Step => ladder.Step(timer, ct),
        LadderTimers.Gap => ladder.Gap(timer, ct),
        LadderTimers.SnoozeOver => ladder.SnoozeOver(timer, ct),
        AbsenceTurns.Kind => absences.Turn(timer, ct),
        Nudges.Kind => nudges.Say(timer, ct),
        Retention.Kind => retention.Prune(timer, ct),
        Packs.Kind => packs.Post(timer, ct),
        Packs.SweepKind => packs.SweepPods(timer, ct),
        _ when AwardTimers.Knows(timer.Kind) => awards.Handle(timer, ct),
        _ => throw new NotSupportedException($"No handler for timers of kind {timer.Kind}: was the store written by a newer program?"),
    };
}
