using System.Text;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Storage.Json;
using AlignmentBot.Tests.Domain.Awards;
using AlignmentBot.Tests.Layout;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Storage;

/// <summary>The stored form of rounds, which outlives the code that wrote it.</summary>
public sealed class StoredRoundTests
{
    private static readonly ValueList<BallotResult> Results =
    [
        new(Award.Seller, new AwardOutcome.Won([Rosa.Id, Sam.Id], DecidedBy.Shared), 4, 3, 1, [new Tally(Rosa.Id, 1), new Tally(Sam.Id, 1)]),
        new(Award.Marketer, AwardOutcome.NoQuorum.Instance, 3, 1, 0, [new Tally(Max.Id, 1)]),
        new(Award.Seller, AwardOutcome.AllAbstained.Instance, 3, 3, 3, []),
        new(Award.Marketer, new AwardOutcome.NoVote(BallotMode.Declined), 2, 0, 0, []),
    ];

    private static readonly RoundState[] States =
    [
        SampleRounds.Open.State,
        new RoundState.Paused((RoundState.Open)SampleRounds.Open.State, SampleRounds.OpensAt, Lena.Id, "Fire drill"),
        new RoundState.Closed(SampleRounds.ClosesAt, SampleRounds.AnnouncesAt, Results),
        new RoundState.Announced(SampleRounds.ClosesAt, SampleRounds.AnnouncesAt, Results),
        new RoundState.Cancelled(SampleRounds.OpensAt, null, string.Empty),
    ];

    private static readonly RoundFact[] Facts =
    [
        new RoundFact.Opened(SampleRounds.OpensAt, SampleRounds.ClosesAt, SampleRounds.Open.Ballots),
        new RoundFact.Missed(SampleRounds.OpensAt), new RoundFact.ModeChosen(Award.Seller, BallotMode.Open), new RoundFact.Paused("x"),
        new RoundFact.Resumed(SampleRounds.ClosesAt), new RoundFact.Extended(SampleRounds.ClosesAt, null), new RoundFact.Extended(SampleRounds.ClosesAt, "x"),
        new RoundFact.Cancelled("x"), new RoundFact.Closed(SampleRounds.AnnouncesAt), new RoundFact.Counted(Results), new RoundFact.Announced(),
    ];

    public static TheoryData<string> StoredRounds => [.. File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "Tests", "Golden", "Storage", "rounds.jsonl"))];

    [Fact]
    public void A_round_in_every_state_comes_back_equal() =>
        Assert.All(States, state => Assert.Equal(SampleRounds.Open with { State = state }, Again(SampleRounds.Open with { State = state })));

    [Fact]
    public void Every_fact_comes_back_equal() => Assert.All(Facts, fact => Assert.Equal(fact, Again(fact)));

    [Fact]
    public void Every_stored_name_is_there() => Assert.All(Enum.GetValues<BallotMode>(), mode => Assert.Equal(mode, StoredNames.BallotModes.From(StoredNames.BallotModes.Of(mode))));

    [Theory]
    [MemberData(nameof(StoredRounds))]
    public void A_round_stored_earlier_is_read_whole(string json) =>
        Assert.Equal(json, Encoding.UTF8.GetString(StoreJson.Write(StoreJson.Read<Round>(Encoding.UTF8.GetBytes(json)))));

    [Fact]
    public void A_document_of_every_state_is_kept_as_an_example()
    {
        var kept = StoredRounds.Select(row => StoredNames.RoundStates[StoreJson.Read<Round>(Encoding.UTF8.GetBytes(row.Data)).State.GetType()]);

        Assert.Equal(StoredNames.RoundStates.Values.ToHashSet(StringComparer.Ordinal), kept.ToHashSet(StringComparer.Ordinal));
    }

    private static T Again<T>(T value) => StoreJson.Read<T>(StoreJson.Write(value));
}
