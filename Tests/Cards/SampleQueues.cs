using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Queue;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Tests.Cards;

/// <summary>Queues of everybody who has one.</summary>
internal static class SampleQueues
{
    public static readonly Pod Apac = new(new PodId("apac"), "APAC", "Asia/Singapore");

    private static readonly LeadView Late = Sample.View(Sample.States["accepted"]) with { DecideBy = Sample.Now.Minus(Duration.FromHours(1)) };

    private static readonly PodPulse Pulse = new(
        [new StateCount(StateNames.Offered, 2), new StateCount(StateNames.Contacted, 4)], Sample.View(Sample.Offer), [new RepLoad(Sample.Rosa, 3), new RepLoad(Sample.Sam, 1)]);

    public static readonly ValueList<QueueView> Rep =
    [
        new(Sample.Pod, Sample.Rosa, [
            new QueuePart(QueueHeap.Overdue, [Late]),
            new QueuePart(QueueHeap.ForMe, [Sample.View(Sample.States["reserved"])]),
            new QueuePart(QueueHeap.Mine, Repeat("contacted", 5)),
            new QueuePart(QueueHeap.ForAll, Repeat("offered", 2), AndMore: true),
        ], null),
    ];

    public static readonly ValueList<QueueView> Marketer =
    [
        new(Sample.Pod, Sample.Max, [
            new QueuePart(QueueHeap.ForMe, [Sample.View(Sample.States["incomplete"]), Sample.View(Sample.States["rejected"])]),
            new QueuePart(QueueHeap.Mine, Repeat("offered", 1)),
            new QueuePart(QueueHeap.ForAll, Repeat("rejected", 1)),
        ], null),
    ];

    public static readonly ValueList<QueueView> Lead = [new(Sample.Pod, Sample.Tina, [new QueuePart(QueueHeap.ForAll, Repeat("offered", 1))], Pulse)];

    public static readonly ValueList<QueueView> Two =
    [
        Rep[0],
        new(Apac, Sample.Rosa with { Pod = Apac.Id }, [], null),
    ];

    public static readonly ValueList<QueueView> Quiet = [new(Sample.Pod, Sample.Mona, [], new PodPulse([], null, []))];

    public static Card Draw(ValueList<QueueView> pods) => QueueCard.Draw(pods, QueueCard.RowsInMessage, Sample.As(pods[0].Member));

    private static ValueList<LeadView> Repeat(string state, int count) => Enumerable.Repeat(Sample.View(Sample.States[state]), count).ToValueList();
}
