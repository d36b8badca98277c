using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Rendering;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Tests.Cards;

public sealed class LeadNoticeTests
{
    [Theory]
    [InlineData("rejected", "max")]
    [InlineData("handed-over-reserved", "rosa")]
    [InlineData("reoffered-to", "rosa")]
    [InlineData("reassigned", "rosa")]
    [InlineData("handed-over", null)]
    [InlineData("handed-over-incomplete", null)]
    [InlineData("reoffered", null)]
    [InlineData("completed", null)]
    [InlineData("accepted", null)]
    [InlineData("won", null)]
    public void Only_who_must_know_is_told(string fact, string? to)
    {
        Assert.Equal(to, LeadNotice.To(SampleFacts.ViewAfter(fact), SampleFacts.Event(fact))?.Value);
        Assert.Equal(to is null, LeadNotice.Draw(SampleFacts.ViewAfter(fact), SampleFacts.Event(fact), Sample.Everyone) is null);
    }

    [Fact]
    public void A_reserved_lead_that_becomes_complete_is_told_to_its_rep() =>
        Assert.Equal(Sample.Rosa.Id, LeadNotice.To(Sample.View(Sample.States["reserved"]), SampleFacts.Event("completed")));

    [Fact]
    public void Nobody_is_told_what_they_did_themselves()
    {
        var own = Sample.Event(new LeadFact.Reassigned(Sample.Tina.Id), Sample.Tina);
        Assert.Null(LeadNotice.To(Sample.View(Sample.Offer), own));
    }

    [Fact]
    public void Who_has_left_the_roster_is_not_told() =>
        Assert.Null(LeadNotice.To(Sample.View(Sample.Offer), Sample.Event(new LeadFact.Reassigned(Sample.Gone.Id), Sample.Tina)));

    [Fact]
    public void The_marketer_reads_reason_note_and_next_step_and_can_act_on_the_spot()
    {
        var reader = Sample.As(Sample.Max);
        var html = HtmlCardRenderer.Card(LeadNotice.Draw(SampleFacts.ViewAfter("rejected"), SampleFacts.Event("rejected"), reader)!, reader);
        Assert.Contains("No budget", html, StringComparison.Ordinal);
        Assert.Contains("They decide on budgets in March", html, StringComparison.Ordinal);
        Assert.Contains("Next: send it back to nurture", html, StringComparison.Ordinal);
        Assert.Contains(ActionIds.Recycle, html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_notice_about_a_lead_that_moved_on_says_where_it_stands_instead_of_what_to_do()
    {
        var notice = LeadNotice.Draw(Sample.View(Sample.States["recycled"]), SampleFacts.Event("rejected"), Sample.As(Sample.Max))!;
        Assert.Single(notice.Blocks.OfType<Block.Status>());
        Assert.DoesNotContain("Next:", HtmlCardRenderer.Card(notice, Sample.As(Sample.Max)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_rep_who_is_given_a_lead_gets_its_card_with_the_buttons()
    {
        var reader = Sample.As(Sample.Rosa);
        var html = HtmlCardRenderer.Card(LeadNotice.Draw(SampleFacts.ViewAfter("handed-over-reserved"), SampleFacts.Event("handed-over-reserved"), reader)!, reader);
        Assert.Contains("Max reserved <strong>Ada Byron, Example Ltd</strong> for you.", html, StringComparison.Ordinal);
        Assert.Contains(ActionIds.Accept, html, StringComparison.Ordinal);
    }
}
