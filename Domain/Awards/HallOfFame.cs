using NodaTime;

namespace AlignmentBot.Domain.Awards;

/// <summary>What the announced rounds of a pod add up to.</summary>
public static class HallOfFame
{
    /// <summary>Months in a row, up to and with <paramref name="month"/>, in which the member got the award. A month without any round, or whose
    /// round was cancelled, breaks the row.</summary>
    public static int Streak(IEnumerable<Round> rounds, Award award, MemberId member, YearMonth month)
    {
        var won = rounds.Where(round => WinnersOf(round, award).Contains(member)).Select(round => round.Month).ToHashSet();
        var streak = 0;
        while (won.Contains(month.PlusMonths(-streak)))
            streak++;
        return streak;
    }

    /// <summary>How often each member got the award in these rounds, most first.</summary>
    public static ValueList<Tally> Wins(IEnumerable<Round> rounds, Award award) => rounds
        .SelectMany(round => WinnersOf(round, award))
        .GroupBy(member => member)
        .Select(wins => new Tally(wins.Key, wins.Count()))
        .OrderByDescending(tally => tally.Votes)
        .ThenBy(tally => tally.Member.Value, StringComparer.Ordinal)
        .ToValueList();

    /// <summary>Who got the award; nobody before the announcement.</summary>
    public static ValueList<MemberId> WinnersOf(Round round, Award award) => round.State is RoundState.Announced announced
        ? announced.Results.FirstOrDefault(result => result.Award == award)?.Winners ?? []
        : [];
}
