using AlignmentBot.Domain;
using AlignmentBot.Storage;
using NodaTime;
using Timer = AlignmentBot.Storage.Timer;

namespace AlignmentBot.Tests.Storage;

public abstract partial class StoreContract
{
    private static readonly Timer Undo = new("undo/lead000001", Sample.At(5), "undo", "lead/lead000001");

    [Fact]
    public async Task Due_timers_are_claimed_earliest_first_and_at_most_so_many()
    {
        await Set(Undo with { Key = "c", Due = Sample.At(3) }, Undo with { Key = "a", Due = Sample.At(1) }, Undo with { Key = "b", Due = Sample.At(2) });

        Assert.Equal("a b", string.Join(' ', (await Store.ClaimTimers(Sample.At(9), Sample.Lease, 2, Ct)).Select(timer => timer.Key)));
        Assert.Equal("c", Assert.Single(await Store.ClaimTimers(Sample.At(9), Sample.Lease, 2, Ct)).Key);
    }

    [Fact]
    public async Task A_timer_is_claimed_on_its_minute_and_not_before()
    {
        await Set(Undo);
        Assert.Empty(await Due(Sample.At(5) - Duration.FromMilliseconds(1)));
        Assert.Equal([Undo], await Due(Sample.At(5)));
    }

    [Fact]
    public async Task A_claimed_timer_is_seen_again_when_its_lease_ends_with_its_own_due_date()
    {
        await Set(Undo);
        await Due(Sample.At(5));

        Assert.Empty(await Due(Sample.At(5) + Sample.Lease - Duration.FromMilliseconds(1)));
        Assert.Equal([Undo], await Due(Sample.At(5) + Sample.Lease));
    }

    [Fact]
    public async Task A_finished_timer_is_gone()
    {
        await Set(Undo);
        await Due(Sample.At(5));
        await Store.Commit(new Commit { FinishedTimer = Undo.Key }, Ct);

        Assert.Empty(await Due(Sample.At(90)));
        Assert.Null(await Store.NextTimerDue(Ct));
    }

    [Fact]
    public async Task A_timer_that_was_moved_while_it_was_handled_stays()
    {
        await Set(Undo);
        await Due(Sample.At(5));
        var moved = Undo with { Due = Sample.At(20), Kind = "remind", Subject = "lead/x" };
        await Set(moved);
        await Store.Commit(new Commit { FinishedTimer = Undo.Key }, Ct);

        Assert.Equal(Sample.At(20), await Store.NextTimerDue(Ct));
        Assert.Equal([moved], await Due(Sample.At(20)));
    }

    [Fact]
    public async Task A_handler_can_finish_a_timer_and_set_it_anew_in_one_commit()
    {
        await Set(Undo);
        await Due(Sample.At(5));
        var next = Undo with { Due = Sample.At(15) };
        await Store.Commit(new Commit { FinishedTimer = Undo.Key, Timers = [next] }, Ct);

        Assert.Equal([next], await Due(Sample.At(15)));
    }

    [Fact]
    public async Task A_cancelled_timer_is_gone_even_when_it_is_held()
    {
        await Set(Undo, Undo with { Key = "held", Due = Sample.At(1) });
        await Due(Sample.At(1));
        await Store.Commit(new Commit { CancelledTimers = [Undo.Key, "held", "unknown"] }, Ct);

        Assert.Null(await Store.NextTimerDue(Ct));
    }

    [Fact]
    public async Task The_next_timer_is_the_earliest_or_the_end_of_a_lease()
    {
        Assert.Null(await Store.NextTimerDue(Ct));
        await Set(Undo, Undo with { Key = "later", Due = Sample.At(30) });
        Assert.Equal(Sample.At(5), await Store.NextTimerDue(Ct));
        await Due(Sample.At(5));
        Assert.Equal(Sample.At(5) + Sample.Lease, await Store.NextTimerDue(Ct));
    }

    [Fact]
    public async Task A_new_bot_takes_over_the_timers_that_were_held()
    {
        await Set(Undo);
        await Due(Sample.At(5));
        await Store.ReleaseClaims(Ct);
        Assert.Equal([Undo], await Due(Sample.At(5)));
    }

    [Fact]
    public async Task Twenty_workers_at_once_never_claim_the_same_timer()
    {
        await Set([.. Enumerable.Range(0, 30).Select(i => Undo with { Key = Conversation(i) })]);
        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(
            async () => await Store.ClaimTimers(Sample.At(5), Sample.Lease, 3, Ct), Ct)));

        Assert.Equal(30, claims.SelectMany(timers => timers).Select(timer => timer.Key).ToHashSet(StringComparer.Ordinal).Count);
        Assert.Equal(30, claims.Sum(timers => timers.Count));
    }

    [Fact]
    public async Task A_stale_commit_sets_and_finishes_no_timer()
    {
        await Set(Undo);
        await Due(Sample.At(5));
        var stored = await HandedOver(1);
        await Commit(Sample.Accept(stored));
        await Store.Commit(new Commit { Leads = [Sample.Accept(stored)], FinishedTimer = Undo.Key, Timers = [Undo with { Key = "new" }] }, Ct);

        Assert.Equal([Undo], await Due(Sample.At(90)));
    }

    private async Task Set(params Timer[] timers) => await Store.Commit(new Commit { Timers = [.. timers] }, Ct);

    private ValueTask<IReadOnlyList<Timer>> Due(Instant now) => Store.ClaimTimers(now, Sample.Lease, 100, Ct);
}
