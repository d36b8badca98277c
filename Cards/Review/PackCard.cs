using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Statistics;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Review;
using AlignmentBot.Domain.Statistics;

namespace AlignmentBot.Cards.Review;

/// <summary>The pack in the pod's channel: what moved, what needs deciding, and thanks to both sides.</summary>
public static class PackCard
{
    public static Card Draw(PackView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var pack = view.Pack;
        var title = texts[TitleKey(pack.Kind), PackWords.Day(pack.From, texts), PackWords.Day(pack.Until, texts)];
        return new Card(texts["pack.summary", title, view.Pod.Name], pack.Matters.Count > 0 ? Tone.Waiting : Tone.Good, [
            new Block.Heading(title),
            .. pack.LongView is { } longView ? LongBlocks(longView, view, texts) : [],
            .. PackBlocks.Moved(view, texts),
            .. PackBlocks.Matters(view, texts),
            .. PackBlocks.Wins(view, reader),
            Foot(pack, texts),
        ]);
    }

    private static IEnumerable<Block> LongBlocks(LongView view, PackView pack, Texts texts)
    {
        yield return new Block.Facts(Facts(view, pack, texts).ToValueList());
        foreach (var block in PackBlocks.Section("pack.months", view.Months.Where(month => month.HandedOver > 0).Select(month => Month(month, texts)), texts))
            yield return block;
    }

    /// <summary>Where there is more, and what the mark of small numbers means where there is one.</summary>
    private static Block Foot(ReviewPack pack, Texts texts)
    {
        IEnumerable<Rate> rates = pack.LongView is { } view ? [view.Accepted, view.KeptByMarketing, view.KeptBySales, .. view.Months.Select(month => month.Accepted)] : [];
        return new Block.Note(StatsBlocks.Marked(rates)
            ? [new Run.Plain(texts["stats.marks"] + " "), .. texts.Runs("pack.more")]
            : texts.Runs("pack.more"));
    }

    private static IEnumerable<Fact> Facts(LongView view, PackView pack, Texts texts)
    {
        var handedOver = ReviewWords.Number(view.HandedOver, texts);
        yield return Fact("dashboard.figure.handed_over", view.Target is { } target ? texts["pack.of_promised", handedOver, ReviewWords.Number(target, texts)] : handedOver);
        yield return Fact("dashboard.figure.accepted", ReviewWords.Share(view.Accepted, texts));
        yield return Fact("pack.figure.kept_marketing", ReviewWords.Share(view.KeptByMarketing, texts));
        yield return Fact("pack.figure.kept_sales", ReviewWords.Share(view.KeptBySales, texts));
        yield return Fact("dashboard.figure.won", view.WonAmounts.Count == 0
            ? ReviewWords.Number(view.Won, texts)
            : texts["pack.won", ReviewWords.Number(view.Won, texts), ReviewWords.Money(view.WonAmounts, texts)]);
        if (view.TopReason is { } top)
        {
            var reason = pack.Pod.Reasons.FirstOrDefault(known => known.Family == top.Family && known.Code == top.Code) ?? new RejectionReason(top.Family, top.Code);
            yield return Fact("pack.top_reason", texts["pack.reason", LeadWords.Reason(reason, texts), ReviewWords.Number(top.Count, texts)]);
        }

        Fact Fact(string key, string value) => new(texts[key], [new Run.Plain(value)]);
    }

    private static ValueList<Run> Month(MonthView month, Texts texts) => texts.Runs(
        "pack.month",
        new Run.Strong(PackWords.Month(month.From, texts)),
        new Run.Plain(ReviewWords.Number(month.HandedOver, texts)),
        new Run.Plain(ReviewWords.Share(month.Accepted, texts)),
        new Run.Plain(ReviewWords.Number(month.Won, texts)));

    private static string TitleKey(PackKind kind) => kind switch
    {
        PackKind.Weekly => "pack.title.weekly",
        PackKind.Monthly => "pack.title.monthly",
        PackKind.Quarterly => "pack.title.quarterly",
    };
}
