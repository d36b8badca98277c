using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Review;

namespace AlignmentBot.Cards.Review;

/// <summary>The sections of packs and agendas. A section that has nothing to say is left out.</summary>
internal static class PackBlocks
{
    public static IEnumerable<Block> Moved(PackView view, Texts texts) => Section(
        "pack.moved", view.Pack.Moved.Select(moved => PackWords.Moved(moved, texts)), texts);

    public static IEnumerable<Block> Matters(PackView view, Texts texts) => Section("pack.matters", MatterLines(view, texts), texts);

    public static IEnumerable<Block> Wins(PackView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        return Section("pack.wins", view.Pack.Wins.Select(win => WinLine(win, view, reader)), texts);
    }

    public static IEnumerable<Block> Section(string titleKey, IEnumerable<ValueList<Run>> lines, Texts texts)
    {
        var all = lines.ToValueList();
        return all.Count == 0 ? [] : [new Block.Paragraph([new Run.Strong(texts[titleKey])]), new Block.Bullets(all)];
    }

    private static IEnumerable<ValueList<Run>> MatterLines(PackView view, Texts texts)
    {
        var matters = view.Pack.Matters;
        foreach (var clause in matters.Overdue)
            yield return texts.Runs("pack.overdue", new Run.Plain(ReviewWords.Clause(clause.Clause, texts)), new Run.Strong(ReviewWords.Number(clause.Count, texts)));
        if (matters.UnansweredCount > 0)
            yield return [new Run.Strong(texts.Count("pack.unanswered", matters.UnansweredCount)), new Run.Plain(" " + PackWords.Leads(matters.Unanswered, matters.UnansweredCount, view, texts))];
        if (matters.UntakenCount > 0)
            yield return [new Run.Strong(texts.Count("pack.untaken", matters.UntakenCount)), new Run.Plain(" " + PackWords.Leads(matters.Untaken, matters.UntakenCount, view, texts))];
    }

    /// <summary>A win belongs to both: who closed it and who brought it are thanked in one breath.</summary>
    private static ValueList<Run> WinLine(PackWin win, PackView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var title = view.Leads.TryGetValue(win.Lead, out var lead) ? LeadWords.Title(lead, texts) : texts["card.title_unknown", win.Lead.Value];
        var what = new Run.Strong(win.Amount is { } amount ? texts["pack.win.amount", title, LeadWords.Money(amount, texts)] : title);
        return (win.Rep, win.Marketer) switch
        {
            ({ } rep, { } marketer) => texts.Runs("pack.win.both", what, PackWords.Person(rep, view, reader), PackWords.Person(marketer, view, reader)),
            ({ } rep, null) => texts.Runs("pack.win.thanked", what, PackWords.Person(rep, view, reader)),
            (null, { } marketer) => texts.Runs("pack.win.thanked", what, PackWords.Person(marketer, view, reader)),
            _ => texts.Runs("pack.win.nobody", what),
        };
    }
}
