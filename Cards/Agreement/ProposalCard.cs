using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Cards.Agreement;

/// <param name="Before">The terms that the change is compared with: those that held when it was proposed.</param>
public sealed record ProposalView(AgreementProposal Proposal, AgreementTerms Before, Pod Pod, Roster Roster);

/// <summary>The card on which a team lead of each side signs a change of the agreement.</summary>
public static class ProposalCard
{
    public static Card Draw(ProposalView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var (proposal, by) = (view.Proposal, Name(view, view.Proposal.By));
        var changes = TermsWords.Changes(view.Before, proposal.Terms, texts);
        var sentence = texts.Runs("sla.proposal.text", by);
        var blocks = new List<Block>
        {
            new Block.Heading(texts["sla.proposal.heading", view.Pod.Name]),
            new Block.Paragraph(sentence),
            new Block.Bullets(changes.Select(ValueList<Run> (line) => [new Run.Plain(line)]).ToValueList()),
        };
        if (proposal is { DryRun: null, State: ProposalState.Open })
            blocks.Add(new Block.Note(texts.Runs("sla.proposal.counting")));
        if (DryRunOf(proposal, texts) is { Count: > 0 } dry)
        {
            blocks.Add(new Block.Paragraph(texts.Runs("sla.proposal.dry_run")));
            blocks.Add(new Block.Bullets(dry));
        }

        blocks.Add(Status(view, reader, texts));
        if (proposal.State == ProposalState.Open)
            blocks.Add(Buttons(proposal, texts));
        return new Card(PlainText.Of(sentence, reader), ToneOf(proposal), blocks.ToValueList());
    }

    private static Tone ToneOf(AgreementProposal proposal) => proposal.State switch
    {
        ProposalState.Open => Tone.Waiting,
        ProposalState.InForce => Tone.Good,
        ProposalState.Withdrawn => Tone.Neutral,
    };

    private static Block.Status Status(ProposalView view, Reader reader, Texts texts)
    {
        var proposal = view.Proposal;
        var missing = Enum.GetValues<Side>().Where(side => proposal.Signed.All(signature => signature.Side != side)).ToList();
        var runs = proposal.State switch
        {
            ProposalState.InForce => texts.Runs("sla.proposal.in_force", new Run.Moment(proposal.Signed[^1].At, reader.Zone)),
            ProposalState.Withdrawn => texts.Runs("sla.proposal.withdrawn"),
            _ when proposal.Signed is [{ } first] => texts.Runs("sla.proposal.half", Name(view, first.By), new Run.Plain(SideName(missing[0], texts))),
            _ => texts.Runs("sla.proposal.open"),
        };
        return new Block.Status(ToneOf(proposal), runs);
    }

    private static Block.Buttons Buttons(AgreementProposal proposal, Texts texts) => new([
        new Button(ActionIds.SignChange, texts["sla.button.sign"], proposal.Id, ButtonStyle.Primary, Audience.PodLeads.Instance),
        new Button(ActionIds.WithdrawChange, texts["sla.button.withdraw"], proposal.Id, ButtonStyle.Plain, Audience.PodLeads.Instance),
    ]);

    private static ValueList<ValueList<Run>> DryRunOf(AgreementProposal proposal, Texts texts) => (proposal.DryRun?.Clauses ?? [])
        .Where(clause => clause.Clocks > 0)
        .Select(ValueList<Run> (clause) => [new Run.Plain(texts["sla.proposal.dry_line", TermsWords.Name(clause.Clause, texts), clause.Clocks, clause.Kept, clause.WouldBeKept])])
        .ToValueList();

    private static string SideName(Side side, Texts texts) => texts[side switch
    {
        Side.Sales => "sla.side.sales",
        Side.Marketing => "sla.side.marketing",
    }];

    private static Run Name(ProposalView view, MemberId id)
    {
        var member = view.Roster.Find(id);
        return new Run.Person(view.Roster.NameOf(id, Reader.Everyone(view.Pod)), member?.SlackUser, member?.TeamsUser, Notify: false);
    }
}
