using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Statistics;
using NodaTime;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Tests.Storage;

public abstract partial class StoreContract
{
    private static readonly Period November = Period.Month(new LocalDate(2026, 11, 23));

    [Fact]
    public async Task Digests_take_in_what_was_just_committed()
    {
        var stored = await HandedOver(1);
        Assert.Equal((1, 0), await Counted(November));

        await Commit(Sample.Accept(stored));

        Assert.Equal((1, 1), await Counted(November));
        Assert.Equal((1, 1), await Counted(November));
    }

    [Fact]
    public async Task Outlines_are_the_fold_of_each_leads_history()
    {
        var stored = await HandedOver(1);
        await Commit(Sample.Accept(stored));
        await HandedOver(2);

        var outlines = await Store.FoldOutlines(Sample.Pod, November, leads => leads.ToList(), Ct);

        Assert.Equal(2, outlines.Count);
        foreach (var outline in outlines)
        {
            var lead = (await Store.FindLead(outline.Id, Ct))!.Lead;
            Assert.Equal(OutlineFold.Of(lead, await Store.History(outline.Id, Ct)), outline);
        }
    }

    [Fact]
    public async Task Days_are_those_of_the_pods_zone()
    {
        // A second before midnight in Amsterdam, and midnight.
        var midnight = Instant.FromUtc(2026, 11, 23, 23, 0);
        await Commit(Sample.HandOver(1, midnight - Duration.FromSeconds(1)));
        await Commit(Sample.HandOver(2, midnight));

        var days = await Store.Digests(Sample.Pod, November, Ct);

        Assert.Equal([new LocalDate(2026, 11, 23), new LocalDate(2026, 11, 24)], days.Select(day => day.Day));
    }

    [Fact]
    public async Task Days_are_cut_anew_when_the_pod_moves()
    {
        await Commit(Sample.HandOver(1, Instant.FromUtc(2026, 11, 23, 22, 59)));
        Assert.Equal(new LocalDate(2026, 11, 23), Assert.Single(await Store.Digests(Sample.Pod, November, Ct)).Day);
        var moved = Sample.Pod with { TimeZone = "Asia/Singapore" };
        await Store.SavePod(moved, Ct);

        Assert.Equal(new LocalDate(2026, 11, 24), Assert.Single(await Store.Digests(moved, November, Ct)).Day);
    }

    [Fact]
    public async Task Digests_of_another_pod_are_apart()
    {
        await HandedOver(1);
        await Commit(Sample.HandOver(2, pod: Sample.Other));

        Assert.Equal((1, 0), await Counted(November));
    }

    [Fact]
    public async Task Counting_ahead_changes_no_answer_and_verifies()
    {
        var stored = await HandedOver(1);
        Assert.Equal(1, await Store.RefreshFigures(Ct));
        await Commit(Sample.Accept(stored));
        Assert.Equal(1, await Store.RefreshFigures(Ct));
        Assert.Equal(0, await Store.RefreshFigures(Ct));

        Assert.Equal((1, 1), await Counted(November));
        var check = await Store.VerifyFigures(Sample.Pod, Ct);
        Assert.Equal((1, 1), (check.Days, check.Leads));
        Assert.Empty(check.Different);
    }

    private async Task<(int HandedOver, int Accepted)> Counted(Period period)
    {
        var tally = new Tally();
        foreach (var day in await Store.Digests(Sample.Pod, period, Ct))
            day.AddTo(_ => tally);
        return (tally[Counter.HandedOver], tally[Counter.Accepted]);
    }
}
