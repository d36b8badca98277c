using AlignmentBot.Bot.Handlers.Agreement;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using NodaTime;
using Timer = AlignmentBot.Storage.Timer;

namespace AlignmentBot.Bot.Handlers.Leads;

/// <summary>The due dates that belong to a lead's state.</summary>
public static class LeadTimers
{
    /// <summary>Kind of the timer at the end of the undo window, when the button goes away.</summary>
    public const string UndoWindow = "undo-window";

    /// <summary>Just past the last moment at which undo is granted.</summary>
    private static readonly Duration Over = Pod.UndoWindow + Duration.FromSeconds(1);

    public static (ValueList<Timer> Set, ValueList<string> Cancelled) After(Lead? before, LeadView after, ValueList<LeadEvent> events)
    {
        var (set, cancelled) = Undo(after.Lead);
        return ([.. set, .. LadderTimers.After(before, after, events)], cancelled);
    }

    private static (ValueList<Timer> Set, ValueList<string> Cancelled) Undo(Lead lead)
    {
        var key = $"undo/{lead.Id}";
        return lead.State switch
        {
            LeadState.Accepted { Undo: not null } s => ([new Timer(key, s.Owned.AcceptedAt + Over, UndoWindow, Subjects.Lead(lead.Id))], []),
            LeadState.Rejected { Undo: not null } s => ([new Timer(key, s.At + Over, UndoWindow, Subjects.Lead(lead.Id))], []),
            _ => ([], [key]),
        };
    }
}
