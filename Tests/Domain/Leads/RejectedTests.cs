using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using static AlignmentBot.Tests.Fakes.SampleLeads;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Leads;

/// <summary>What follows a rejection: the answer, another offer, back to nurture. And who else gets a lead.</summary>
public sealed class RejectedTests
{
    [Fact]
    public void Marketings_first_reply_answers_the_rejection_and_stops_its_clock()
    {
        var lead = Rejected.When(new LeadCommand.Comment("m-1"), Max, 20).ThenHappened(new LeadFact.Commented("m-1", AnswersRejection: true));

        Assert.Equal(new LeadState.Rejected(Rosa.Id, Minute(10), NoBudget, Minute(20), null), lead.State);
        Assert.Equal([new ClauseClock(Clause.Decide, Morning, Minute(10)), new ClauseClock(Clause.Answer, Minute(10), Minute(20))], lead.Clocks);
    }

    [Fact]
    public void Marketings_second_reply_is_a_comment()
    {
        var lead = Answered.When(new LeadCommand.Comment("m-2"), Mia, 30).ThenHappened(new LeadFact.Commented("m-2", AnswersRejection: false));

        Assert.Equal(Answered, lead);
    }

    [Fact]
    public void Sales_own_words_do_not_answer_a_rejection() =>
        Assert.Equal(Rejected, Rejected.When(new LeadCommand.Comment("m-2"), Sam, 12).ThenHappened(new LeadFact.Commented("m-2", AnswersRejection: false)));

    [Fact]
    public void A_comment_elsewhere_changes_nothing_but_the_history() =>
        Assert.Equal(Accepted, Accepted.When(new LeadCommand.Comment("m-2"), Max, 12).ThenHappened(new LeadFact.Commented("m-2", AnswersRejection: false)));

    [Fact]
    public void A_stranger_does_not_comment() => Rejected.When(new LeadCommand.Comment("m-2"), Stranger, 12).ThenRefused(new Refusal.NotOnRoster());

    [Fact]
    public void A_rejected_lead_is_offered_to_one_other_rep()
    {
        var lead = Rejected.When(new LeadCommand.ReOffer(Sam), Max, 20).ThenHappened(new LeadFact.ReOffered(Sam.Id));

        Assert.Equal(new LeadState.Offered(Minute(20), Sam.Id), lead.State);
        Assert.Equal(
            [new ClauseClock(Clause.Decide, Morning, Minute(10)), new ClauseClock(Clause.Answer, Minute(10), Minute(20)), new ClauseClock(Clause.Decide, Minute(20))],
            lead.Clocks);
    }

    [Fact]
    public void The_sales_lead_offers_it_to_everybody_again() =>
        Assert.Equal(new LeadState.Offered(Minute(20), null), Rejected.When(new LeadCommand.ReOffer(null), Lena, 20).ThenHappened(new LeadFact.ReOffered(null)).State);

    [Fact]
    public void A_rep_does_not_offer_a_rejected_lead_again() =>
        Rejected.When(new LeadCommand.ReOffer(null), Sam, 20).ThenRefused(new Refusal.WrongSide(Side.Marketing));

    [Theory]
    [MemberData(nameof(NotReps))]
    public void It_is_offered_to_nobody_but_a_rep_of_the_pod(Member to) => Rejected.When(new LeadCommand.ReOffer(to), Max, 20).ThenRefused(new Refusal.NotARep(to.Id));

    [Theory]
    [MemberData(nameof(NotReps))]
    public void It_is_reassigned_to_nobody_but_a_rep_of_the_pod(Member to) => Accepted.When(new LeadCommand.Reassign(to), Lena, 20).ThenRefused(new Refusal.NotARep(to.Id));

    public static TheoryData<Member> NotReps => [Max, Gone, Stranger];

    [Fact]
    public void A_lead_that_is_not_rejected_is_not_offered_again() => Accepted.When(new LeadCommand.ReOffer(null), Max, 20).ThenRefused(new Refusal.NotRejected());

