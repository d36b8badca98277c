using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using NodaTime;

namespace AlignmentBot.Domain.Awards;

/// <summary>Who may vote and who can be voted for, frozen when a round opens.</summary>
public static class Electorate
{
    /// <summary>More names than this fit into no platform's choice; the busiest are taken.</summary>
    public const int MostNominees = 100;

    /// <param name="figures">Of everybody who had leads in the month.</param>
    /// <param name="lastWinners">Of the same award in the last round.</param>
    /// <param name="quotes">Ids of kudos for a member, the best first.</param>
    public static Ballot Freeze(
        Award award, PodMonth month, IReadOnlyDictionary<MemberId, NomineeFigures> figures, IReadOnlyCollection<MemberId> lastWinners, Func<MemberId, ValueList<string>> quotes)
    {
        var voters = month.ActiveOf(AwardSides.Voters(award)).Select(member => member.Id).ToValueList();
        var side = month.ActiveOf(AwardSides.Nominees(award)).ToDictionary(member => member.Id, member => figures.GetValueOrDefault(member.Id, NomineeFigures.None));
        var activity = Activity(side.Values, month.Policy);
        var nominees = month.ActiveOf(AwardSides.Nominees(award))
            .Where(member => side[member.Id].Leads >= activity && !IsAwayAll(member, month))
            .Where(member => month.Policy.WinnerAgain || !lastWinners.Contains(member.Id))
            .OrderByDescending(member => side[member.Id].Leads)
            .Take(MostNominees)
            .OrderBy(member => member.Id.Value, StringComparer.Ordinal)
            .Select(member => new Nominee(member.Id, side[member.Id], quotes(member.Id)))
            .ToValueList();
        return new Ballot(award, Mode(voters.Count, nominees.Count), voters, nominees, activity, Counting.AgreementLeaders(side));
    }

    /// <summary>Half of what a person of the side has on average, at least 1 and at most the policy's minimum: so it falls where leads are few.</summary>
    public static int Activity(IReadOnlyCollection<NomineeFigures> side, AwardPolicy policy)
    {
        var leads = side.Sum(person => person.Leads);
        var half = side.Count == 0 ? 0 : (leads + 2 * side.Count - 1) / (2 * side.Count);
        return Math.Clamp(half, 1, policy.MinimumActivity);
    }

    /// <summary>True when the member was off on every working day of the month.</summary>
    public static bool IsAwayAll(Member member, PodMonth month)
    {
        var calendar = WorkCalendar.Of(member, month.Pod);
        var worked = calendar with { Off = [] };
        var days = Days(month.Month).Where(day => WorkingTime.IsWorkingDay(day, worked)).ToList();
        return days.Count > 0 && days.TrueForAll(day => calendar.OffOn(day) is not null);
    }

    private static BallotMode Mode(int voters, int nominees) => (voters, nominees) switch
    {
        (0, _) => BallotMode.NoVoters,
        (_, 0) => BallotMode.NoNominees,
        ( < AwardPolicy.SecretFrom, _) => BallotMode.Undecided,
        _ => BallotMode.Secret,
    };

    private static IEnumerable<LocalDate> Days(YearMonth month)
    {
        for (var day = month.OnDayOfMonth(1); day.Month == month.Month; day = day.PlusDays(1))
            yield return day;
    }
}

/// <summary>A pod with its people in one month.</summary>
public sealed record PodMonth(Pod Pod, ValueList<Member> Members, YearMonth Month, AwardPolicy Policy)
{
    public IEnumerable<Member> ActiveOf(Side side) =>
        Members.Where(member => member.Active && member.Side == side && member.Pod == Pod.Id).OrderBy(member => member.Id.Value, StringComparer.Ordinal);
}
