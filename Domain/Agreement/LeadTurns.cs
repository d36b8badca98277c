using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;

namespace AlignmentBot.Domain.Agreement;

/// <summary>Whose turn it is to get a lead that was not taken up.</summary>
public static class LeadTurns
{
    /// <summary>
    /// The rep who is at work now and, measured by their weight, was passed on the fewest leads; never the one who just missed it, unless
    /// nobody else is there. Null when nobody is.
    /// </summary>
    public static Member? Next(LadderCase at)
    {
        var there = There(at);
        var missed = LeadDecider.WithWhom(at.Lead);
        var others = there.Where(member => member.Id != missed).ToList();
        var level = Level(at, there);
        return (others.Count > 0 ? others : there)
            .OrderBy(member => (TakenBy(at, member, level) + 1d) / member.Weight)
            .ThenByDescending(member => member.Weight)
            .ThenBy(member => member.Name, StringComparer.Ordinal)
            .ThenBy(member => member.Id.Value, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    /// <summary>How many leads each rep has been passed once this one is, for those of whom that changes. Somebody new starts level with those
    /// who had the fewest, and is not flooded.</summary>
    public static ValueList<(MemberId Member, int Taken)> After(LadderCase at, Member next)
    {
        var there = There(at);
        var level = Level(at, there);
        return there
            .Where(member => member.Id == next.Id || !at.Turns.ContainsKey(member.Id))
            .Select(member => (member.Id, TakenBy(at, member, level) + (member.Id == next.Id ? 1 : 0)))
            .ToValueList();
    }

    private static List<Member> There(LadderCase at) => at.Members
        .Where(member => member is { Active: true, Side: Side.Sales, Weight: > 0 } && !at.IsAway(member) && WorkingTime.IsWorking(at.Now, at.CalendarOf(member)))
        .ToList();

    /// <summary>The fewest turns that anybody there has had for each unit of weight.</summary>
    private static double Level(LadderCase at, IEnumerable<Member> there) => there
        .Where(member => at.Turns.ContainsKey(member.Id))
        .Select(member => (double)at.Turns[member.Id] / member.Weight)
        .DefaultIfEmpty(0)
        .Min();

    private static int TakenBy(LadderCase at, Member member, double level) =>
        at.Turns.TryGetValue(member.Id, out var taken) ? taken : (int)(level * member.Weight);
}
