using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Cards.Queue;

/// <summary>What somebody has to do, in every pod they are in: what is late, what waits for them, what they have, what waits for anybody.</summary>
public static class QueueCard
{
    /// <summary>How many leads each heap shows in a message; a page of its own has room for more.</summary>
    public const int RowsInMessage = 3;

    public const int RowsOnPage = 6;

    /// <param name="rows">How many leads each heap shows at most; shared among the pods.</param>
    public static Card Draw(ValueList<QueueView> pods, int rows, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var each = Math.Max(1, rows / pods.Count);
        var blocks = new List<Block>();
        foreach (var pod in pods)
        {
            if (blocks.Count > 0)
                blocks.Add(Block.Divider.Instance);
            blocks.AddRange(OfPod(pod, each, Reader.Of(pod.Member, pod.Pod)));
        }

        var urgent = Count(pods, QueueHeap.Overdue) + Count(pods, QueueHeap.ForMe);
        return new Card(
            texts["queue.summary", texts.Count("queue.summary_urgent", urgent), texts.Count("queue.summary_mine", Count(pods, QueueHeap.Mine))],
            Count(pods, QueueHeap.Overdue) > 0 ? Tone.Warning : urgent > 0 ? Tone.Waiting : Tone.Neutral,
            blocks.ToValueList());
    }

    /// <summary>For somebody who is on no roster.</summary>
    public static Card Stranger(Reader reader)
    {
        var texts = Texts.For(reader.Language);
        return new Card(texts["queue.stranger"], Tone.Neutral, [
            new Block.Heading(texts["queue.stranger_heading"]),
            new Block.Paragraph(texts.Runs("queue.stranger")),
            new Block.Paragraph(texts.Runs("queue.stranger_setup")),
        ]);
    }

    private static IEnumerable<Block> OfPod(QueueView view, int rows, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        yield return new Block.Heading(texts["queue.heading", view.Pod.Name]);
        var parts = view.Parts.Where(part => part.Leads.Count > 0).ToList();
        if (parts.Count == 0)
            yield return new Block.Paragraph(texts.Runs(view.Member.Side == Side.Sales ? "queue.empty.sales" : "queue.empty.marketing"));
        foreach (var block in parts.SelectMany(part => OfPart(part, rows, view.Member.Side, reader, texts)))
            yield return block;
        if (view.Pulse is { } pulse)
        {
            foreach (var block in PodPulseBlocks.Draw(pulse, reader))
                yield return block;
        }

        if (view.Member.Side == Side.Marketing)
            yield return new Block.Buttons([HandOver(view.Pod, texts)]);
    }

    private static IEnumerable<Block> OfPart(QueuePart part, int rows, Side side, Reader reader, Texts texts)
    {
        var count = part.Leads.Count;
        var heading = texts.Count(Key(part.Heap, side), count);
        yield return new Block.Paragraph([new Run.Strong(part.AndMore ? texts["queue.and_more", heading] : heading)]);
        foreach (var block in part.Leads.Take(rows).SelectMany(lead => LeadRow.Draw(lead, reader)))
            yield return block;
        if (count > rows)
            yield return new Block.Note([new Run.Plain(texts.Count("card.more", count - rows))]);
    }

    private static string Key(QueueHeap heap, Side side) => (heap, side) switch
    {
        (QueueHeap.Overdue, _) => "queue.overdue",
        (QueueHeap.ForMe, Side.Sales) => "queue.for_me.sales",
        (QueueHeap.ForMe, Side.Marketing) => "queue.for_me.marketing",
        (QueueHeap.Mine, Side.Sales) => "queue.mine.sales",
        (QueueHeap.Mine, Side.Marketing) => "queue.mine.marketing",
        (QueueHeap.ForAll, Side.Sales) => "queue.for_all.sales",
        (QueueHeap.ForAll, Side.Marketing) => "queue.for_all.marketing",
    };

    private static Button HandOver(Pod pod, Texts texts) => new(
        ActionIds.HandOverForm, texts["button.hand_over"], pod.Id.Value, ButtonStyle.Plain, new Audience.OfSide(Side.Marketing));

    private static int Count(IEnumerable<QueueView> pods, QueueHeap heap) =>
        pods.SelectMany(pod => pod.Parts).Where(part => part.Heap == heap).Sum(part => part.Leads.Count);
}
