using NodaTime;

namespace AlignmentBot.Domain.Leads;

/// <summary>Rebuilds a lead from what happened. Deciding and replaying go through the same steps, so they cannot differ.</summary>
public static class LeadHistory
{
    /// <summary>The lead after all events, or null when there are none.</summary>
    public static Lead? Replay(IEnumerable<LeadEvent> events) =>
        events.Aggregate((Lead?)null, (lead, happened) => Apply(lead, happened.Lead, happened.Fact, happened.At));

    /// <summary>The lead after one more fact.</summary>
    /// <exception cref="InvalidOperationException">The fact cannot follow this state: the stored history is damaged.</exception>
    public static Lead Apply(Lead? lead, LeadId id, LeadFact fact, Instant at)
    {
        if (fact is LeadFact.HandedOver handedOver)
            return lead is null ? HandedOver(id, handedOver, at) : throw Impossible(lead, fact);

        var known = lead ?? throw new InvalidOperationException($"Lead {id} has a {fact.GetType().Name} before it was handed over.");
        if (fact is LeadFact.DecisionUndone)
            return Undone(known);

        if (fact is LeadFact.Snoozed snoozed)
            return known with { Clocks = LeadClocks.With(snoozed, known.Clocks) };

        var changed = known with { Brief = BriefAfter(known.Brief, fact) };
        var state = StateAfter(changed, fact, at);
        return state == known.State ? changed : changed with { State = state, Clocks = ClocksAfter(known.Clocks, state, fact, MomentOf(fact) ?? at) };
    }

    private static ValueList<ClauseClock> ClocksAfter(ValueList<ClauseClock> known, LeadState next, LeadFact fact, Instant at)
    {
        var clocks = LeadClocks.After(known, next, at);
        return fact.Measured is { } measured ? LeadClocks.With(measured, known, clocks) : clocks;
    }

    private static Lead HandedOver(LeadId id, LeadFact.HandedOver fact, Instant at)
    {
        LeadState state = fact.Missing.Count > 0
            ? new LeadState.Incomplete(fact.Missing, fact.ReservedFor)
            : new LeadState.Offered(at, fact.ReservedFor);
        return new Lead(id, fact.Pod, at, fact.AgreementVersion, fact.Brief, state, ClocksAfter([], state, fact, at));
    }

    private static Lead Undone(Lead lead)
    {
        var undo = lead.State switch
        {
            LeadState.Accepted { Undo: { } point } => point,
            LeadState.Rejected { Undo: { } point } => point,
            _ => throw Impossible(lead, new LeadFact.DecisionUndone()),
        };
        return lead with { State = undo.Before, Clocks = undo.Clocks };
    }

    private static Brief BriefAfter(Brief brief, LeadFact fact) => fact switch
    {
        LeadFact.HandedOverAgain again => BriefMerge.Into(brief, again.Brief),
        LeadFact.Repaired repaired => repaired.Fields.Aggregate(brief, (changed, field) => BriefFields.Set(changed, field.Name, field.Value)),
        _ => brief,
    };

