using AlignmentBot.Domain.Leads;
using static AlignmentBot.Tests.Fakes.SampleLeads;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Leads;

/// <summary>A lead that was meant for one rep is opened to all, such as when that rep has left.</summary>
public sealed class FreeTests
{
    [Fact]
    public void A_reserved_lead_is_for_every_rep_afterwards_and_its_clock_runs_on()
    {
        var lead = Reserved.When(new LeadCommand.Free(), Actor.Bot.Instance, Minute(30)).ThenHappened(new LeadFact.Freed(Rosa.Id));

        Assert.Equal(Reserved with { State = new LeadState.Offered(Morning, null) }, lead);
        Assert.IsType<Decision.Happened>(lead.When(new LeadCommand.Accept(), Sam, 31));
    }

    [Fact]
    public void A_reserved_lead_that_waits_for_marketing_is_offered_to_every_rep_once_it_is_whole()
    {
        var freed = HandedOver(Partial, Rosa).When(new LeadCommand.Free(), Lena, 5).ThenHappened(new LeadFact.Freed(Rosa.Id));
        var whole = Assert.IsType<Decision.Happened>(freed.When(new LeadCommand.Merge(Whole), Max, 6)).Next;

        Assert.Equal(new LeadState.Offered(Minute(6), null), whole.State);
    }

    [Fact]
    public void A_lead_that_is_reserved_for_nobody_stays_as_it_is() => Offered.When(new LeadCommand.Free(), Actor.Bot.Instance, Minute(30)).ThenUnchanged();

    [Fact]
    public void A_rep_does_not_open_a_colleagues_lead_to_all() => Reserved.When(new LeadCommand.Free(), Sam, 30).ThenRefused(new Refusal.PodLeadsOnly());

    [Fact]
    public void A_message_from_elsewhere_is_kept_with_its_link_and_answers_no_rejection()
    {
        const string link = "https://example.slack.com/archives/C1/p3";
        var lead = Rejected.When(new LeadCommand.Comment("m-3", link), Max, 20).ThenHappened(new LeadFact.Commented("m-3", AnswersRejection: false, link));

        Assert.Equal(Rejected.State, lead.State);
    }
}
