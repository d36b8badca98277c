using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Cards.Agreement;

/// <summary>The answer to <c>/mql due</c>: what is due today, the most urgent first.</summary>
public static class DueCard
{
    /// <summary>How many leads are shown; what is beyond is only counted.</summary>
    public const int Most = 10;

    /// <param name="everybodys">True for team leads, who see what the whole pod owes.</param>
    public static Card Draw(ValueList<LeadView> due, bool everybodys, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var heading = texts[everybodys ? "sla.due.heading_all" : "sla.due.heading"];
        if (due.Count == 0)
            return new Card(texts["sla.due.none"], Tone.Good, [new Block.Heading(heading), new Block.Paragraph(texts.Runs("sla.due.none"))]);
        var late = due.Count(LeadStatus.IsLate);
        var blocks = new List<Block> { new Block.Heading(heading) };
        foreach (var view in due.Take(Most))
            blocks.AddRange(Row(view, reader, texts));
        if (due.Count > Most)
            blocks.Add(new Block.Note([new Run.Plain(texts.Count("sla.due.more", due.Count - Most))]));
        return new Card(texts["sla.due.summary", due.Count, late], late > 0 ? Tone.Warning : Tone.Waiting, blocks.ToValueList());
    }

    private static IEnumerable<Block> Row(LeadView view, Reader reader, Texts texts)
    {
        var clock = view.Lead.RunningClock!;
        yield return new Block.Paragraph([
            new Run.Strong(LeadWords.Title(view.Lead, texts)),
            new Run.Plain(texts["sla.due.row", TermsWords.Name(clock.Clause, texts), DueWords.Of(clock.DueAt!.Value, view.Now, reader, view.Policy?.CalendarsFor(view.Lead) ?? [])]),
        ]);
        yield return new Block.Buttons([.. LeadButtons.Short(view, texts), new Button(ActionIds.Why, texts["sla.button.why"], view.Lead.Id.Value, ButtonStyle.Plain, Audience.Everyone.Instance)]);
    }
}
