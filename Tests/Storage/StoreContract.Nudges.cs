using AlignmentBot.Domain;
using AlignmentBot.Storage;

namespace AlignmentBot.Tests.Storage;

public abstract partial class StoreContract
{
    private static Nudge Word(string key, int minute) => new(key, Sample.Pod.Id, Sample.Rosa.Id, "lead/" + key, Sample.At(minute));

    [Fact]
    public async Task Words_wait_for_their_moment_the_oldest_first()
    {
        await Store.Commit(new Commit { Nudges = [Word("b", 10), Word("a", 5), Word("c", 20)] }, Ct);

        Assert.Equal([Word("a", 5), Word("b", 10)], await Store.WaitingNudges(Sample.Rosa.Id, Sample.At(10), Ct));
        Assert.Empty(await Store.WaitingNudges(Sample.Max.Id, Sample.At(10), Ct));
    }

    [Fact]
    public async Task The_same_word_is_kept_once_also_after_it_was_said()
    {
        await Store.Commit(new Commit { Nudges = [Word("a", 5)] }, Ct);
        await Store.Commit(new Commit { NudgeBatch = new NudgeBatch("m1", Sample.Rosa.Id, Sample.At(6), ["a"], []) }, Ct);
        await Store.Commit(new Commit { Nudges = [Word("a", 7)] }, Ct);

        Assert.Empty(await Store.WaitingNudges(Sample.Rosa.Id, Sample.At(10), Ct));
        Assert.Equal([Word("a", 5)], await Store.NudgesOf("m1", Ct));
    }

    [Fact]
    public async Task Two_messages_never_say_the_same_word()
    {
        await Store.Commit(new Commit { Nudges = [Word("a", 5), Word("b", 5)] }, Ct);

        Assert.IsType<CommitResult.Done>(await Store.Commit(new Commit { NudgeBatch = new NudgeBatch("m1", Sample.Rosa.Id, Sample.At(6), ["a"], ["b"]) }, Ct));
        Assert.IsType<CommitResult.Stale>(await Store.Commit(new Commit { NudgeBatch = new NudgeBatch("m2", Sample.Rosa.Id, Sample.At(6), ["a"], []) }, Ct));
        Assert.IsType<CommitResult.Stale>(await Store.Commit(new Commit { NudgeBatch = new NudgeBatch("m3", Sample.Rosa.Id, Sample.At(6), ["b"], []) }, Ct));
        Assert.Equal([Sample.At(6)], await Store.ToldSince(Sample.Rosa.Id, Sample.Monday, Ct));
    }

    [Fact]
    public async Task Who_was_told_nothing_that_is_still_true_was_not_told()
    {
        await Store.Commit(new Commit { Nudges = [Word("a", 5)] }, Ct);
        await Store.Commit(new Commit { NudgeBatch = new NudgeBatch("m1", Sample.Rosa.Id, Sample.At(6), [], ["a"]) }, Ct);

        Assert.Empty(await Store.ToldSince(Sample.Rosa.Id, Sample.Monday, Ct));
        Assert.Empty(await Store.WaitingNudges(Sample.Rosa.Id, Sample.At(10), Ct));
    }

    [Fact]
    public async Task Turns_are_counted_per_pod()
    {
        await Store.Commit(new Commit { Turns = [new TurnTaken(Sample.Pod.Id, Sample.Rosa.Id, 1, null), new TurnTaken(Sample.Pod.Id, Sample.Max.Id, 0, null)] }, Ct);
        await Store.Commit(new Commit { Turns = [new TurnTaken(Sample.Pod.Id, Sample.Rosa.Id, 2, 1)] }, Ct);

        Assert.Equal(new Dictionary<MemberId, int> { [Sample.Rosa.Id] = 2, [Sample.Max.Id] = 0 }, await Store.Turns(Sample.Pod.Id, Ct));
        Assert.Empty(await Store.Turns(Sample.Other.Id, Ct));
    }

    [Fact]
    public async Task A_turn_that_somebody_else_has_counted_meanwhile_makes_the_commit_stale()
    {
        await Store.Commit(new Commit { Turns = [new TurnTaken(Sample.Pod.Id, Sample.Rosa.Id, 1, null)] }, Ct);

        Assert.IsType<CommitResult.Stale>(await Store.Commit(new Commit { Turns = [new TurnTaken(Sample.Pod.Id, Sample.Rosa.Id, 1, null)], Nudges = [Word("a", 5)] }, Ct));
        Assert.IsType<CommitResult.Done>(await Store.Commit(new Commit { Turns = [new TurnTaken(Sample.Pod.Id, Sample.Rosa.Id, 2, 1)] }, Ct));

        Assert.Equal(2, (await Store.Turns(Sample.Pod.Id, Ct))[Sample.Rosa.Id]);
        Assert.Empty(await Store.WaitingNudges(Sample.Rosa.Id, Sample.At(10), Ct));
    }
}
