using AlignmentBot.Domain;
using AlignmentBot.Domain.Review;
using AlignmentBot.Storage;
using NodaTime;
using Timer = AlignmentBot.Storage.Timer;

namespace AlignmentBot.Tests.Storage;

public abstract partial class StoreContract
{
    private static readonly ReviewPack LastWeek = new(
        Sample.Pod.Id, PackKind.Weekly, new LocalDate(2026, 11, 16), new LocalDate(2026, 11, 22), Sample.Monday,
        [new MovedFigure("accepted", 0.8, 0.5)], new PackMatters([new OverdueClause(AlignmentBot.Domain.Leads.Clause.Decide, 2)], [Sample.Id(1)], 1, [], 0), [], null);

    [Fact]
    public async Task A_pack_is_found_by_its_pod_kind_and_first_day_as_it_was_made()
    {
        await Written(new ReviewWrites { Pack = LastWeek });

        Assert.Equal(LastWeek, await Store.FindPack(Sample.Pod.Id, PackKind.Weekly, LastWeek.From, Ct));
        Assert.Null(await Store.FindPack(Sample.Other.Id, PackKind.Weekly, LastWeek.From, Ct));
        Assert.Null(await Store.FindPack(Sample.Pod.Id, PackKind.Monthly, LastWeek.From, Ct));
        Assert.Null(await Store.FindPack(Sample.Pod.Id, PackKind.Weekly, LastWeek.From.PlusDays(7), Ct));
    }

    [Fact]
    public async Task A_pack_replaces_the_one_of_the_same_days()
    {
        await Written(new ReviewWrites { Pack = LastWeek });
        var again = LastWeek with { MadeAt = Sample.At(5), Matters = PackMatters.None };
        await Written(new ReviewWrites { Pack = again });

        Assert.Equal(again, await Store.FindPack(Sample.Pod.Id, PackKind.Weekly, LastWeek.From, Ct));
    }

    [Fact]
    public async Task The_newest_check_in_of_a_pod_is_its_last_one()
    {
        Assert.Null(await Store.LastCheckIn(Sample.Pod.Id, Ct));
        await Written(new ReviewWrites { CheckIn = Meeting("newer", 60) });
        await Written(new ReviewWrites { CheckIn = Meeting("older", 0) });

        Assert.Equal(Meeting("newer", 60), await Store.LastCheckIn(Sample.Pod.Id, Ct));
        Assert.Equal(Meeting("older", 0), await Store.FindCheckIn("older", Ct));
        Assert.Null(await Store.FindCheckIn("none", Ct));
        Assert.Null(await Store.LastCheckIn(Sample.Other.Id, Ct));
    }

    [Fact]
    public async Task A_decision_is_open_until_it_is_done_and_stays_with_its_check_in()
    {
        await Written(new ReviewWrites { CheckIn = Meeting("first", 0) });
        await Written(new ReviewWrites { CheckIn = Meeting("second", 5) });
        await Written(new ReviewWrites { Decision = Decided("b", "first", 20) });
        await Written(new ReviewWrites { Decision = Decided("a", "first", 10) });
        await Written(new ReviewWrites { Decision = Decided("c", "second", 30) });
        Assert.Equal(["a", "b", "c"], (await Store.OpenDecisions(Sample.Pod.Id, 10, Ct)).Select(decision => decision.Id));
        Assert.Equal(["a", "b"], (await Store.OpenDecisions(Sample.Pod.Id, 2, Ct)).Select(decision => decision.Id));

        var done = Decided("a", "first", 10) with { DoneAt = Sample.At(90), DoneBy = Sample.Max.Id };
        await Written(new ReviewWrites { Decision = done });

        Assert.Equal(["b", "c"], (await Store.OpenDecisions(Sample.Pod.Id, 10, Ct)).Select(decision => decision.Id));
        Assert.Equal([done, Decided("b", "first", 20)], await Store.DecisionsOf("first", Ct));
        Assert.Equal(done, await Store.FindDecision("a", Ct));
        Assert.Null(await Store.FindDecision("none", Ct));
        Assert.Empty(await Store.OpenDecisions(Sample.Other.Id, 10, Ct));
    }

    [Fact]
    public async Task Timers_that_are_set_are_left_as_they_are_and_missing_ones_are_added()
    {
        await Store.SetMissingTimers([new Timer("pack/weekly/emea", Sample.At(10), "pack", "weekly/emea")], Ct);
        await Store.SetMissingTimers([new Timer("pack/weekly/emea", Sample.At(99), "pack", "weekly/emea"), new Timer("pack/monthly/emea", Sample.At(20), "pack", "monthly/emea")], Ct);

        var due = await Store.ClaimTimers(Sample.At(200), Sample.Lease, 10, Ct);
        Assert.Equal([("pack/weekly/emea", Sample.At(10)), ("pack/monthly/emea", Sample.At(20))], due.Select(timer => (timer.Key, timer.Due)));
    }

    private static CheckIn Meeting(string id, int minute) =>
        new(id, Sample.Pod.Id, Sample.At(minute), Sample.Max.Id, LastWeek, ["earlier"]);

    private static ReviewDecision Decided(string id, string checkIn, int minute) =>
        new(id, Sample.Pod.Id, checkIn, "Call sooner", Sample.Rosa.Id, new LocalDate(2026, 11, 30), Sample.At(minute), Sample.Max.Id);

    private async Task Written(ReviewWrites writes) => Assert.IsType<CommitResult.Done>(await Store.Commit(new Commit { Review = writes }, Ct));
}
