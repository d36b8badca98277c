using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using static AlignmentBot.Tests.Fakes.SampleLeads;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Leads;

/// <summary>Missing or wrong information supplied, and the same person handed over again.</summary>
public sealed class RepairTests
{
    private static readonly NamedValue Email = new("email", "ada@example.com");
    private static readonly NamedValue Company = new("company.name", "Example Ltd");
    private static readonly NamedValue Phone = new("phone", "+44 20 7946 0001");

    private static Lead RejectedFor(Rejection why) => Offered.Then(new LeadCommand.Reject(why), Rosa, 10);

    [Fact]
    public void A_partial_supply_leaves_the_rest_missing_and_the_clock_running()
    {
        var lead = Incomplete.When(new LeadCommand.Repair([Email]), Max, 10).ThenHappened(new LeadFact.Repaired([Email]));

        Assert.Equal(new LeadState.Incomplete(["company.name"], null), lead.State);
        Assert.Equal([new ClauseClock(Clause.Supply, Morning)], lead.Clocks);
        Assert.Equal("ada@example.com", lead.Brief.Email);
    }

    [Fact]
    public void A_whole_supply_offers_the_lead()
    {
        var lead = Incomplete.When(new LeadCommand.Repair([Email, Company]), Mia, 10).ThenHappened(new LeadFact.Repaired([Email, Company]), new LeadFact.Completed());

        Assert.Equal(new LeadState.Offered(Minute(10), null), lead.State);
        Assert.Equal([new ClauseClock(Clause.Supply, Morning, Minute(10)), new ClauseClock(Clause.Decide, Minute(10))], lead.Clocks);
    }

    [Fact]
    public void A_reservation_outlives_the_repair() => Assert.Equal(
        new LeadState.Offered(Minute(10), Rosa.Id),
        HandedOver(Partial, Rosa).Then(new LeadCommand.Repair([Email, Company]), Max, 10).State);

    [Fact]
    public void Empty_and_unknown_fields_are_left_out() => Incomplete
        .When(new LeadCommand.Repair([Email, new NamedValue("company.name", " "), new NamedValue("surname", "Byron"), new NamedValue("fields.", "x")]), Max, 10)
        .ThenHappened(new LeadFact.Repaired([Email]));

    [Fact]
    public void An_emptied_field_never_makes_a_lead_lose_what_is_required() =>
        Offered.When(new LeadCommand.Repair([new NamedValue("email", "")]), Max, 10).ThenUnchanged();

    [Fact]
    public void A_repair_that_changes_nothing_leaves_a_rejected_lead_rejected() =>
        RejectedFor(WrongData).When(new LeadCommand.Repair([Email]), Max, 20).ThenUnchanged();

    [Fact]
    public void A_clerical_rejection_that_is_repaired_is_offered_again()
    {
        var lead = RejectedFor(WrongData).When(new LeadCommand.Repair([Phone]), Max, 20).ThenHappened(new LeadFact.Repaired([Phone]), new LeadFact.ReOffered(null));

        Assert.Equal(new LeadState.Offered(Minute(20), null), lead.State);
        Assert.Equal(
            [new ClauseClock(Clause.Decide, Morning, Minute(10)), new ClauseClock(Clause.Answer, Minute(10), Minute(20)), new ClauseClock(Clause.Decide, Minute(20))],
            lead.Clocks);
        Assert.Equal(Phone.Value, lead.Brief.Phone);
    }

    [Theory]
    [MemberData(nameof(OtherFamilies))]
    public void A_correction_alone_does_not_overrule_a_rejection_of_another_family(Rejection why)
    {
        var lead = RejectedFor(why).When(new LeadCommand.Repair([Phone]), Max, 20).ThenHappened(new LeadFact.Repaired([Phone]));

        Assert.Equal(new LeadState.Rejected(Rosa.Id, Minute(10), why, null, null), lead.State);
    }

    public static TheoryData<Rejection> OtherFamilies => [NoBudget, Misrouted];

    [Fact]
    public void A_correction_leaves_an_accepted_lead_with_its_owner()
    {
        var lead = Accepted.When(new LeadCommand.Repair([Phone]), Max, 12).ThenHappened(new LeadFact.Repaired([Phone]));

        Assert.Equal(Rosa.Id, lead.Owner);
        Assert.Equal(Accepted.Clocks, lead.Clocks);
    }

    [Fact]
    public void Sales_does_not_repair() => Incomplete.When(new LeadCommand.Repair([Email]), Rosa, 10).ThenRefused(new Refusal.WrongSide(Side.Marketing));

    [Fact]
    public void A_crm_repairs() => Incomplete
        .When(new LeadCommand.Repair([Email]), new Actor.Crm("hubspot"), Minute(10))
        .ThenHappened(new LeadFact.Repaired([Email]));

    [Fact]
    public void A_lead_that_has_ended_is_not_repaired() => Won.When(new LeadCommand.Repair([Phone]), Max, 60).ThenRefused(new Refusal.TooFarAlong());

    [Fact]
    public void The_same_person_again_fills_the_gaps_of_an_incomplete_lead_and_offers_it()
    {
        var lead = Incomplete.When(new LeadCommand.Merge(Whole), Max, 10).ThenHappened(new LeadFact.HandedOverAgain(Whole), new LeadFact.Completed());

        Assert.Equal(new LeadState.Offered(Minute(10), null), lead.State);
    }

    [Fact]
    public void The_same_person_again_with_as_little_as_before_leaves_the_lead_incomplete()
    {
        var lead = Incomplete.When(new LeadCommand.Merge(Partial), Max, 10).ThenHappened(new LeadFact.HandedOverAgain(Partial));

        Assert.Equal(Incomplete, lead);
    }

    [Fact]
    public void The_same_person_again_adds_to_an_open_lead_and_disturbs_neither_state_nor_clocks()
    {
        var again = new Brief { Email = "ada@example.com", Score = 95, Notes = "Called us" };

        var lead = Accepted.When(new LeadCommand.Merge(again), new Actor.Crm("hubspot"), Minute(12)).ThenHappened(new LeadFact.HandedOverAgain(again));

        Assert.Equal(Accepted with { Brief = Whole with { Score = 95, Notes = "Called us" } }, lead);
    }

    [Fact]
    public void The_same_person_again_leaves_a_rejected_lead_rejected() =>
        Assert.Equal(Rejected.State, Rejected.When(new LeadCommand.Merge(Whole), Max, 20).ThenHappened(new LeadFact.HandedOverAgain(Whole)).State);

    [Theory]
    [MemberData(nameof(Ended))]
    public void The_same_person_again_is_not_joined_onto_a_lead_that_has_ended(Lead ended) =>
        ended.When(new LeadCommand.Merge(Whole), Max, 60).ThenRefused(new Refusal.TooFarAlong());

    public static TheoryData<Lead> Ended => [Won, Lost, Recycled];
}
