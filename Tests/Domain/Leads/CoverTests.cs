using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using static AlignmentBot.Tests.Fakes.SampleLeads;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Leads;

/// <summary>Rosa is away, and what she has goes to Sam, or to everybody.</summary>
public sealed class CoverTests
{
    public static TheoryData<string> WithOwner => ["accepted", "contacted", "qualified", "opportunity"];

    [Theory]
    [MemberData(nameof(WithOwner))]
    public void A_backup_takes_over_a_lead_in_work_where_it_stands(string state)
    {
        var lead = InEveryState.Single(known => StateNames.Of(known.State) == state);
        var covered = lead.When(new LeadCommand.Cover(Rosa.Id, Sam), Actor.Bot.Instance, Minute(90)).ThenHappened(new LeadFact.Covered(Rosa.Id, Sam.Id));

        Assert.Equal(Sam.Id, covered.Owner);
        Assert.Equal(state, StateNames.Of(covered.State));
        Assert.Equal(lead.Clocks, covered.Clocks);
    }

    [Fact]
    public void Without_a_backup_a_lead_that_was_taken_is_offered_to_everybody()
    {
        var open = Accepted.When(new LeadCommand.Cover(Rosa.Id, null), Actor.Bot.Instance, Minute(90)).ThenHappened(new LeadFact.Covered(Rosa.Id, null));

        Assert.Equal(new LeadState.Offered(Minute(90), null), open.State);
        Assert.Equal(Clause.Decide, open.RunningClock?.Clause);
    }

    [Fact]
    public void Without_a_backup_an_opportunity_stays_where_it_is() =>
        Assert.IsType<Decision.Unchanged>(Opportunity.When(new LeadCommand.Cover(Rosa.Id, null), Actor.Bot.Instance, Minute(90)));

    [Fact]
    public void A_lead_kept_for_who_is_away_is_kept_for_the_backup_or_open_to_all()
    {
        Assert.Equal(new LeadState.Offered(Morning, Sam.Id), Reserved.When(new LeadCommand.Cover(Rosa.Id, Sam), Actor.Bot.Instance, Minute(5)).ThenHappened(new LeadFact.Covered(Rosa.Id, Sam.Id)).State);
        Assert.Equal(new LeadState.Offered(Morning, null), Reserved.When(new LeadCommand.Cover(Rosa.Id, null), Actor.Bot.Instance, Minute(5)).ThenHappened(new LeadFact.Covered(Rosa.Id, null)).State);
    }

    [Fact]
    public void What_somebody_else_has_stays_with_them() =>
        Assert.IsType<Decision.Unchanged>(Accepted.When(new LeadCommand.Cover(Lena.Id, Sam), Actor.Bot.Instance, Minute(90)));

    [Fact]
    public void Only_an_active_rep_of_the_pod_takes_over()
    {
        Assert.Equal(new Decision.Refused(new Refusal.NotARep(Max.Id)), Accepted.When(new LeadCommand.Cover(Rosa.Id, Max), Actor.Bot.Instance, Minute(90)));
        Assert.Equal(new Decision.Refused(new Refusal.NotARep(Rosa.Id)), Accepted.When(new LeadCommand.Cover(Rosa.Id, Rosa), Actor.Bot.Instance, Minute(90)));
    }
}
