using NodaTime;

namespace AlignmentBot.Domain.Leads;

/// <summary>What becomes of an accepted lead. A CRM may skip steps: the skipped ones are kept at the same moment, so that no stage is reached without its facts.</summary>
internal static class LeadOutcomes
{
    private enum Stage
    {
        Accepted,
        Contacted,
        Qualified,
        Opportunity,
    }

    public static Decision Decide(Lead lead, LeadCommand command, Instant now)
    {
        if (Reached(lead.State) is not var (stage, since))
            return LeadDecider.Refuse(lead.State.Open ? new Refusal.NotAcceptedYet() : new Refusal.TooFarAlong());

        var at = MomentOf(command);
        if (at < since || at > now)
            return LeadDecider.Refuse(new Refusal.ImpossibleMoment(at, since, now));

        return command switch
        {
            LeadCommand.Contact => Advance(lead, stage, Stage.Contacted, at, now),
            LeadCommand.Qualify => Advance(lead, stage, Stage.Qualified, at, now),
            LeadCommand.OpenOpportunity c when stage == Stage.Opportunity => AmountChanged(lead, c, now),
            LeadCommand.OpenOpportunity c => Advance(lead, stage, Stage.Opportunity, at, now, c.Amount),
            LeadCommand.Win c => LeadDecider.Happen(lead, now, Skipped(stage, Stage.Opportunity, at, null).Append(new LeadFact.Won(at, c.Amount)).ToValueList()),
            LeadCommand.Lose c => LeadDecider.Happen(lead, now, new LeadFact.Lost(at, c.Reason)),
            _ => throw new NotSupportedException($"{command.GetType().Name} is not an outcome."),
        };
    }

    private static Decision Advance(Lead lead, Stage from, Stage to, Instant at, Instant now, Money? amount = null)
    {
        if (from == to)
            return Decision.Unchanged.Instance;
        return from > to
            ? LeadDecider.Refuse(new Refusal.TooFarAlong())
            : LeadDecider.Happen(lead, now, Skipped(from, to, at, amount).ToValueList());
    }

    private static Decision AmountChanged(Lead lead, LeadCommand.OpenOpportunity command, Instant now)
    {
        var known = ((LeadState.Opportunity)lead.State).Amount;
        return command.Amount is null || command.Amount == known
            ? Decision.Unchanged.Instance
            : LeadDecider.Happen(lead, now, new LeadFact.OpportunityOpened(command.At, command.Amount));
    }

    /// <summary>The facts from the stage after <paramref name="from"/> up to and with <paramref name="to"/>.</summary>
    private static IEnumerable<LeadFact> Skipped(Stage from, Stage to, Instant at, Money? amount)
    {
        if (from < Stage.Contacted && to >= Stage.Contacted)
            yield return new LeadFact.Contacted(at);
        if (from < Stage.Qualified && to >= Stage.Qualified)
            yield return new LeadFact.Qualified(at);
        if (from < Stage.Opportunity && to >= Stage.Opportunity)
            yield return new LeadFact.OpportunityOpened(at, amount);
    }

    private static (Stage Stage, Instant Since)? Reached(LeadState state) => state switch
    {
        LeadState.Accepted s => (Stage.Accepted, s.Owned.AcceptedAt),
        LeadState.Contacted s => (Stage.Contacted, s.At),
        LeadState.Qualified s => (Stage.Qualified, s.At),
        LeadState.Opportunity s => (Stage.Opportunity, s.At),
        _ => null,
    };

    private static Instant MomentOf(LeadCommand command) => command switch
    {
        LeadCommand.Contact c => c.At,
        LeadCommand.Qualify c => c.At,
        LeadCommand.OpenOpportunity c => c.At,
        LeadCommand.Win c => c.At,
        LeadCommand.Lose c => c.At,
        _ => throw new NotSupportedException($"{command.GetType().Name} is not an outcome."),
    };
}
