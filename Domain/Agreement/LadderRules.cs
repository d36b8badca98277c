using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using NodaTime;

namespace AlignmentBot.Domain.Agreement;

/// <summary>Everything that a step of the ladder is decided on.</summary>
/// <param name="Clock">The clock that runs about the lead.</param>
/// <param name="Members">Everybody who is or was on the pod's roster.</param>
/// <param name="Turns">How often a lead was passed on to each rep.</param>
public sealed record LadderCase(Lead Lead, ClauseClock Clock, Pod Pod, ValueList<Member> Members, IReadOnlyDictionary<MemberId, int> Turns, Instant Now)
{
    public Side Side => Clauses.SideOf(Clock.Clause);

    /// <summary>Who has the lead: the rep who works it or for whom it is kept; for what marketing owes, the marketer who handed it over.</summary>
    public Member? Owner => Side == Side.Marketing
        ? Members.FirstOrDefault(member => member is { Active: true, Side: Side.Marketing } && EmailKey.Of(member.Email) == EmailKey.Of(Lead.Brief.Marketer ?? string.Empty))
        : LeadDecider.WithWhom(Lead) is { } id ? Members.FirstOrDefault(member => member.Id == id && member.Active) : null;

    public bool IsAway(Member member) => CalendarOf(member).OffOn(Now.InZone(CalendarOf(member).Zone).Date) is not null;

    public WorkCalendar CalendarOf(Member member) => WorkCalendar.Of(member, Pod);
}

/// <summary>What a step of the ladder leads to.</summary>
public abstract record LadderMove
{
    private LadderMove()
    {
    }

    /// <summary>Something is said to somebody in private, in their own hours.</summary>
    public sealed record Tell(MemberId To, LadderSays Says) : LadderMove;

    /// <summary>Something is said where all can read it.</summary>
    public sealed record Say(LadderSays Says, bool InThread) : LadderMove;

    /// <summary>The lead goes to this rep.</summary>
    public sealed record PassOn(Member To) : LadderMove;

    /// <summary>The step is looked at again then.</summary>
    public sealed record Wait(Instant Until) : LadderMove;
}

/// <summary>What the ladder says.</summary>
public enum LadderSays
{
    /// <summary>To those who owe it: it is still to be done.</summary>
    Remind,

    /// <summary>The same to everyone on duty, whoever has the lead.</summary>
    RemindSide,

    /// <summary>To those who can act: it was not done in time.</summary>
    Escalate,

    /// <summary>It was to be passed on, and nobody is there to take it.</summary>
    NobodyThere,

    /// <summary>It will be due before anybody who could do it works.</summary>
    Gap,
}

/// <summary>The rules of the ladder: what to say to whom, given where the lead is and who is there now.</summary>
public static class LadderRules
{
    public static ValueList<LadderMove> Decide(LadderCase at, LadderStep step) => step.What switch
    {
        StepWhat.Remind => Say(at, step, step.Who == StepWho.Side ? LadderSays.RemindSide : LadderSays.Remind),
        StepWhat.Escalate => Say(at, step, LadderSays.Escalate),
        StepWhat.ReOffer or StepWhat.Reassign => PassOn(at, step),
    };

    /// <summary>True when nobody of the side that owes the promise works between its start and its due date.</summary>
    public static bool HasGap(LadderCase at) =>
        at.Clock.DueAt is { } due && !Acting(at).Any(member => WorkingTime.NextStart(at.Clock.StartedAt, at.CalendarOf(member)) < due);

    /// <summary>Those who could do what is owed: the owner, else everybody of the side.</summary>
    public static IEnumerable<Member> Acting(LadderCase at) => at.Owner is { } owner ? [owner] : OfSide(at, at.Side);

    /// <summary>The team leads of the side that owes it; where it has none, those of the other.</summary>
    public static ValueList<Member> LeadsOf(LadderCase at)
    {
        var leads = at.Members.Where(member => member is { Active: true, PodLead: true }).ToList();
        var own = leads.Where(member => member.Side == at.Side).ToValueList();
        return own.Count > 0 ? own : leads.ToValueList();
    }

    private static ValueList<LadderMove> Say(LadderCase at, LadderStep step, LadderSays says)
    {
        if (step.How is not StepHow.Direct)
            return [new LadderMove.Say(says, InThread: step.How == StepHow.Thread)];
        var told = Whom(at, step.Who).Where(member => says is not (LadderSays.Remind or LadderSays.RemindSide) || !HasAskedForLonger(at, member)).ToList();
        // Where there is nobody to be told in private, the channel hears of it.
        return told.Count == 0 && says == LadderSays.Escalate
            ? [new LadderMove.Say(says, InThread: true)]
            : told.Select(LadderMove (member) => new LadderMove.Tell(member.Id, says)).ToValueList();
    }

    private static ValueList<LadderMove> PassOn(LadderCase at, LadderStep step)
    {
        if (at.Clock.Snoozed is { Until: var until } && until > at.Now)
            return [new LadderMove.Wait(until)];
        if (step.What == StepWhat.ReOffer && at.Lead.State is not LeadState.Offered)
            return [];
        if (LeadTurns.Next(at) is { } next)
            return next.Id == at.Owner?.Id ? [new LadderMove.Tell(next.Id, LadderSays.Escalate)] : [new LadderMove.PassOn(next)];
        var leads = LeadsOf(at);
        return leads.Count == 0
            ? [new LadderMove.Say(LadderSays.NobodyThere, InThread: true)]
            : leads.Select(LadderMove (lead) => new LadderMove.Tell(lead.Id, LadderSays.NobodyThere)).ToValueList();
    }

    private static IEnumerable<Member> Whom(LadderCase at, StepWho who) => who switch
    {
        StepWho.Owner => at.Owner is { } owner ? [owner] : OnDuty(at),
        StepWho.Side => OnDuty(at),
        StepWho.PodLead => LeadsOf(at),
        StepWho.Backup => Backup(at) is { } backup ? [backup] : at.Owner is { } owner ? [owner] : OnDuty(at),
    };

    /// <summary>Those of the side who work now; where nobody does, those who are not away: it waits for them until they come.</summary>
    private static IEnumerable<Member> OnDuty(LadderCase at)
    {
        var present = OfSide(at, at.Side).Where(member => !at.IsAway(member)).ToList();
        var working = present.Where(member => WorkingTime.IsWorking(at.Now, at.CalendarOf(member))).ToList();
        return working.Count > 0 ? working : present;
    }

    private static Member? Backup(LadderCase at) =>
        at.Owner is { } owner && at.CalendarOf(owner).OffOn(at.Now.InZone(at.CalendarOf(owner).Zone).Date)?.Backup is { } id
            ? at.Members.FirstOrDefault(member => member.Id == id && member.Active)
            : null;

    private static bool HasAskedForLonger(LadderCase at, Member member) => at.Clock.Snoozed is { } snooze && snooze.By == member.Id && snooze.Until > at.Now;

    private static IEnumerable<Member> OfSide(LadderCase at, Side side) => at.Members.Where(member => member.Active && member.Side == side);
}
