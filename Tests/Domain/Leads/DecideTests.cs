using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using static AlignmentBot.Tests.Fakes.SampleLeads;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Leads;

/// <summary>Accepting, rejecting and giving back.</summary>
public sealed class DecideTests
{
    private static readonly UndoPoint Offer = new(new LeadState.Offered(Morning, null), [new ClauseClock(Clause.Decide, Morning)]);

    [Fact]
    public void A_rep_accepts_and_first_contact_is_owed()
    {
        var lead = Offered.When(new LeadCommand.Accept(), Rosa, 10).ThenHappened(new LeadFact.Accepted(Rosa.Id));

        Assert.Equal(new LeadState.Accepted(new Ownership(Rosa.Id, Minute(10)), Offer), lead.State);
        Assert.Equal([new ClauseClock(Clause.Decide, Morning, Minute(10)), new ClauseClock(Clause.FirstContact, Minute(10))], lead.Clocks);
    }

    [Fact]
    public void Second_click_on_an_accepted_lead_is_refused() =>
        Accepted.When(new LeadCommand.Accept(), Sam, 11).ThenRefused(new Refusal.AlreadyAccepted(Rosa.Id, Minute(10)));

    [Fact]
    public void The_winners_own_second_click_is_refused_too() =>
        Accepted.When(new LeadCommand.Accept(), Rosa, 11).ThenRefused(new Refusal.AlreadyAccepted(Rosa.Id, Minute(10)));

    [Fact]
    public void A_late_click_names_the_winner_even_after_first_contact() =>
        Contacted.When(new LeadCommand.Reject(NoBudget), Sam, 30).ThenRefused(new Refusal.AlreadyAccepted(Rosa.Id, Minute(10)));

    [Fact]
    public void A_rejected_lead_is_not_accepted() =>
        Rejected.When(new LeadCommand.Accept(), Sam, 11).ThenRefused(new Refusal.AlreadyRejected(Rosa.Id, Minute(10)));

    [Fact]
    public void An_incomplete_lead_is_not_decided() =>
        Incomplete.When(new LeadCommand.Accept(), Rosa, 10).ThenRefused(new Refusal.StillIncomplete(["email", "company.name"]));

    [Theory]
    [MemberData(nameof(EachFamily))]
    public void A_rep_rejects_with_a_reason_of_each_family_and_marketing_owes_an_answer(Rejection why)
    {
        var lead = Offered.When(new LeadCommand.Reject(why), Sam, 10).ThenHappened(new LeadFact.Rejected(Sam.Id, why));

        Assert.Equal(new LeadState.Rejected(Sam.Id, Minute(10), why, null, Offer), lead.State);
        Assert.Equal([new ClauseClock(Clause.Decide, Morning, Minute(10)), new ClauseClock(Clause.Answer, Minute(10))], lead.Clocks);
    }

    public static TheoryData<Rejection> EachFamily => [NoBudget, WrongData, Misrouted];

    [Fact]
    public void Marketing_does_not_accept() => Offered.When(new LeadCommand.Accept(), Max, 10).ThenRefused(new Refusal.WrongSide(Side.Sales));

    [Fact]
    public void The_marketing_lead_does_not_reject() =>
        Offered.When(new LeadCommand.Reject(NoBudget), Mona, 10).ThenRefused(new Refusal.WrongSide(Side.Sales));

    [Fact]
    public void A_rep_of_another_pod_does_not_accept() => Offered.When(new LeadCommand.Accept(), Stranger, 10).ThenRefused(new Refusal.NotOnRoster());

    [Fact]
    public void A_rep_who_left_does_not_accept() => Offered.When(new LeadCommand.Accept(), Gone, 10).ThenRefused(new Refusal.NotOnRoster());

    [Fact]
    public void A_crm_does_not_accept() =>
        Offered.When(new LeadCommand.Accept(), new Actor.Crm("hubspot"), Minute(10)).ThenRefused(new Refusal.NotOnRoster());

    [Fact]
    public void The_bot_does_not_accept() => Offered.When(new LeadCommand.Accept(), Actor.Bot.Instance, Minute(10)).ThenRefused(new Refusal.NotOnRoster());

    [Fact]
    public void The_rep_it_is_reserved_for_accepts() => Reserved.When(new LeadCommand.Accept(), Rosa, 10).ThenHappened(new LeadFact.Accepted(Rosa.Id));

    [Fact]
    public void Another_rep_does_not_accept_a_reserved_lead() => Reserved.When(new LeadCommand.Accept(), Sam, 10).ThenRefused(new Refusal.Reserved(Rosa.Id));

    [Fact]
    public void Another_rep_does_not_reject_a_reserved_lead() =>
        Reserved.When(new LeadCommand.Reject(NoBudget), Sam, 10).ThenRefused(new Refusal.Reserved(Rosa.Id));

    [Fact]
    public void The_sales_lead_accepts_a_reserved_lead_for_the_rep() =>
        Reserved.When(new LeadCommand.Accept(), Lena, 10).ThenHappened(new LeadFact.Accepted(Lena.Id));

    [Fact]
    public void The_owner_gives_a_lead_back_and_it_is_offered_to_all_afresh()
    {
        var lead = Reserved.When(new LeadCommand.Accept(), Rosa, 10).ThenHappened(new LeadFact.Accepted(Rosa.Id))
            .When(new LeadCommand.Release("On leave"), Rosa, 20).ThenHappened(new LeadFact.Released("On leave"));

        Assert.Equal(new LeadState.Offered(Minute(20), null), lead.State);
        Assert.Equal(
            [new ClauseClock(Clause.Decide, Morning, Minute(10)), new ClauseClock(Clause.FirstContact, Minute(10), Minute(20)), new ClauseClock(Clause.Decide, Minute(20))],
            lead.Clocks);
    }

    [Fact]
    public void A_lead_is_given_back_after_first_contact_as_well() =>
        Assert.Equal(new LeadState.Offered(Minute(30), null), Contacted.When(new LeadCommand.Release("Wrong region"), Rosa, 30).ThenHappened(new LeadFact.Released("Wrong region")).State);

    [Fact]
    public void Nobody_gives_back_the_lead_of_another() => Accepted.When(new LeadCommand.Release("Mine"), Sam, 20).ThenRefused(new Refusal.NotOwner(Rosa.Id));

    [Fact]
    public void The_sales_lead_gives_it_back_for_the_owner() =>
        Accepted.When(new LeadCommand.Release("Rosa is ill"), Lena, 20).ThenHappened(new LeadFact.Released("Rosa is ill"));

    [Fact]
    public void An_offered_lead_cannot_be_given_back() => Offered.When(new LeadCommand.Release("No"), Rosa, 20).ThenRefused(new Refusal.NotAcceptedYet());

    [Fact]
    public void A_qualified_lead_cannot_be_given_back() => Qualified.When(new LeadCommand.Release("No"), Rosa, 40).ThenRefused(new Refusal.TooFarAlong());
}
