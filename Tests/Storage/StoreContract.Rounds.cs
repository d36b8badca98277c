using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;
using AlignmentBot.Tests.Domain.Awards;
using NodaTime;

namespace AlignmentBot.Tests.Storage;

public abstract partial class StoreContract
{
    private static readonly Round Monthly = SampleRounds.Open with { Pod = Sample.Pod.Id };

    private static readonly HiddenBallot Hidden = new(Award.Seller, "voter-1", "choice-1");

    [Fact]
    public async Task A_round_is_found_as_it_was_written_with_its_history()
    {
        await Open();

        Assert.Equal(new StoredRound(Monthly, 1, 1), await Store.FindRound(Monthly.Id, Ct));
        Assert.Equal(Fact(1, new RoundFact.Opened(Monthly.DueAt, SampleRounds.ClosesAt, Monthly.Ballots)), Assert.Single(await Store.RoundHistory(Monthly.Id, Ct)));
        Assert.Null(await Store.FindRound(new RoundId("emea.2026-10"), Ct));
    }

    [Fact]
    public async Task A_month_is_opened_once_and_a_round_changes_from_its_last_version_only()
    {
        await Open();

        Assert.IsType<CommitResult.Stale>(await Write(new RoundWrite(Monthly, 0, [])));
        var paused = new RoundWrite(Monthly with { State = new RoundState.Cancelled(Sample.Monday, null, "x") }, 1, [Fact(2, new RoundFact.Cancelled("x"))]);
        Assert.IsType<CommitResult.Done>(await Write(paused));
        Assert.IsType<CommitResult.Stale>(await Write(paused));
        Assert.Equal(2, (await Store.RoundHistory(Monthly.Id, Ct)).Count);
    }

    [Fact]
    public async Task Rounds_of_a_pod_come_newest_first()
    {
        await Open();
        var october = Monthly with { Id = new RoundId("emea.2026-10"), Month = new YearMonth(2026, 10) };
        await Write(new RoundWrite(october, 0, []));

        Assert.Equal([Monthly, october], (await Store.Rounds(Sample.Pod.Id, 9, Ct)).Select(stored => stored.Round));
        Assert.Equal([Monthly], (await Store.Rounds(Sample.Pod.Id, 1, Ct)).Select(stored => stored.Round));
        Assert.Empty(await Store.Rounds(Sample.Other.Id, 9, Ct));
    }

    [Fact]
    public async Task A_vote_is_kept_once_per_voter_and_the_last_change_stands()
    {
        await Open();
        await Cast(Hidden, "d1");
        await Cast(Hidden with { Choice = "choice-2" }, "d2");

        Assert.Equal([Hidden with { Choice = "choice-2" }], (await Store.BallotBox(Monthly.Id, Ct)).Ballots);
        Assert.Equal(Hidden with { Choice = "choice-2" }, await Store.FindBallot(Monthly.Id, "voter-1", Ct));
        Assert.Equal([Sample.Max.Id], await Store.Voted(Monthly.Id, Ct));
    }

    [Fact]
    public async Task An_old_delivery_that_comes_again_does_not_undo_a_newer_vote()
    {
        await Open();
        await Cast(Hidden, "d1");
        await Cast(Hidden with { Choice = "choice-2" }, "d2");
        await Cast(Hidden, "d1");

        Assert.Equal("choice-2", (await Store.FindBallot(Monthly.Id, "voter-1", Ct))!.Choice);
        Assert.True(await Store.KnowsBallotDelivery(Monthly.Id, "d1", Ct));
        Assert.False(await Store.KnowsBallotDelivery(Monthly.Id, "d3", Ct));
    }

    [Fact]
    public async Task A_round_that_has_moved_on_takes_no_vote()
    {
        await Open();
        await Write(new RoundWrite(Monthly, 1, []));

        Assert.IsType<CommitResult.Stale>(await Cast(Hidden, "d1"));
        Assert.Empty((await Store.BallotBox(Monthly.Id, Ct)).Ballots);
    }

