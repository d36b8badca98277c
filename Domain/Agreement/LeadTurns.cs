using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;

namespace AlignmentBot.Domain.Agreement;

/// <summary>Whose turn it is to get a lead that was not taken up.</summary>
public static class LeadTurns
{
    /// <summary>
    /// The rep who is at work now and, measured by their weight, was passed on the fewest leads; never the one who just missed it, unless
    /// nobody else is there. Null when nobody is. Somebody new starts level with those who had the fewest, and is not flooded.
    /// </summary>
    public static Member? Next(LadderCase at)
    {
        var there = at.Members
            .Where(member => member is { Active: true, Side: Side.Sales, Weight: > 0 } && !at.IsAway(member) && WorkingTime.IsWorking(at.Now, at.CalendarOf(member)))
            .ToList();
        var missed = LeadDecider.WithWhom(at.Lead);
        var others = there.Where(member => member.Id != missed).ToList();
        var among = others.Count > 0 ? others : there;
        if (among.Count == 0)
            return null;

        var level = among.Where(member => at.Turns.ContainsKey(member.Id)).Select(member => (double)at.Turns[member.Id] / member.Weight).DefaultIfEmpty(0).Min();
        return among
            .OrderBy(member => Share(at, member, level))
            .ThenBy(member => at.Turns.ContainsKey(member.Id))
            .ThenByDescending(member => member.Weight)
            .ThenBy(member => member.Name, StringComparer.Ordinal)
            .ThenBy(member => member.Id.Value, StringComparer.Ordinal)
            .First();
    }

    /// <summary>How many turns the rep has had once this one is taken; somebody new starts level with the others.</summary>
    public static int After(LadderCase at, Member member) => at.Turns.TryGetValue(member.Id, out var taken)
        ? taken + 1
        : 1 + (int)Math.Floor(member.Weight * at.Members
            .Where(other => other is { Active: true, Weight: > 0 } && at.Turns.ContainsKey(other.Id))
            .Select(other => (double)at.Turns[other.Id] / other.Weight).DefaultIfEmpty(0).Min());

    /// <summary>How many turns, this one included, the rep would have had for each unit of weight.</summary>
    private static double Share(LadderCase at, Member member, double level) =>
        at.Turns.TryGetValue(member.Id, out var taken) ? (taken + 1d) / member.Weight : level + (1d / member.Weight);
}