    [Fact]
    public void A_rejected_lead_goes_back_to_nurture()
    {
        var lead = Rejected.When(new LeadCommand.Recycle("Spring"), Max, 20).ThenHappened(new LeadFact.Recycled("Spring"));

        Assert.Equal(new LeadState.Recycled(Minute(20), NoBudget, "Spring"), lead.State);
        Assert.Equal([new ClauseClock(Clause.Decide, Morning, Minute(10)), new ClauseClock(Clause.Answer, Minute(10), Minute(20))], lead.Clocks);
    }

    [Fact]
    public void An_offered_lead_is_not_recycled() => Offered.When(new LeadCommand.Recycle(null), Max, 20).ThenRefused(new Refusal.NotRejected());

    [Fact]
    public void A_pod_lead_reserves_an_offered_lead_for_a_rep_and_the_clock_goes_on() => Assert.Equal(
        Offered with { State = new LeadState.Offered(Morning, Sam.Id) },
        Offered.When(new LeadCommand.Reassign(Sam), Mona, 5).ThenHappened(new LeadFact.Reassigned(Sam.Id)));

    [Fact]
    public void A_pod_lead_reserves_an_incomplete_lead_for_a_rep() => Assert.Equal(
        Incomplete with { State = new LeadState.Incomplete(["email", "company.name"], Sam.Id) },
        Incomplete.When(new LeadCommand.Reassign(Sam), Lena, 5).ThenHappened(new LeadFact.Reassigned(Sam.Id)));

    [Fact]
    public void A_new_owner_inherits_the_moment_of_acceptance_and_its_clock()
    {
        var lead = Accepted.When(new LeadCommand.Reassign(Sam), Lena, 20).ThenHappened(new LeadFact.Reassigned(Sam.Id));

        Assert.Equal(Accepted with { State = new LeadState.Accepted(new Ownership(Sam.Id, Minute(10)), null) }, lead);
    }

    [Fact]
    public void A_contact_made_before_the_lead_changed_hands_can_still_be_reported() => Accepted
        .Then(new LeadCommand.Reassign(Sam), Lena, 20)
        .When(new LeadCommand.Contact(Minute(15)), Sam, 25).ThenHappened(new LeadFact.Contacted(Minute(15)));

    [Fact]
    public void An_opportunity_changes_hands_with_all_its_facts() => Assert.Equal(
        new LeadState.Opportunity(new Ownership(Sam.Id, Minute(10)), Minute(20), Minute(30), Minute(40), FiftyThousand),
        Opportunity.When(new LeadCommand.Reassign(Sam), Lena, 45).ThenHappened(new LeadFact.Reassigned(Sam.Id)).State);

    [Fact]
    public void A_rep_does_not_reassign() => Accepted.When(new LeadCommand.Reassign(Sam), Rosa, 20).ThenRefused(new Refusal.PodLeadsOnly());

    [Fact]
    public void A_crm_does_not_reassign() =>
        Accepted.When(new LeadCommand.Reassign(Sam), new Actor.Crm("hubspot"), Minute(20)).ThenRefused(new Refusal.PodLeadsOnly());

    [Fact]
    public void A_lead_is_not_reassigned_to_its_owner() => Accepted.When(new LeadCommand.Reassign(Rosa), Lena, 20).ThenRefused(new Refusal.AlreadyWith(Rosa.Id));

    [Fact]
    public void A_lead_is_not_reserved_twice_for_the_same_rep() => Reserved.When(new LeadCommand.Reassign(Rosa), Lena, 20).ThenRefused(new Refusal.AlreadyWith(Rosa.Id));

    [Fact]
    public void A_rejected_lead_is_not_reassigned() =>
        Rejected.When(new LeadCommand.Reassign(Sam), Lena, 20).ThenRefused(new Refusal.AlreadyRejected(Rosa.Id, Minute(10)));

    [Fact]
    public void A_lost_lead_is_not_reassigned() => Lost.When(new LeadCommand.Reassign(Sam), Lena, 60).ThenRefused(new Refusal.TooFarAlong());
}
