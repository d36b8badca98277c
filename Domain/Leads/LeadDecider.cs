using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Domain.Leads;

/// <summary>The rules of a lead's life: what a command leads to, given where the lead is, who asks, and when. Total and pure.</summary>
public static class LeadDecider
{
    /// <param name="lead">The lead as it is, or null when there is none with this id.</param>
    /// <param name="now">The moment of the request.</param>
    /// <param name="policy">What is agreed, for the clocks that start; null where nothing is.</param>
    public static Decision Decide(Lead? lead, LeadCommand command, Actor actor, Instant now, SlaPolicy? policy = null) =>
        Unmeasured(lead, command, actor, now) is var decision && decision is Decision.Happened happened && policy is not null
            ? Measure(lead, happened, now, policy)
            : decision;

    private static Decision Unmeasured(Lead? lead, LeadCommand command, Actor actor, Instant now)
    {
        if (command is LeadCommand.HandOver handOver)
            return HandOver(lead, handOver, actor, now);
        if (lead is null)
            return Refuse(new Refusal.NoSuchLead());
        if (LeadRights.Check(lead, command, actor) is { } refusal)
            return Refuse(refusal);

        return command switch
        {
            LeadCommand.Merge c => Merge(lead, c, now),
            LeadCommand.Accept => DecideOffer(lead, actor, now, by => new LeadFact.Accepted(by)),
            LeadCommand.Reject c => DecideOffer(lead, actor, now, by => new LeadFact.Rejected(by, c.Rejection)),
            LeadCommand.Release c => Release(lead, c, now),
            LeadCommand.Repair c => Repair(lead, c, now),
            LeadCommand.ReOffer c => ReOffer(lead, c, now),
            LeadCommand.Recycle c => lead.State is LeadState.Rejected ? Happen(lead, now, new LeadFact.Recycled(c.Note)) : Refuse(new Refusal.NotRejected()),
            LeadCommand.Reassign c => Reassign(lead, c, now),
            LeadCommand.Free => Free(lead, now),
            LeadCommand.Cover c => Cover(lead, c, now),
            LeadCommand.Undo => Undo(lead, actor, now),
            LeadCommand.NoteRejection or LeadCommand.Snooze or LeadCommand.PassOn => LeadPromises.Decide(lead, command, actor, now),
            LeadCommand.Comment c => Happen(lead, now, new LeadFact.Commented(c.Reference, c.Link is null && AnswersRejection(lead, actor), c.Link)),
            LeadCommand.Contact or LeadCommand.Qualify or LeadCommand.OpenOpportunity or LeadCommand.Win or LeadCommand.Lose
                => LeadOutcomes.Decide(lead, command, now),
            _ => throw new NotSupportedException($"No rule for {command.GetType().Name}."),
        };
    }

    internal static Decision Happen(Lead lead, Instant now, params ValueList<LeadFact> facts) =>
        new Decision.Happened(facts, facts.Aggregate(lead, (next, fact) => LeadHistory.Apply(next, lead.Id, fact, now)));

    /// <summary>The same facts, each with what it means for the clocks. What is undone restores the clocks as they were.</summary>
    private static Decision.Happened Measure(Lead? lead, Decision.Happened happened, Instant now, SlaPolicy policy)
    {
        var (id, facts, before) = (happened.Next.Id, new List<LeadFact>(happened.Facts.Count), lead);
        foreach (var fact in happened.Facts)
        {
            var after = LeadHistory.Apply(before, id, fact, now);
            var measured = fact is LeadFact.DecisionUndone ? null : policy.Measure(before, after);
            facts.Add(measured is null ? fact : fact with { Measured = measured });
            before = measured is null ? after : after with { Clocks = LeadClocks.With(measured, before?.Clocks ?? [], after.Clocks) };
        }

        return new Decision.Happened(facts.ToValueList(), before!);
    }

    internal static Decision Refuse(Refusal why) => new Decision.Refused(why);

    private static Decision HandOver(Lead? lead, LeadCommand.HandOver command, Actor actor, Instant now)
    {
        if (LeadRights.Check(command.Pod.Id, actor) is { } refusal)
            return Refuse(refusal);
        if (lead is not null)
            return Refuse(new Refusal.AlreadyExists());

        var missing = BriefFields.Missing(command.Brief, command.Pod.RequiredFields);
        LeadFact fact = new LeadFact.HandedOver(command.Pod.Id, command.AgreementVersion, command.Brief, missing, command.ReservedFor);
        return new Decision.Happened([fact], LeadHistory.Apply(null, command.Id, fact, now));
    }

    private static Decision Merge(Lead lead, LeadCommand.Merge command, Instant now)
    {
        if (!lead.State.Open)
            return Refuse(new Refusal.TooFarAlong());
        return CompleteIfWhole(lead, now, new LeadFact.HandedOverAgain(command.Brief));
    }

    private static Decision DecideOffer(Lead lead, Actor actor, Instant now, Func<MemberId, LeadFact> fact) => (lead.State, actor) switch
    {
        (LeadState.Offered, Actor.Person p) => Happen(lead, now, fact(p.Member.Id)),
        (LeadState.Offered, _) => Refuse(new Refusal.NotOnRoster()),
        (LeadState.Incomplete s, _) => Refuse(new Refusal.StillIncomplete(s.Missing)),
        (LeadState.Accepted s, _) => TakenBy(s.Owned),
        (LeadState.Contacted s, _) => TakenBy(s.Owned),
        (LeadState.Qualified s, _) => TakenBy(s.Owned),
        (LeadState.Opportunity s, _) => TakenBy(s.Owned),
        (LeadState.Rejected s, _) => Refuse(new Refusal.AlreadyRejected(s.By, s.At)),
        _ => Refuse(new Refusal.TooFarAlong()),
    };

