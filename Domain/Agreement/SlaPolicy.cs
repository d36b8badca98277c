using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using NodaTime;

namespace AlignmentBot.Domain.Agreement;

/// <summary>The agreement that holds now, with the calendars in which it is counted.</summary>
/// <param name="FindMember">Anybody who is or was on the pod's roster.</param>
public sealed record SlaPolicy(PodAgreement Agreement, Pod Pod, Func<MemberId, Member?> FindMember)
{
    public WorkCalendar PodCalendar { get; } = WorkCalendar.Of(Pod);

    /// <summary>The calendars that must all be working for time to count, for a lead as it is now.</summary>
    public WorkCalendar[] CalendarsFor(Lead lead) =>
        Agreement.Terms.Hours == WhoseHours.PodAndOwner && lead.Owner is { } owner && FindMember(owner) is { } member
            ? [PodCalendar, WorkCalendar.Of(member, Pod)]
            : [PodCalendar];

    /// <summary>What is to be kept of a move: how long the promise that ended was worked on, and until when the one that begins is due.
    /// Null when no clock started or stopped.</summary>
    public ClockMeasure? Measure(Lead? before, Lead after)
    {
        var stopped = before is null ? null : StoppedBy(before, after);
        var started = after.Clocks.Count > (before?.Clocks.Count ?? 0) ? after.RunningClock : null;
        if (stopped is null && started is null)
            return null;

        var measure = new ClockMeasure();
        if (stopped is not null)
            measure = measure with { Worked = WorkingTime.Between(stopped.StartedAt, stopped.StoppedAt!.Value, CalendarsFor(before!)) };
        if (started is null)
            return measure;
        var target = Agreement.Terms.TargetOf(started.Clause, after.Brief);
        return measure with
        {
            Target = target,
            DueAt = WorkingTime.DueAt(started.StartedAt, target, CalendarsFor(after)),
            AgreementVersion = Agreement.Version,
        };
    }

    private static ClauseClock? StoppedBy(Lead before, Lead after)
    {
        for (var i = 0; i < before.Clocks.Count; i++)
        {
            if (before.Clocks[i].StoppedAt is null && after.Clocks[i].StoppedAt is not null)
                return after.Clocks[i];
        }

        return null;
    }
}
