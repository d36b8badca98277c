using AlignmentBot.Bot.Configuration;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Awards;

/// <summary>Gathers what a round freezes: the roster, the month's figures, the last winners, a few kudos.</summary>
public sealed class RoundElectorate(IStore store, AwardFigures figures, AwardSettings settings, RoundKeys keys)
{
    /// <summary>How many thank-yous stand beside a nominee.</summary>
    private const int Quotes = 2;

    public AwardSettings Settings => settings;

    public RoundKeys Keys => keys;

    public async Task<ValueList<Ballot>> Freeze(PodMonth month, Instant now, CancellationToken ct)
    {
        var last = (await store.Rounds(month.Pod.Id, 2, ct)).Select(stored => stored.Round).FirstOrDefault(round => round.Month == month.Month.PlusMonths(-1));
        var since = month.Month.OnDayOfMonth(1).AtStartOfDayInZone(month.Pod.Zone).ToInstant();
        var kudos = (await store.KudosOf(month.Pod.Id, since, now, ct)).Select(stored => stored.Kudos).Where(given => given.Shown).ToLookup(given => given.To);
        ValueList<string> Best(MemberId member) => kudos[member].OrderByDescending(given => given.At).Take(Quotes).Select(given => given.Id).ToValueList();

        var ballots = new List<Ballot>();
        foreach (var award in Enum.GetValues<Award>())
        {
            var winners = last is null ? [] : HallOfFame.WinnersOf(last, award);
            ballots.Add(Electorate.Freeze(award, month, await figures.Of(award, month, ct), winners, Best));
        }

        return ballots.ToValueList();
    }
}
