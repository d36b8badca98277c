using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using static AlignmentBot.Tests.Fakes.SampleLeads;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Leads;

public sealed class HandOverTests
{
    [Fact]
    public void A_whole_lead_is_offered_and_sales_clock_runs()
    {
        var lead = HandOver(Whole, Max).ThenHappened(new LeadFact.HandedOver(Emea.Id, 3, Whole, [], null));

        Assert.Equal(new Lead(Id, Emea.Id, Morning, 3, Whole, new LeadState.Offered(Morning, null), [new ClauseClock(Clause.Decide, Morning)]), lead);
    }

    [Fact]
    public void A_partial_lead_waits_for_what_the_pod_requires_and_marketings_clock_runs()
    {
        var lead = HandOver(Partial, Max).ThenHappened(new LeadFact.HandedOver(Emea.Id, 3, Partial, ["email", "company.name"], null));

        Assert.Equal(new LeadState.Incomplete(["email", "company.name"], null), lead.State);
        Assert.Equal([new ClauseClock(Clause.Supply, Morning)], lead.Clocks);
    }

    [Fact]
    public void A_blank_field_is_a_missing_field() =>
        Assert.Equal(new LeadState.Incomplete(["email"], null), HandedOver(Whole with { Email = "  " }).State);

    [Fact]
    public void A_crm_hands_over_too() =>
        Assert.IsType<Decision.Happened>(LeadDecider.Decide(null, Command(Whole), new Actor.Crm("hubspot"), Morning));

    [Fact]
    public void Sales_does_not_hand_over_leads() => HandOver(Whole, Rosa).ThenRefused(new Refusal.WrongSide(Side.Marketing));

    [Fact]
    public void Not_even_the_sales_lead_does() => HandOver(Whole, Lena).ThenRefused(new Refusal.WrongSide(Side.Marketing));

    [Fact]
    public void A_marketer_of_another_pod_does_not_hand_over_here() =>
        HandOver(Whole, Max with { Pod = Apac.Id }).ThenRefused(new Refusal.NotOnRoster());

    [Fact]
    public void A_marketer_who_left_does_not_hand_over() => HandOver(Whole, Max with { Active = false }).ThenRefused(new Refusal.NotOnRoster());

    [Fact]
    public void The_same_id_is_not_handed_over_twice() => Offered.When(Command(Whole), Max, 1).ThenRefused(new Refusal.AlreadyExists());

    [Fact]
    public void A_lead_that_does_not_exist_cannot_be_accepted() => ((Lead?)null).When(new LeadCommand.Accept(), Rosa, 1).ThenRefused(new Refusal.NoSuchLead());

    private static Decision HandOver(Brief brief, Member by) => LeadDecider.Decide(null, Command(brief), By(by), Morning);

    private static LeadCommand.HandOver Command(Brief brief) => new(Id, Emea, 3, brief, null);
}