    private static Decision TakenBy(Ownership owned) => Refuse(new Refusal.AlreadyAccepted(owned.Owner, owned.AcceptedAt));

    private static Decision Release(Lead lead, LeadCommand.Release command, Instant now) => lead.State switch
    {
        LeadState.Accepted or LeadState.Contacted => Happen(lead, now, new LeadFact.Released(command.Reason)),
        LeadState.Incomplete or LeadState.Offered or LeadState.Rejected => Refuse(new Refusal.NotAcceptedYet()),
        _ => Refuse(new Refusal.TooFarAlong()),
    };

    private static Decision Repair(Lead lead, LeadCommand.Repair command, Instant now)
    {
        if (!lead.State.Open)
            return Refuse(new Refusal.TooFarAlong());
        var supplied = command.Fields.Where(field => BriefFields.Knows(field.Name) && !string.IsNullOrWhiteSpace(field.Value)).ToValueList();
        var repaired = new LeadFact.Repaired(supplied);
        if (LeadHistory.Apply(lead, lead.Id, repaired, now).Brief == lead.Brief)
            return Decision.Unchanged.Instance;
        return lead.State is LeadState.Rejected { Rejection.Reason.Family: RejectionFamily.Clerical }
            ? Happen(lead, now, repaired, new LeadFact.ReOffered(null))
            : CompleteIfWhole(lead, now, repaired);
    }

    private static Decision CompleteIfWhole(Lead lead, Instant now, LeadFact supplied)
    {
        var after = LeadHistory.Apply(lead, lead.Id, supplied, now);
        return after.State is LeadState.Incomplete { Missing.Count: 0 }
            ? Happen(lead, now, supplied, new LeadFact.Completed())
            : Happen(lead, now, supplied);
    }

    private static Decision ReOffer(Lead lead, LeadCommand.ReOffer command, Instant now)
    {
        if (lead.State is not LeadState.Rejected)
            return Refuse(new Refusal.NotRejected());
        if (command.To is { } to && !IsRepOf(lead, to))
            return Refuse(new Refusal.NotARep(to.Id));
        return Happen(lead, now, new LeadFact.ReOffered(command.To?.Id));
    }

    private static Decision Reassign(Lead lead, LeadCommand.Reassign command, Instant now)
    {
        if (!IsRepOf(lead, command.To))
            return Refuse(new Refusal.NotARep(command.To.Id));
        return lead.State switch
        {
            LeadState.Rejected s => Refuse(new Refusal.AlreadyRejected(s.By, s.At)),
            { Open: false } => Refuse(new Refusal.TooFarAlong()),
            _ when WithWhom(lead) == command.To.Id => Refuse(new Refusal.AlreadyWith(command.To.Id)),
            _ => Happen(lead, now, new LeadFact.Reassigned(command.To.Id)),
        };
    }

    private static Decision Free(Lead lead, Instant now) => lead.State switch
    {
        LeadState.Incomplete { ReservedFor: { } rep } => Happen(lead, now, new LeadFact.Freed(rep)),
        LeadState.Offered { ReservedFor: { } rep } => Happen(lead, now, new LeadFact.Freed(rep)),
        _ => Decision.Unchanged.Instance,
    };

    /// <summary>What is decided, or further along without anybody to take it over, stays as it is.</summary>
    private static Decision Cover(Lead lead, LeadCommand.Cover command, Instant now)
    {
        if (command.Backup is { } backup && (!IsRepOf(lead, backup) || backup.Id == command.Away))
            return Refuse(new Refusal.NotARep(backup.Id));
        if (WithWhom(lead) != command.Away || !lead.State.Open)
            return Decision.Unchanged.Instance;
        return lead.State is LeadState.Qualified or LeadState.Opportunity && command.Backup is null
            ? Decision.Unchanged.Instance
            : Happen(lead, now, new LeadFact.Covered(command.Away, command.Backup?.Id));
    }

    private static Decision Undo(Lead lead, Actor actor, Instant now)
    {
        var (undo, by, at) = lead.State switch
        {
            LeadState.Accepted s => (s.Undo, s.Owned.Owner, s.Owned.AcceptedAt),
            LeadState.Rejected s => (s.Undo, s.By, s.At),
            _ => (null, default, default),
        };
        if (undo is null)
            return Refuse(new Refusal.NothingToUndo());
        if (actor is not Actor.Person { Member: var member } || member.Id != by)
            return Refuse(new Refusal.UndoNotYours(by));
        return now - at > Pod.UndoWindow ? Refuse(new Refusal.UndoTooLate()) : Happen(lead, now, new LeadFact.DecisionUndone());
    }

    private static bool AnswersRejection(Lead lead, Actor actor) =>
        lead.State is LeadState.Rejected { Answered: null } && actor is Actor.Person { Member.Side: Side.Marketing };

    internal static bool IsRepOf(Lead lead, Member member) => member is { Active: true, Side: Side.Sales } && member.Pod == lead.Pod;

    /// <summary>Who has the lead: the rep who works it, or for whom it is kept.</summary>
    public static MemberId? WithWhom(Lead lead) => lead.State switch
    {
        LeadState.Incomplete s => s.ReservedFor,
        LeadState.Offered s => s.ReservedFor,
        _ => lead.Owner,
    };
}