    [Fact]
    public async Task Sealing_takes_the_hidden_votes_and_their_deliveries_away()
    {
        await Open();
        await Cast(Hidden, "d1");
        var box = await Store.BallotBox(Monthly.Id, Ct);
        SealedBallot[] seals = [new(Award.Seller, "b", Sample.Rosa.Id), new(Award.Seller, "a", null)];

        Assert.IsType<CommitResult.Done>(await Write(new RoundWrite(Monthly, 1, []) { Sealing = new Sealing(box.Casts, [.. seals]) }));

        Assert.Empty((await Store.BallotBox(Monthly.Id, Ct)).Ballots);
        Assert.False(await Store.KnowsBallotDelivery(Monthly.Id, "d1", Ct));
        Assert.Equal(seals.OrderBy(seal => seal.Receipt), await Store.SealedBallots(Monthly.Id, Ct));
        Assert.Equal([Sample.Max.Id], await Store.Voted(Monthly.Id, Ct));
        Assert.True(await Store.Scrub(Ct));
    }

    [Fact]
    public async Task A_vote_that_came_after_the_box_was_read_keeps_the_round_from_being_sealed_without_it()
    {
        await Open();
        var box = await Store.BallotBox(Monthly.Id, Ct);
        await Cast(Hidden, "d1");

        Assert.IsType<CommitResult.Stale>(await Write(new RoundWrite(Monthly, 1, []) { Sealing = new Sealing(box.Casts, []) }));
        Assert.Single((await Store.BallotBox(Monthly.Id, Ct)).Ballots);
    }

    [Fact]
    public async Task Kudos_are_found_counted_and_changed_from_their_last_version_only()
    {
        var kudos = new Kudos("k1", Sample.Pod.Id, Sample.Max.Id, Sample.Rosa.Id, Sample.At(5), "the demo", KudosState.Given.Instance);
        await Store.Commit(new Commit { Kudos = new KudosWrite(kudos, 0) }, Ct);

        Assert.Equal(new StoredKudos(kudos, 1), await Store.FindKudos("k1", Ct));
        Assert.Equal(kudos, Assert.Single(await Store.KudosOf(Sample.Pod.Id, Sample.At(5), Sample.At(6), Ct)).Kudos);
        Assert.Empty(await Store.KudosOf(Sample.Pod.Id, Sample.At(6), Sample.At(60), Ct));
        Assert.Empty(await Store.KudosOf(Sample.Pod.Id, Sample.At(0), Sample.At(5), Ct));
        Assert.Equal(1, await Store.CountKudosGiven(Sample.Max.Id, Sample.At(5), Ct));
        Assert.Equal(0, await Store.CountKudosGiven(Sample.Max.Id, Sample.At(6), Ct));
        Assert.IsType<CommitResult.Stale>(await Store.Commit(new Commit { Kudos = new KudosWrite(kudos, 0) }, Ct));
    }

    [Fact]
    public async Task A_timer_is_found_by_its_key_also_while_it_is_held()
    {
        await Set(Undo);
        await Due(Sample.At(5));

        Assert.Equal(Undo, await Store.FindTimer(Undo.Key, Ct));
        Assert.Null(await Store.FindTimer("unknown", Ct));
    }

    private async Task Open() =>
        await Write(new RoundWrite(Monthly, 0, [Fact(1, new RoundFact.Opened(Monthly.DueAt, SampleRounds.ClosesAt, Monthly.Ballots))]));

    private async Task<CommitResult> Write(RoundWrite round) => await Store.Commit(new Commit { Rounds = [round] }, Ct);

    private async Task<CommitResult> Cast(HiddenBallot ballot, string mark) =>
        await Store.Commit(new Commit { Ballot = new BallotWrite(Monthly.Id, 1, Sample.Max.Id, ballot, mark) }, Ct);

    private static RoundEvent Fact(int number, RoundFact fact) => new(Monthly.Id, number, Sample.Monday, Author.Bot.Instance, Door.Timer, fact);
}
