using AlignmentBot.Cards;
using AlignmentBot.Cards.Agreement;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Statistics;
using NodaTime;

namespace AlignmentBot.Tests.Cards;

/// <summary>What is said about promises, and the agreement itself.</summary>
internal static class SamplePromises
{
    private static readonly Instant Due = Sample.Now.Plus(Duration.FromMinutes(12));
    private static readonly Instant Past = Sample.Now.Minus(Duration.FromMinutes(20));

    private static readonly AgreementTerms Stricter = (AgreementTerms.Default with { Hours = WhoseHours.Pod })
        .With(new ClausePromise(Clause.Decide, Duration.FromMinutes(30), [new TierPromise(new Tier(80, null, "demo"), Duration.FromMinutes(15))]));

    public static readonly Form Snooze = SlaForms.Snooze(Running("offered", Clause.Decide, Due), Sample.As(Sample.Rosa));

    public static readonly Form Change = SlaForms.Change(Sample.Pod, AgreementTerms.Default, Sample.As(Sample.Tina));

    public static IEnumerable<(string Name, Card Card, Reader Reader)> Cards()
    {
        foreach (var (state, clause) in new[] { ("offered", Clause.Decide), ("accepted", Clause.FirstContact), ("contacted", Clause.Outcome), ("rejected", Clause.Answer), ("incomplete", Clause.Supply) })
        {
            yield return Says($"sla-remind-{state}", LadderSays.Remind, Running(state, clause, Due), clause is Clause.Answer or Clause.Supply ? Sample.Max : Sample.Rosa);
            yield return Says($"sla-late-{state}", LadderSays.Remind, Running(state, clause, Past), clause is Clause.Answer or Clause.Supply ? Sample.Max : Sample.Rosa);
            yield return Says($"sla-escalate-{state}", LadderSays.Escalate, Running(state, clause, Past), Sample.Tina);
        }

        yield return Says("sla-escalate-snoozed", LadderSays.Escalate, Running("accepted", Clause.FirstContact, Past, new Snooze(Sample.Rosa.Id, Due, "They call back at three")), Sample.Tina);
        yield return Says("sla-nobody", LadderSays.NobodyThere, Running("offered", Clause.Decide, Past), Sample.Tina);
        yield return Says("sla-gap", LadderSays.Gap, Running("offered", Clause.Decide, Due), Sample.Tina);
        yield return ("sla-joined", NudgesCard.Draw([Told("offered", Clause.Decide), Told("accepted", Clause.FirstContact)], [], Sample.As(Sample.Rosa))!, Sample.As(Sample.Rosa));
        yield return ("sla-watched", NudgesCard.Draw([], [Watched(WouldBe.Reminded), Watched(WouldBe.Told), Watched(WouldBe.Said), Watched(WouldBe.PassedOn)], Sample.As(Sample.Tina))!, Sample.As(Sample.Tina));
        yield return ("sla-agreement", AgreementCard.Draw(new AgreementView(PodAgreement.First(Sample.Pod.Id), Sample.Pod, Sample.Roster, [new KeptShare(Side.Sales, new Rate(17, 20)), new KeptShare(Side.Marketing, new Rate(0, 0))]), Sample.As(Sample.Tina)), Sample.As(Sample.Tina));
        yield return ("sla-agreement-signed", AgreementCard.Draw(new AgreementView(new PodAgreement(Sample.Pod.Id, 2, Stricter, Past, Signed), Sample.Pod, Sample.Roster, []), Sample.As(Sample.Rosa)), Sample.As(Sample.Rosa));
        yield return Proposal("sla-proposal", ProposalState.Open, []);
        yield return Proposal("sla-proposal-half", ProposalState.Open, [Signed[0]]);
        yield return Proposal("sla-proposal-in-force", ProposalState.InForce, Signed);
        yield return Proposal("sla-proposal-withdrawn", ProposalState.Withdrawn, []);
        yield return ("sla-due", DueCard.Draw([Running("offered", Clause.Decide, Past), Running("accepted", Clause.FirstContact, Due)], everybodys: true, Sample.As(Sample.Tina)), Sample.As(Sample.Tina));
        yield return ("sla-due-none", DueCard.Draw([], everybodys: false, Sample.As(Sample.Rosa)), Sample.As(Sample.Rosa));
    }

    private static ValueList<Signature> Signed { get; } = [new Signature(Sample.Tina.Id, Side.Sales, Past), new Signature(Sample.Max.Id, Side.Marketing, Past)];

    private static (string, Card, Reader) Says(string name, LadderSays says, LeadView view, Member reader) =>
        (name, SlaCard.Draw(view, says, view.Lead.RunningClock!, Sample.As(reader))!, Sample.As(reader));

    private static Card Told(string state, Clause clause)
    {
        var view = Running(state, clause, Due);
        return SlaCard.Draw(view, LadderSays.Remind, view.Lead.RunningClock!, Sample.As(Sample.Rosa))!;
    }

    private static ValueList<Run> Watched(WouldBe what) => WatchLine.Draw(Running("offered", Clause.Decide, Due), what, Sample.Sam.Id, Past, Sample.As(Sample.Tina));

    private static (string, Card, Reader) Proposal(string name, ProposalState state, ValueList<Signature> signed)
    {
        var proposal = new AgreementProposal("p1", Sample.Pod.Id, 1, Stricter, Sample.Tina.Id, Past, signed, state, 1)
        {
            DryRun = new DryRun(DryRun.DaysBack, [new DryRunClause(Clause.Decide, 20, 17, 11), new DryRunClause(Clause.Answer, 4, 4, 4)]),
        };
        return (name, ProposalCard.Draw(new ProposalView(proposal, AgreementTerms.Default, Sample.Pod, Sample.Roster), Sample.Everyone), Sample.Everyone);
    }

    private static LeadView Running(string state, Clause clause, Instant? due, Snooze? snooze = null)
    {
        var view = Sample.View(Sample.States[state]);
        var clock = new ClauseClock(clause, Sample.HandedOver) { Target = Duration.FromHours(1), DueAt = due, AgreementVersion = 1, Snoozed = snooze };
        return view with { Lead = view.Lead with { Clocks = [clock] }, DecideBy = due };
    }
}
