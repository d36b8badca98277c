using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SampleLeads;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Leads;

/// <summary>What becomes of an accepted lead, told by its owner or by the CRM.</summary>
public sealed class OutcomeTests
{
    private static readonly Duration Tick = Duration.FromTicks(1);
    private static readonly Actor Crm = new Actor.Crm("hubspot");
    private static readonly Ownership Rosas = new(Rosa.Id, Minute(10));

    [Fact]
    public void First_contact_stops_its_clock_when_it_was_made_and_an_outcome_is_owed_from_then()
    {
        var lead = Accepted.When(new LeadCommand.Contact(Minute(15)), Rosa, 20).ThenHappened(new LeadFact.Contacted(Minute(15)));

        Assert.Equal(new LeadState.Contacted(Rosas, Minute(15)), lead.State);
        Assert.Equal(
            [new ClauseClock(Clause.Decide, Morning, Minute(10)), new ClauseClock(Clause.FirstContact, Minute(10), Minute(15)), new ClauseClock(Clause.Outcome, Minute(15))],
            lead.Clocks);
    }

    [Fact]
    public void Qualifying_stops_the_last_clock()
    {
        var lead = Contacted.When(new LeadCommand.Qualify(Minute(30)), Rosa, 30).ThenHappened(new LeadFact.Qualified(Minute(30)));

        Assert.Equal(new LeadState.Qualified(Rosas, Minute(20), Minute(30)), lead.State);
        Assert.Equal(new ClauseClock(Clause.Outcome, Minute(20), Minute(30)), lead.Clocks[^1]);
    }

    [Fact]
    public void An_opportunity_carries_its_amount() => Assert.Equal(
        new LeadState.Opportunity(Rosas, Minute(20), Minute(30), Minute(40), FiftyThousand),
        Qualified.When(new LeadCommand.OpenOpportunity(Minute(40), FiftyThousand), Crm, Minute(40)).ThenHappened(new LeadFact.OpportunityOpened(Minute(40), FiftyThousand)).State);

    [Fact]
    public void A_changed_amount_is_told_again_and_the_opportunity_keeps_its_moment()
    {
        var more = FiftyThousand with { Amount = 60_000m };

        var lead = Opportunity.When(new LeadCommand.OpenOpportunity(Minute(50), more), Crm, Minute(50)).ThenHappened(new LeadFact.OpportunityOpened(Minute(50), more));

        Assert.Equal(new LeadState.Opportunity(Rosas, Minute(20), Minute(30), Minute(40), more), lead.State);
    }

    [Fact]
    public void A_won_lead_keeps_the_amount_of_its_opportunity_when_none_is_told() => Assert.Equal(
        new LeadState.Won(Rosas, Minute(20), Minute(30), Minute(40), Minute(50), FiftyThousand),
        Opportunity.When(new LeadCommand.Win(Minute(50), null), Rosa, 50).ThenHappened(new LeadFact.Won(Minute(50), null)).State);

    [Fact]
    public void A_won_lead_takes_the_amount_it_was_won_with()
    {
        var less = FiftyThousand with { Amount = 45_000m };

        var lead = Opportunity.When(new LeadCommand.Win(Minute(50), less), Rosa, 50).ThenHappened(new LeadFact.Won(Minute(50), less));

        Assert.Equal(less, Assert.IsType<LeadState.Won>(lead.State).Amount);
    }

    [Fact]
    public void A_lead_that_is_won_at_once_keeps_every_step_between()
    {
        var lead = Accepted.When(new LeadCommand.Win(Minute(50), FiftyThousand), Crm, Minute(55)).ThenHappened(
            new LeadFact.Contacted(Minute(50)),
            new LeadFact.Qualified(Minute(50)),
            new LeadFact.OpportunityOpened(Minute(50), null),
            new LeadFact.Won(Minute(50), FiftyThousand));

        Assert.Equal(new LeadState.Won(Rosas, Minute(50), Minute(50), Minute(50), Minute(50), FiftyThousand), lead.State);
        Assert.Equal([new ClauseClock(Clause.FirstContact, Minute(10), Minute(50)), new ClauseClock(Clause.Outcome, Minute(50), Minute(50))], lead.Clocks.Skip(1));
    }

    [Fact]
    public void An_opportunity_out_of_the_blue_keeps_the_steps_between() => Accepted
        .When(new LeadCommand.OpenOpportunity(Minute(50), FiftyThousand), Crm, Minute(50))
        .ThenHappened(new LeadFact.Contacted(Minute(50)), new LeadFact.Qualified(Minute(50)), new LeadFact.OpportunityOpened(Minute(50), FiftyThousand));

    [Fact]
    public void Qualifying_an_accepted_lead_implies_the_contact() => Accepted
        .When(new LeadCommand.Qualify(Minute(50)), Rosa, 50)
        .ThenHappened(new LeadFact.Contacted(Minute(50)), new LeadFact.Qualified(Minute(50)));

