using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Statistics;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Statistics;

namespace AlignmentBot.Cards.Agreement;

/// <summary>What a pod has promised, as it stands.</summary>
/// <param name="Kept">How the promises were kept since the month began.</param>
public sealed record AgreementView(PodAgreement Agreement, Pod Pod, Roster Roster, ValueList<KeptShare> Kept);

/// <summary>How one side kept its promises.</summary>
/// <param name="Kept">Of the promises that were kept, or broken, in the time.</param>
public sealed record KeptShare(Side Side, Rate Kept);

/// <summary>The answer to <c>/mql sla</c>: the clauses in words, and how they were kept this month.</summary>
public static class AgreementCard
{
    public static Card Draw(AgreementView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var terms = view.Agreement.Terms;
        var clauses = Enum.GetValues<Clause>()
            .Select(clause => new Fact(TermsWords.Name(clause, texts), [new Run.Plain(TermsWords.Promise(terms.PromiseOf(clause), texts))]));
        var kept = view.Kept.Select(share => new Fact(texts[share.Side == Side.Sales ? "sla.kept.sales" : "sla.kept.marketing"], [new Run.Plain(Share(share, texts))]));
        return new Card(texts["sla.card.heading", view.Pod.Name], Tone.Neutral, [
            new Block.Heading(texts["sla.card.heading", view.Pod.Name]),
            new Block.Facts(clauses.ToValueList()),
            new Block.Paragraph(texts.Runs(terms.Hours == WhoseHours.Pod ? "sla.card.hours_pod" : "sla.card.hours_pod_and_owner")),
            new Block.Paragraph([new Run.Strong(texts["sla.card.kept"])]),
            new Block.Facts(kept.ToValueList()),
            Version(view, reader, texts),
            new Block.Buttons([new Button(ActionIds.ClauseForm, texts["sla.button.change"], view.Pod.Id.Value, ButtonStyle.Plain, Audience.PodLeads.Instance)]),
        ]);
    }

    private static string Share(KeptShare share, Texts texts) => share.Kept.Of == 0 ? texts["sla.kept.none"] : FigureWords.Share(share.Kept, texts);

    private static Block.Note Version(AgreementView view, Reader reader, Texts texts)
    {
        if (view.Agreement.Signed.Count == 0)
            return new Block.Note(texts.Runs("sla.card.version", new Run.Plain(view.Agreement.Version.ToString(texts.Language))));
        var names = string.Join(", ", view.Agreement.Signed.Select(signature => view.Roster.NameOf(signature.By, reader)));
        return new Block.Note(texts.Runs(
            "sla.card.signed", new Run.Plain(view.Agreement.Version.ToString(texts.Language)), new Run.Plain(names), new Run.Moment(view.Agreement.From, reader.Zone)));
    }
}
