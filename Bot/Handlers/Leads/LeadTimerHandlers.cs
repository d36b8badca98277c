using System.Globalization;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;
using Timer = AlignmentBot.Storage.Timer;

namespace AlignmentBot.Bot.Handlers.Leads;

/// <summary>What happens to a lead's card when time passes.</summary>
public sealed class LeadTimerHandlers(IStore store, LeadViews views, LeadEffects effects, BotClock clock)
{
    /// <summary>The undo window is over: the card loses its button, if nothing else has changed it since.</summary>
    public async Task<Commit> UndoWindowOver(Timer timer, CancellationToken ct)
    {
        var commit = new Commit { FinishedTimer = timer.Key };
        if (Subjects.AsLead(timer.Subject) is { } id
            && await store.FindLead(id, ct) is { Lead.State: LeadState.Accepted { Undo: not null } or LeadState.Rejected { Undo: not null } } stored)
        {
            var view = await views.Of(stored.Lead, ct);
            var because = string.Create(CultureInfo.InvariantCulture, $"v{stored.Version}/undo-over");
            commit = commit with { Owed = effects.Redraw(view, because, clock.Now) };
        }

        return commit;
    }
}