    [Theory]
    [MemberData(nameof(Owned))]
    public void A_lead_is_lost_from_any_step_with_a_reason_and_no_clock_runs_on(Lead lead)
    {
        var lost = lead.When(new LeadCommand.Lose(Minute(50), "No reply"), Rosa, 50).ThenHappened(new LeadFact.Lost(Minute(50), "No reply"));

        Assert.Equal(new LeadState.Lost(Rosas, Minute(50), "No reply"), lost.State);
        Assert.DoesNotContain(lost.Clocks, clock => clock.StoppedAt is null);
    }

    public static TheoryData<Lead> Owned => [Accepted, Contacted, Qualified, Opportunity];

    [Fact]
    public void What_is_so_already_is_told_in_vain()
    {
        Contacted.When(new LeadCommand.Contact(Minute(15)), Crm, Minute(60)).ThenUnchanged();
        Qualified.When(new LeadCommand.Qualify(Minute(15)), Crm, Minute(60)).ThenUnchanged();
        Opportunity.When(new LeadCommand.OpenOpportunity(Minute(15), FiftyThousand), Crm, Minute(60)).ThenUnchanged();
        Opportunity.When(new LeadCommand.OpenOpportunity(Minute(15), null), Crm, Minute(60)).ThenUnchanged();
        Won.When(new LeadCommand.Win(Minute(50), FiftyThousand), Crm, Minute(60)).ThenUnchanged();
        Lost.When(new LeadCommand.Lose(Minute(50), "Chose a competitor"), Crm, Minute(60)).ThenUnchanged();
    }

    [Fact]
    public void A_lead_that_has_ended_does_not_end_otherwise()
    {
        Won.When(new LeadCommand.Lose(Minute(60), "Second thoughts"), Crm, Minute(60)).ThenRefused(new Refusal.TooFarAlong());
        Lost.When(new LeadCommand.Win(Minute(60), null), Crm, Minute(60)).ThenRefused(new Refusal.TooFarAlong());
        Won.When(new LeadCommand.Win(Minute(60), FiftyThousand with { Amount = 1m }), Crm, Minute(60)).ThenRefused(new Refusal.TooFarAlong());
    }

    [Fact]
    public void A_step_that_was_passed_is_not_gone_back_to() =>
        Qualified.When(new LeadCommand.Contact(Minute(20)), Crm, Minute(60)).ThenRefused(new Refusal.TooFarAlong());

    [Fact]
    public void Nothing_comes_of_a_lead_that_nobody_accepted() => Offered.When(new LeadCommand.Contact(Minute(5)), Crm, Minute(5)).ThenRefused(new Refusal.NotAcceptedYet());

    [Fact]
    public void A_moment_right_at_acceptance_counts() => Accepted.When(new LeadCommand.Contact(Minute(10)), Rosa, 20).ThenHappened(new LeadFact.Contacted(Minute(10)));

    [Fact]
    public void A_moment_one_tick_before_acceptance_is_impossible() => Accepted
        .When(new LeadCommand.Contact(Minute(10) - Tick), Rosa, 20)
        .ThenRefused(new Refusal.ImpossibleMoment(Minute(10) - Tick, Minute(10), Minute(20)));

    [Fact]
    public void This_very_moment_counts() => Accepted.When(new LeadCommand.Contact(Minute(20)), Rosa, 20).ThenHappened(new LeadFact.Contacted(Minute(20)));

    [Fact]
    public void A_moment_one_tick_ahead_is_impossible() => Accepted
        .When(new LeadCommand.Contact(Minute(20) + Tick), Rosa, 20)
        .ThenRefused(new Refusal.ImpossibleMoment(Minute(20) + Tick, Minute(10), Minute(20)));

    [Fact]
    public void A_win_one_tick_before_its_opportunity_is_impossible() => Opportunity
        .When(new LeadCommand.Win(Minute(40) - Tick, null), Rosa, 50)
        .ThenRefused(new Refusal.ImpossibleMoment(Minute(40) - Tick, Minute(40), Minute(50)));

    [Fact]
    public void Nobody_reports_on_the_lead_of_another() => Accepted.When(new LeadCommand.Contact(Minute(20)), Sam, 20).ThenRefused(new Refusal.NotOwner(Rosa.Id));

    [Fact]
    public void The_sales_lead_reports_for_the_owner() =>
        Assert.Equal(Rosa.Id, Accepted.When(new LeadCommand.Contact(Minute(20)), Lena, 20).ThenHappened(new LeadFact.Contacted(Minute(20))).Owner);

    [Fact]
    public void Marketing_does_not_report_outcomes() =>
        Opportunity.When(new LeadCommand.Win(Minute(50), null), Mona, 50).ThenRefused(new Refusal.WrongSide(Side.Sales));
}
