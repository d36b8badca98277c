using NodaTime;

namespace AlignmentBot.Domain.Leads;

/// <summary>What becomes of an accepted lead. A CRM may skip steps: the skipped ones are kept at the same moment, so that no stage is reached without its facts.
/// A CRM may also say the same thing twice: the second time changes nothing.</summary>
internal static class LeadOutcomes
{
    private enum Stage
    {
        Accepted,
        Contacted,
        Qualified,
        Opportunity,
        End,
    }

    public static Decision Decide(Lead lead, LeadCommand command, Instant now)
    {
        if (IsSoAlready(lead.State, command))
            return Decision.Unchanged.Instance;
        if (Reached(lead.State) is not var (stage, since))
            return LeadDecider.Refuse(lead.State.Open ? new Refusal.NotAcceptedYet() : new Refusal.TooFarAlong());

        var (target, at) = Aim(command);
        if (target < stage)
            return LeadDecider.Refuse(new Refusal.TooFarAlong());
        if (at < since || at > now)
            return LeadDecider.Refuse(new Refusal.ImpossibleMoment(at, since, now));

        return command switch
        {
            LeadCommand.Contact or LeadCommand.Qualify => Happen(lead, now, Steps(stage, target, at)),
            LeadCommand.OpenOpportunity c => Happen(lead, now, Steps(stage, Stage.Qualified, at).Append(new LeadFact.OpportunityOpened(at, c.Amount))),
            LeadCommand.Win c => Happen(lead, now, Steps(stage, Stage.Opportunity, at).Append(new LeadFact.Won(at, c.Amount))),
            LeadCommand.Lose c => Happen(lead, now, [new LeadFact.Lost(at, c.Reason)]),
            _ => throw new NotSupportedException($"{command.GetType().Name} is not an outcome."),
        };
    }

    private static Decision Happen(Lead lead, Instant now, IEnumerable<LeadFact> facts) => LeadDecider.Happen(lead, now, facts.ToValueList());

    private static bool IsSoAlready(LeadState state, LeadCommand command) => (state, command) switch
    {
        (LeadState.Contacted, LeadCommand.Contact) => true,
        (LeadState.Qualified, LeadCommand.Qualify) => true,
        (LeadState.Opportunity s, LeadCommand.OpenOpportunity c) => c.Amount is null || c.Amount == s.Amount,
        (LeadState.Won s, LeadCommand.Win c) => c.Amount is null || c.Amount == s.Amount,
        (LeadState.Lost s, LeadCommand.Lose c) => c.Reason == s.Reason,
        _ => false,
    };

    /// <summary>The facts from the stage after <paramref name="from"/> up to and with <paramref name="to"/>.</summary>
    private static IEnumerable<LeadFact> Steps(Stage from, Stage to, Instant at)
    {
        if (from < Stage.Contacted && to >= Stage.Contacted)
            yield return new LeadFact.Contacted(at);
        if (from < Stage.Qualified && to >= Stage.Qualified)
            yield return new LeadFact.Qualified(at);
        if (from < Stage.Opportunity && to >= Stage.Opportunity)
            yield return new LeadFact.OpportunityOpened(at, null);
    }

    private static (Stage Stage, Instant Since)? Reached(LeadState state) => state switch
    {
        LeadState.Accepted s => (Stage.Accepted, s.Owned.AcceptedAt),
        LeadState.Contacted s => (Stage.Contacted, s.At),
        LeadState.Qualified s => (Stage.Qualified, s.At),
        LeadState.Opportunity s => (Stage.Opportunity, s.At),
        _ => null,
    };

    /// <summary>The stage that a command leads to, and when it was reached.</summary>
    private static (Stage Stage, Instant At) Aim(LeadCommand command) => command switch
    {
        LeadCommand.Contact c => (Stage.Contacted, c.At),
        LeadCommand.Qualify c => (Stage.Qualified, c.At),
        LeadCommand.OpenOpportunity c => (Stage.Opportunity, c.At),
        LeadCommand.Win c => (Stage.End, c.At),
        LeadCommand.Lose c => (Stage.End, c.At),
        _ => throw new NotSupportedException($"{command.GetType().Name} is not an outcome."),
    };
}
