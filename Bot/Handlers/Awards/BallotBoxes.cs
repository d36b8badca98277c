using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Awards;

/// <summary>Opens the box of a round that is due to close: the choices to be counted, and the votes as they are sealed.</summary>
public sealed class BallotBoxes(IStore store, RoundKeys keys)
{
    /// <returns>Null when the key is lost: then nobody can read the votes.</returns>
    public async Task<OpenedBox?> Open(Round round, CancellationToken ct)
    {
        if (await keys.Find(round.Id, ct) is not { } key)
            return null;
        var box = await store.BallotBox(round.Id, ct);
        var voters = round.Ballots.SelectMany(ballot => ballot.Voters).ToDictionary(key.Voter, voter => voter, StringComparer.Ordinal);
        var votes = box.Ballots
            .Where(hidden => voters.ContainsKey(hidden.Voter))
            .Select(hidden => (hidden.Award, Voter: voters[hidden.Voter], Choice: key.Reveal(hidden)))
            .ToList();
        var choices = votes.GroupBy(vote => vote.Award).ToDictionary(
            group => group.Key, IReadOnlyCollection<MemberId?> (group) => group.Select(vote => vote.Choice).ToList());
        var seals = votes.Select(vote => new SealedBallot(vote.Award, Name(round, vote.Award, vote.Voter, key), vote.Choice));
        return new OpenedBox(choices, new Sealing(box.Casts, InOrder(seals)));
    }

    /// <summary>A secret vote can be found by its receipt alone; of an open one everybody may know whose it is.</summary>
    private static string Name(Round round, Award award, MemberId voter, RoundKey key) =>
        round.Find(award)?.Mode == BallotMode.Open ? OpenVoter(voter) : key.Receipt(voter).Digest(round.Id);

    public static string OpenVoter(MemberId voter) => "member/" + voter;

    /// <summary>By hash, which is an order by chance: nothing of the order in the box is left.</summary>
    private static ValueList<SealedBallot> InOrder(IEnumerable<SealedBallot> seals) =>
        seals.OrderBy(seal => seal.Award).ThenBy(seal => seal.Receipt, StringComparer.Ordinal).ToValueList();
}

/// <param name="Choices">Per ballot.</param>
public sealed record OpenedBox(IReadOnlyDictionary<Award, IReadOnlyCollection<MemberId?>> Choices, Sealing Sealing);
