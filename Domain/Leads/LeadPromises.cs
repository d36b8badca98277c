using NodaTime;

namespace AlignmentBot.Domain.Leads;

/// <summary>What is done about the promises themselves: taking note, asking for longer, and passing on what was not kept.</summary>
internal static class LeadPromises
{
    public static Decision Decide(Lead lead, LeadCommand command, Actor actor, Instant now) => command switch
    {
        LeadCommand.NoteRejection => Note(lead, now),
        LeadCommand.Snooze c => Snooze(lead, c, actor, now),
        LeadCommand.PassOn c => PassOn(lead, c, now),
        _ => throw new NotSupportedException($"{command.GetType().Name} is not about promises."),
    };

    private static Decision Note(Lead lead, Instant now) => lead.State switch
    {
        LeadState.Rejected { Answered: null } => LeadDecider.Happen(lead, now, new LeadFact.RejectionNoted()),
        LeadState.Rejected => Decision.Unchanged.Instance,
        _ => LeadDecider.Refuse(new Refusal.NotRejected()),
    };

    private static Decision Snooze(Lead lead, LeadCommand.Snooze command, Actor actor, Instant now)
    {
        if (actor is not Actor.Person { Member: var member })
            return LeadDecider.Refuse(new Refusal.NotOnRoster());
        if (lead.RunningClock is not { } clock || clock.Clause != command.Clause)
            return LeadDecider.Refuse(new Refusal.NoClockRuns());
        return clock.Snoozed is { } earlier
            ? LeadDecider.Refuse(new Refusal.SnoozedAlready(earlier.By, earlier.Until))
            : LeadDecider.Happen(lead, now, new LeadFact.Snoozed(member.Id, command.Clause, command.Until, command.Reason));
    }

    /// <summary>Only while the clause still runs: what was done in the meantime is done.</summary>
    private static Decision PassOn(Lead lead, LeadCommand.PassOn command, Instant now)
    {
        if (lead.State is not (LeadState.Offered or LeadState.Accepted or LeadState.Contacted) || lead.RunningClock?.Clause != command.Clause)
            return LeadDecider.Refuse(new Refusal.NoClockRuns());
        if (!LeadDecider.IsRepOf(lead, command.To))
            return LeadDecider.Refuse(new Refusal.NotARep(command.To.Id));
        var from = LeadDecider.WithWhom(lead);
        return from == command.To.Id
            ? Decision.Unchanged.Instance
            : LeadDecider.Happen(lead, now, new LeadFact.PassedOn(from, command.To.Id, command.Clause));
    }
}
