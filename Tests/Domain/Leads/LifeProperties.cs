using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Leads;

/// <summary>What holds in every life, whoever asks for whatever in whatever order.</summary>
public sealed class LifeProperties
{
    [Fact]
    public void The_lives_reach_every_state_and_every_fact()
    {
        var lives = Lives.Sample().ToList();

        Assert.Empty(Everything.NotAmong(lives.SelectMany(life => life.Turns).Select(turn => turn.After!.State)));
        Assert.Empty(Everything.NotAmong(lives.SelectMany(life => life.Events).Select(happened => happened.Fact)));
    }

    [Fact]
    public void No_state_is_reached_without_its_facts_in_their_order() => Lives.All(life =>
    {
        var facts = life.FactsSinceOffer().Select(fact => fact.GetType()).ToList();
        var needed = Needed(life.Lead!.State).ToList();

        Assert.Equal(needed, facts.Where(needed.Contains).Distinct());
    });

    [Fact]
    public void What_a_state_says_stands_in_its_facts() => Lives.All(life =>
    {
        var facts = life.FactsSinceOffer();
        switch (life.Lead!.State)
        {
            case LeadState.Won s:
                Assert.Equal(facts.OfType<LeadFact.Won>().Single().At, s.At);
                Assert.Equal(facts.OfType<LeadFact.OpportunityOpened>().First().At, s.OpportunityAt);
                Assert.Equal(facts.OfType<LeadFact.Qualified>().Single().At, s.QualifiedAt);
                Assert.Equal(facts.OfType<LeadFact.Contacted>().Single().At, s.ContactedAt);
                break;
            case LeadState.Lost s:
                Assert.Equal(facts.OfType<LeadFact.Lost>().Single(), new LeadFact.Lost(s.At, s.Reason));
                break;
            case LeadState.Rejected s:
                Assert.Equal(facts.OfType<LeadFact.Rejected>().Single(), new LeadFact.Rejected(s.By, s.Rejection));
                break;
        }

        var owner = facts.OfType<LeadFact.Reassigned>().Select(fact => fact.To).Concat(facts.OfType<LeadFact.PassedOn>().Select(fact => fact.To)).Concat(facts.OfType<LeadFact.Covered>().Select(fact => fact.By ?? default)).Prepend(facts.OfType<LeadFact.Accepted>().SingleOrDefault()?.By ?? default);
        if (life.Lead.Owner is { } present)
            Assert.Contains(present, owner);
    });

    [Fact]
    public void The_steps_of_a_lead_follow_one_another_in_time() => Lives.All(life =>
    {
        var moments = Moments(life.Lead!.State).Prepend(life.Lead.HandedOverAt).Append(life.Turns[^1].Step.At).ToList();

        Assert.Equal(moments.Order(), moments);
    });

    [Fact]
    public void Replaying_the_events_gives_the_same_lead() => Lives.All(life => Assert.Equal(life.Lead, LeadHistory.Replay(life.Events)));

    [Fact]
    public void A_decision_taken_back_at_once_leaves_exactly_the_lead_before() => Lives.All(life =>
    {
        foreach (var turn in life.Turns.Where(turn => turn is { Step.Command: LeadCommand.Accept or LeadCommand.Reject, Decision: Decision.Happened }))
            Assert.Equal(turn.Before, turn.After.When(new LeadCommand.Undo(), turn.Step.Actor, turn.Step.At).ThenHappened(new LeadFact.DecisionUndone()));
    });

    [Fact]
    public void Whenever_a_decision_is_taken_back_the_offer_and_its_clocks_are_as_they_were() => Lives.All(life =>
    {
        Lead? offered = null;
        foreach (var turn in life.Turns.Where(turn => turn.Decision is Decision.Happened))
        {
            if (turn.Step.Command is LeadCommand.Undo)
                Assert.Equal(offered, turn.After! with { Brief = offered!.Brief });
            if (turn.Step.Command is LeadCommand.Accept or LeadCommand.Reject)
                offered = turn.Before;
        }
    });

    [Fact]
    public void One_clock_runs_at_most_and_it_is_the_one_of_the_state() => Lives.All(life => Assert.All(
        life.Turns,
        turn => Assert.Equal(LeadClocks.Running(turn.After!.State), turn.After.Clocks.SingleOrDefault(clock => clock.StoppedAt is null)?.Clause)));

    [Fact]
    public void No_clock_stops_before_it_started() => Lives.All(life => Assert.All(
        life.Lead!.Clocks.Where(clock => clock.StoppedAt is not null),
        clock => Assert.True(clock.StoppedAt >= clock.StartedAt, clock.ToString())));

    [Fact]
    public void What_is_refused_changes_nothing() => Lives.All(life => Assert.All(
        life.Turns.Where(turn => turn.Decision is not Decision.Happened),
        turn => Assert.Equal(turn.Before, turn.After)));

    [Fact]
    public void The_same_question_gets_the_same_answer() => Lives.All(life => Assert.All(
        life.Turns,
        turn => Assert.Equal(turn.Decision, turn.Before.When(turn.Step.Command, turn.Step.Actor, turn.Step.At))));

    [Fact]
    public void Strangers_and_those_who_left_change_nothing() => Lives.All(life => Assert.DoesNotContain(
        life.Events,
        happened => happened.By is Author.Member { Id: var id } && (id == Stranger.Id || id == Gone.Id)));

    private static IEnumerable<Type> Needed(LeadState state) => state switch
    {
        LeadState.Incomplete or LeadState.Offered => [],
        LeadState.Accepted => [typeof(LeadFact.Accepted)],
        LeadState.Contacted => [typeof(LeadFact.Accepted), typeof(LeadFact.Contacted)],
        LeadState.Qualified => [typeof(LeadFact.Accepted), typeof(LeadFact.Contacted), typeof(LeadFact.Qualified)],
        LeadState.Opportunity => [typeof(LeadFact.Accepted), typeof(LeadFact.Contacted), typeof(LeadFact.Qualified), typeof(LeadFact.OpportunityOpened)],
        LeadState.Won => [typeof(LeadFact.Accepted), typeof(LeadFact.Contacted), typeof(LeadFact.Qualified), typeof(LeadFact.OpportunityOpened), typeof(LeadFact.Won)],
        LeadState.Lost => [typeof(LeadFact.Accepted), typeof(LeadFact.Lost)],
        LeadState.Rejected => [typeof(LeadFact.Rejected)],
        LeadState.Recycled => [typeof(LeadFact.Rejected), typeof(LeadFact.Recycled)],
        _ => throw new NotSupportedException($"No facts named for {state.GetType().Name}."),
    };

    private static IEnumerable<Instant> Moments(LeadState state) => state switch
    {
        LeadState.Incomplete => [],
        LeadState.Offered s => [s.Since],
        LeadState.Accepted s => [s.Owned.AcceptedAt],
        LeadState.Contacted s => [s.Owned.AcceptedAt, s.At],
        LeadState.Qualified s => [s.Owned.AcceptedAt, s.ContactedAt, s.At],
        LeadState.Opportunity s => [s.Owned.AcceptedAt, s.ContactedAt, s.QualifiedAt, s.At],
        LeadState.Won s => [s.Owned.AcceptedAt, s.ContactedAt, s.QualifiedAt, s.OpportunityAt, s.At],
        LeadState.Lost s => [s.Owned.AcceptedAt, s.At],
        LeadState.Rejected s => [s.At],
        LeadState.Recycled s => [s.At],
        _ => throw new NotSupportedException($"No moments named for {state.GetType().Name}."),
    };
}
