using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Statistics;
using AlignmentBot.Tests.Domain.Leads;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Statistics;

public sealed class OutlineFoldTests
{
    [Fact]
    public void Decision_that_was_taken_back_did_not_happen()
    {
        var outline = Of(Whole, (new LeadCommand.Accept(), By(Rosa), 10), (new LeadCommand.Undo(), By(Rosa), 12));

        Assert.Null(outline.DecidedAt);
        Assert.Null(outline.AcceptedAt);
        Assert.Equal(StateNames.Offered, outline.State);
    }

    [Fact]
    public void Rejection_before_an_undone_acceptance_stays()
    {
        var outline = Of(
            Whole, (new LeadCommand.Reject(Misrouted), By(Rosa), 10), (new LeadCommand.ReOffer(null), By(Max), 20),
            (new LeadCommand.Accept(), By(Sam), 30), (new LeadCommand.Undo(), By(Sam), 31));

        Assert.Equal(Minute(10), outline.DecidedAt);
        Assert.Null(outline.AcceptedAt);
        Assert.Equal(1, outline.Answered);
        Assert.Equal(new RejectionOutline(RejectionFamily.Procedural, "misrouted", false, Rosa.Id, Minute(10)), Assert.Single(outline.Rejections));
    }

    [Fact]
    public void Time_to_decide_starts_when_nothing_is_missing_any_more()
    {
        var outline = Of(
            Partial, (new LeadCommand.Repair([new NamedValue("email", "ada@example.com"), new NamedValue("company.name", "Example Ltd")]), By(Max), 30),
            (new LeadCommand.Accept(), By(Rosa), 50));

        Assert.False(outline.Complete);
        Assert.Equal(Duration.FromMinutes(20), outline.DecisionRaw);
    }

    [Fact]
    public void Lost_lead_keeps_how_far_it_came()
    {
        var outline = Of(
            Whole, (new LeadCommand.Accept(), By(Rosa), 10), (new LeadCommand.Contact(Minute(20)), By(Rosa), 25),
            (new LeadCommand.OpenOpportunity(Minute(40), new Money(500m, "EUR")), By(Rosa), 40), (new LeadCommand.Lose(Minute(50), "Chose a competitor "), By(Rosa), 50));

        Assert.Equal(Minute(20), outline.ContactedAt);
        Assert.Equal(Duration.FromMinutes(10), outline.ContactRaw);
        Assert.Equal(Minute(40), outline.OpportunityAt);
        Assert.Equal("Chose a competitor", outline.LossReason);
        Assert.Equal(new Money(500m, "EUR"), outline.Amount);
        Assert.Null(outline.WonAt);
    }

    [Fact]
    public void Lead_counts_for_who_works_it_now()
    {
        Assert.Equal("", Of(Whole).Group.Rep);
        Assert.Equal("rosa", Of(Whole, (new LeadCommand.Accept(), By(Rosa), 10)).Group.Rep);
        Assert.Equal("sam", Of(Whole, (new LeadCommand.Accept(), By(Rosa), 10), (new LeadCommand.Reassign(Sam), By(Lena), 20)).Group.Rep);
        Assert.Equal("rosa", Of(Whole, (new LeadCommand.Reject(NoBudget), By(Rosa), 10), (new LeadCommand.Recycle(null), By(Max), 20)).Group.Rep);
    }

    [Fact]
    public void Lead_is_grouped_by_what_was_handed_over() =>
        Assert.Equal(new GroupKey("", "max@example.com", "Q4 webinar", "webinar", Tiers.A, 1), Of(Whole).Group);

    [Fact]
    public void Every_stage_contains_the_next()
    {
        Lives.All(life =>
        {
            if (life.Lead is not { } lead)
                return;
            var outline = OutlineFold.Of(lead, life.Events);
            Instant?[] stages = [outline.DecidedAt, outline.AcceptedAt, outline.ContactedAt, outline.QualifiedAt, outline.OpportunityAt, outline.WonAt];
            var reached = stages.TakeWhile(stage => stage is not null).Count();
            Assert.All(stages.Skip(reached), Assert.Null);
            Assert.Equal(lead.Clocks.Count(clock => clock.Clause == Clause.Answer), outline.Rejections.Count);
        });
    }

    private static LeadOutline Of(Brief brief, params (LeadCommand Command, Actor By, int Minute)[] steps)
    {
        var life = new Life(steps
            .Select(step => new AlignmentBot.Tests.Domain.Leads.Step(step.Command, step.By, Minute(step.Minute)))
            .Prepend(new AlignmentBot.Tests.Domain.Leads.Step(new LeadCommand.HandOver(Id, Emea, 1, brief, null), By(Max), Morning)));
        Assert.All(life.Turns, turn => Assert.IsType<Decision.Happened>(turn.Decision));
        return OutlineFold.Of(life.Lead!, life.Events);
    }
}
