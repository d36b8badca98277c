using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards.Awards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Awards;

/// <summary>Gathers what is needed to draw a round.</summary>
public sealed class AwardReading(IStore store, Rosters rosters, RoundKeys keys, Certificates certificates, BotClock clock)
{
    /// <summary>How many rounds the hall of fame and streaks look back on.</summary>
    private const int LookBack = 60;

    public async Task<RoundView?> Find(RoundId id, CancellationToken ct) =>
        await store.FindRound(id, ct) is { } stored ? await Of(stored.Round, ct) : null;

    public async Task<RoundView> Of(Round round, CancellationToken ct)
    {
        var here = await rosters.Find(round.Pod, ct) ?? throw new InvalidOperationException($"Round {round.Id} belongs to pod {round.Pod}, which is not stored.");
        return new RoundView(round, here.Pod, here.Roster, (await store.Voted(round.Id, ct)).ToHashSet(), await Quotes(round, ct), clock.Now);
    }

    /// <summary>With the nominees as they stand on this voter's ballot: by chance, and always the same. Without the key there is no order, and no vote.</summary>
    public async Task<RoundView> ForVoter(RoundView view, MemberId voter, CancellationToken ct)
    {
        if (view.Round.State is not (RoundState.Open or RoundState.Paused) || view.Round.BallotOf(voter) is not { } ballot || await keys.Find(view.Round.Id, ct) is not { } key)
            return view;
        return view with { InOrder = ballot.Nominees.OrderBy(nominee => key.Place(voter, nominee.Member)).ToValueList() };
    }

    /// <summary>With the pod's rounds, the certificates, and the votes of open votes.</summary>
    public async Task<RoundView> ForResult(RoundView view, CancellationToken ct)
    {
        var open = view.Round.Ballots.Where(ballot => ballot.Mode == BallotMode.Open).ToList();
        var seals = open.Count > 0 && view.Round.State is RoundState.Announced ? await store.SealedBallots(view.Round.Id, ct) : [];
        return await WithRounds(view, ct) with
        {
            Certificates = view.Round.Ballots.Select(ballot => certificates.Of(view.Round, ballot.Award)).ToValueList(),
            OpenVotes = open.SelectMany(ballot => ballot.Voters.SelectMany(voter => seals
                .Where(seal => seal.Award == ballot.Award && seal.Receipt == BallotBoxes.OpenVoter(voter))
                .Select(seal => new OpenVote(ballot.Award, voter, seal.Choice)))).ToValueList(),
        };
    }

    public async Task<RoundView> WithRounds(RoundView view, CancellationToken ct) => view with
    {
        Rounds = (await store.Rounds(view.Pod.Id, LookBack, ct)).Select(stored => stored.Round).ToValueList(),
    };

    /// <summary>Those that may still be shown: one that was taken back since is gone from every ballot.</summary>
    private async Task<IReadOnlyDictionary<string, Kudos>> Quotes(Round round, CancellationToken ct)
    {
        var quotes = new Dictionary<string, Kudos>(StringComparer.Ordinal);
        foreach (var id in round.Ballots.SelectMany(ballot => ballot.Nominees).SelectMany(nominee => nominee.Quotes).Distinct(StringComparer.Ordinal))
        {
            if (await store.FindKudos(id, ct) is { Kudos: { Shown: true } kudos })
                quotes[id] = kudos;
        }

        return quotes;
    }
}