    private static LeadState StateAfter(Lead lead, LeadFact fact, Instant at) => (lead.State, fact) switch
    {
        (LeadState.Incomplete s, LeadFact.HandedOverAgain or LeadFact.Repaired) => s with { Missing = BriefFields.Missing(lead.Brief, s.Missing) },
        (LeadState.Accepted s, LeadFact.Repaired) => s with { Undo = null },
        (LeadState.Rejected s, LeadFact.Repaired) => s with { Undo = null },
        (var state, LeadFact.HandedOverAgain or LeadFact.Repaired) => state,
        (LeadState.Incomplete s, LeadFact.Completed) => new LeadState.Offered(at, s.ReservedFor),
        (LeadState.Incomplete s, LeadFact.Reassigned f) => s with { ReservedFor = f.To },
        (LeadState.Incomplete s, LeadFact.Covered f) => s with { ReservedFor = f.By },
        (LeadState.Incomplete s, LeadFact.Freed) => s with { ReservedFor = null },

        (LeadState.Offered s, LeadFact.Accepted f) => new LeadState.Accepted(new Ownership(f.By, at), new UndoPoint(s, lead.Clocks)),
        (LeadState.Offered s, LeadFact.Rejected f) => new LeadState.Rejected(f.By, at, f.Rejection, null, new UndoPoint(s, lead.Clocks)),
        (LeadState.Offered s, LeadFact.Reassigned f) => s with { ReservedFor = f.To },
        (LeadState.Offered s, LeadFact.PassedOn f) => s with { ReservedFor = f.To },
        (LeadState.Offered s, LeadFact.Covered f) => s with { ReservedFor = f.By },
        (LeadState.Offered s, LeadFact.Freed) => s with { ReservedFor = null },

        (LeadState.Rejected s, LeadFact.ReOffered f) => new LeadState.Offered(at, f.To),
        (LeadState.Rejected s, LeadFact.Recycled f) => new LeadState.Recycled(at, s.Rejection, f.Note),
        (LeadState.Rejected s, LeadFact.Commented { AnswersRejection: true } or LeadFact.RejectionNoted) => s with { Answered = at, Undo = null },

        (LeadState.Accepted or LeadState.Contacted, LeadFact.Released) => new LeadState.Offered(at, null),
        (LeadState.Accepted s, LeadFact.Contacted f) => new LeadState.Contacted(s.Owned, f.At),
        (LeadState.Contacted s, LeadFact.Qualified f) => new LeadState.Qualified(s.Owned, s.At, f.At),
        (LeadState.Qualified s, LeadFact.OpportunityOpened f) => new LeadState.Opportunity(s.Owned, s.ContactedAt, s.At, f.At, f.Amount),
        (LeadState.Opportunity s, LeadFact.OpportunityOpened f) => s with { Amount = f.Amount ?? s.Amount },
        (LeadState.Opportunity s, LeadFact.Won f) => new LeadState.Won(s.Owned, s.ContactedAt, s.QualifiedAt, s.At, f.At, f.Amount ?? s.Amount),
        (LeadState.Accepted s, LeadFact.Lost f) => new LeadState.Lost(s.Owned, f.At, f.Reason),
        (LeadState.Contacted s, LeadFact.Lost f) => new LeadState.Lost(s.Owned, f.At, f.Reason),
        (LeadState.Qualified s, LeadFact.Lost f) => new LeadState.Lost(s.Owned, f.At, f.Reason),
        (LeadState.Opportunity s, LeadFact.Lost f) => new LeadState.Lost(s.Owned, f.At, f.Reason),

        (LeadState.Accepted s, LeadFact.Reassigned f) => new LeadState.Accepted(s.Owned with { Owner = f.To }, null),
        (LeadState.Accepted s, LeadFact.PassedOn f) => new LeadState.Accepted(s.Owned with { Owner = f.To }, null),
        (LeadState.Contacted s, LeadFact.Reassigned f) => s with { Owned = s.Owned with { Owner = f.To } },
        (LeadState.Contacted s, LeadFact.PassedOn f) => s with { Owned = s.Owned with { Owner = f.To } },
        (LeadState.Qualified s, LeadFact.Reassigned f) => s with { Owned = s.Owned with { Owner = f.To } },
        (LeadState.Opportunity s, LeadFact.Reassigned f) => s with { Owned = s.Owned with { Owner = f.To } },

        (LeadState.Accepted s, LeadFact.Covered { By: { } by }) => new LeadState.Accepted(s.Owned with { Owner = by }, null),
        (LeadState.Contacted s, LeadFact.Covered { By: { } by }) => s with { Owned = s.Owned with { Owner = by } },
        (LeadState.Qualified s, LeadFact.Covered { By: { } by }) => s with { Owned = s.Owned with { Owner = by } },
        (LeadState.Opportunity s, LeadFact.Covered { By: { } by }) => s with { Owned = s.Owned with { Owner = by } },
        (LeadState.Accepted or LeadState.Contacted, LeadFact.Covered) => new LeadState.Offered(at, null),

        (var state, LeadFact.Commented { AnswersRejection: false }) => state,
        _ => throw Impossible(lead, fact),
    };

    /// <summary>When it happened out there, for facts that are reported later than they happened.</summary>
    private static Instant? MomentOf(LeadFact fact) => fact switch
    {
        LeadFact.Contacted f => f.At,
        LeadFact.Qualified f => f.At,
        LeadFact.OpportunityOpened f => f.At,
        LeadFact.Won f => f.At,
        LeadFact.Lost f => f.At,
        _ => null,
    };

    private static InvalidOperationException Impossible(Lead lead, LeadFact fact) =>
        new($"Lead {lead.Id}: {fact.GetType().Name} cannot follow {lead.State.GetType().Name}; the stored history is damaged.");
}
