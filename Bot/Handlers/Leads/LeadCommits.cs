using AlignmentBot.Bot.Handlers.Agreement;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Leads;

/// <summary>Everything that a decision about a lead writes, whoever made it: the lead, its events, what is owed, and its timers.</summary>
public sealed class LeadCommits(LeadEffects effects)
{
    public Commit Of(StoredLead? before, Decision.Happened happened, LeadView after, Author by, Door door)
    {
        var first = (before?.EventCount ?? 0) + 1;
        var events = happened.Facts
            .Select((fact, index) => new LeadEvent(after.Lead.Id, first + index, after.Now, by, door, fact))
            .ToValueList();
        var version = before?.Version ?? 0;
        var timers = LeadTimers.After(before?.Lead, after, events);
        var commit = new Commit
        {
            Leads = [new LeadWrite(after.Lead, version, events)],
            Owed = effects.Of(after, version + 1, events, after.Now),
            Timers = timers.Set,
            CancelledTimers = timers.Cancelled,
        };
        return Nudges.With(commit, LeadEffects.Waiting(after, events), after.Now);
    }
}
