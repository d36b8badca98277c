using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Time;
using NodaTime;

namespace AlignmentBot.Domain.Agreement;

/// <summary>One moment of a running clock at which something is to be looked at.</summary>
/// <param name="Number">Counts from 0 along the ladder.</param>
/// <param name="Step">What the ladder says; null right after the due date, when the card is marked.</param>
public sealed record LadderMoment(int Number, Instant At, LadderStep? Step);

/// <summary>When the steps of a ladder come for one clock. What was due when the clock started stays due then, whatever has become of calendars since.</summary>
public static class LadderMoments
{
    /// <summary>The card is marked once the promise is broken: kept when it is due, broken right after.</summary>
    private static readonly Duration Past = Duration.FromSeconds(1);

    /// <summary>The moments from a number on, in their order; none where the clock has no due date. Each is computed when it is asked for.</summary>
    public static IEnumerable<LadderMoment> From(int number, ClauseClock clock, Ladder ladder, params WorkCalendar[] calendars)
    {
        if (clock is not { Target: { } target, DueAt: { } due })
            yield break;
        var order = ladder.Steps.Select(step => (After: step.At.After(target), Step: (LadderStep?)step))
            .Prepend((After: target + Past, Step: null))
            .OrderBy(step => step.After)
            .ToList();
        for (var i = number; i < order.Count; i++)
        {
            if (MomentOf(order[i].After, clock.StartedAt, target, due, calendars) is { } at)
                yield return new LadderMoment(i, at, order[i].Step);
        }
    }

    private static Instant? MomentOf(Duration after, Instant start, Duration target, Instant due, WorkCalendar[] calendars)
    {
        if (after == target || after == target + Past)
            return due + (after - target);
        return after < target
            ? WorkingTime.DueAt(start, after, calendars) is { } at ? Instant.Min(at, due) : due
            : WorkingTime.DueAt(due, after - target, calendars);
    }
}
