using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Statistics;

namespace AlignmentBot.Cards.Statistics;

/// <summary>The answer to <c>/mql fairness</c>, for one team lead's eyes: what stands out, the leads behind it, and no verdict.</summary>
public static class FairnessCard
{
    private const int MostReps = 12;
    private const int MostLeads = 5;

    public static Card Draw(StatsView view, FairnessReport report, Roster roster, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var heading = texts["stats.fairness.heading", view.Subject, view.When(texts)];
        return new Card(heading, Tone.Neutral, [
            new Block.Heading(heading),
            new Block.Note([new Run.Plain(texts["stats.fairness.intro"])]),
            .. Shares(report, roster, texts, reader),
            .. Findings(report, roster, texts, reader),
        ]);
    }

    private static IEnumerable<Block> Shares(FairnessReport report, Roster roster, Texts texts, Reader reader)
    {
        if (report.Decided < Rate.Least)
        {
            yield return new Block.Paragraph([new Run.Plain(texts["stats.fairness.few"])]);
            yield break;
        }

        yield return new Block.Paragraph([new Run.Strong(texts["stats.fairness.shares"])]);
        yield return new Block.Bullets(report.Shares.Take(MostReps)
            .Select(ValueList<Run> (share) => [new Run.Plain(texts[KeyOf(share), roster.NameOf(share.Rep, reader), FigureWords.Share(share.Taken, texts), FigureWords.Whole(share.Expected)])])
            .ToValueList());
    }

    private static string KeyOf(RepShare share) => !share.StandsOut
        ? "stats.fairness.share"
        : share.Taken.Value > share.Expected ? "stats.fairness.share_more" : "stats.fairness.share_less";

    private static IEnumerable<Block> Findings(FairnessReport report, Roster roster, Texts texts, Reader reader)
    {
        yield return Block.Divider.Instance;
        if (report.Findings.Count == 0)
            yield return new Block.Paragraph([new Run.Plain(texts["stats.fairness.none"])]);
        foreach (var finding in report.Findings)
        {
            yield return new Block.Paragraph([new Run.Plain(Sentence(finding, roster.NameOf(finding.Rep, reader), texts))]);
            yield return new Block.Note([new Run.Plain(Leads(finding, texts))]);
        }
    }

    private static string Sentence(Finding finding, string name, Texts texts)
    {
        var (own, others) = (FigureWords.Share(finding.Own, texts), FigureWords.Percent(finding.Others, texts));
        return finding.Kind switch
        {
            FindingKind.CherryPicking => texts["stats.fairness.cherry_picking", name, own, others],
            FindingKind.BurnThrough => texts["stats.fairness.burn_through", name, own, others],
            FindingKind.LateAccept => texts["stats.fairness.late_accept", name, own, others],
            FindingKind.MassRejecting => texts["stats.fairness.mass_rejecting", name, finding.Own.Part],
        };
    }

    private static string Leads(Finding finding, Texts texts)
    {
        var shown = string.Join(", ", finding.Leads.Take(MostLeads).Select(lead => lead.Value));
        return finding.Leads.Count > MostLeads
            ? texts["stats.fairness.leads_more", shown, finding.Leads.Count - MostLeads]
            : texts["stats.fairness.leads", shown];
    }
}
