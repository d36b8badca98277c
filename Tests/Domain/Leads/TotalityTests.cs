using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Leads;

/// <summary>Whatever is asked of a lead in whatever state by whomever, there is an answer.</summary>
public sealed class TotalityTests
{
    [Fact]
    public void Every_state_is_walked() => Assert.Empty(Everything.NotAmong(Everything.Leads.Select(lead => lead.State)));

    [Fact]
    public void Every_command_is_walked() => Assert.Empty(Everything.NotAmong(Everything.Commands));

    [Fact]
    public void Every_fact_is_walked() => Assert.Empty(Everything.NotAmong(Everything.Facts));

    [Fact]
    public void Every_kind_of_actor_is_walked() => Assert.Empty(Everything.NotAmong(Everything.Actors));

    [Fact]
    public void Every_state_answers_every_command_of_every_actor()
    {
        var answers =
            from lead in Everything.Leads.Append(null)
            from command in Everything.Commands
            from actor in Everything.Actors
            select (lead, command, actor, Decision: LeadDecider.Decide(lead, command, actor, Minute(60)));

        Assert.All(answers, answer => Assert.NotNull(answer.Decision));
    }

    [Fact]
    public void What_happens_is_told_by_facts_that_lead_to_the_same_lead()
    {
        var happened =
            from lead in Everything.Leads
            from command in Everything.Commands
            from actor in Everything.Actors
            let decision = LeadDecider.Decide(lead, command, actor, Minute(60)) as Decision.Happened
            where decision is not null
            select (lead, decision);

        Assert.All(happened, turn =>
        {
            Assert.NotEmpty(turn.decision.Facts);
            Assert.Equal(turn.decision.Next, turn.decision.Facts.Aggregate(turn.lead, (lead, fact) => LeadHistory.Apply(lead, lead.Id, fact, Minute(60))));
        });
    }

    [Fact]
    public void A_fact_follows_a_state_or_the_history_is_called_damaged()
    {
        foreach (var lead in Everything.Leads)
        {
            foreach (var fact in Everything.Facts)
            {
                if (Record.Exception(() => LeadHistory.Apply(lead, lead.Id, fact, Minute(60))) is { } refused)
                    Assert.Contains("damaged", Assert.IsType<InvalidOperationException>(refused).Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Every_fact_follows_some_state() => Assert.All(
        Everything.Facts.Where(fact => fact is not LeadFact.HandedOver),
        fact => Assert.Contains(Everything.Leads, lead => Record.Exception(() => LeadHistory.Apply(lead, lead.Id, fact, Minute(60))) is null));

    [Fact]
    public void Nothing_happens_to_a_lead_before_it_is_handed_over() => Assert.All(
        Everything.Facts.Where(fact => fact is not LeadFact.HandedOver),
        fact => Assert.Throws<InvalidOperationException>(() => LeadHistory.Apply(null, Id, fact, Morning)));

    [Fact]
    public void A_lead_is_handed_over_once() => Assert.Throws<InvalidOperationException>(
        () => LeadHistory.Apply(SampleLeads.Offered, Id, new LeadFact.HandedOver(Emea.Id, 1, Whole, [], null), Minute(60)));

    [Fact]
    public void No_events_make_no_lead() => Assert.Null(LeadHistory.Replay([]));

    [Fact]
    public void Every_state_has_its_own_name_and_every_name_its_state() =>
        Assert.Equal(StateNames.All.Order(StringComparer.Ordinal), SampleLeads.InEveryState.Select(lead => StateNames.Of(lead.State)).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_state_says_which_clock_runs() =>
        Assert.All(Everything.Leads, lead => Assert.Equal(LeadClocks.Running(lead.State), lead.Clocks.SingleOrDefault(clock => clock.StoppedAt is null)?.Clause));

    [Fact]
    public void A_lead_has_an_owner_from_accepting_on()
    {
        var owned = SampleLeads.InEveryState.Where(lead => lead.Owner is not null).Select(lead => StateNames.Of(lead.State));

        Assert.Equal("accepted contacted qualified opportunity won lost", string.Join(' ', owned));
    }

    [Fact]
    public void Won_lost_and_recycled_leads_have_ended()
    {
        var ended = SampleLeads.InEveryState.Where(lead => !lead.State.Open).Select(lead => StateNames.Of(lead.State));

        Assert.Equal("won lost recycled", string.Join(' ', ended));
    }
}
