using System.Reflection;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Tests.Cards;

public sealed class LeadLineTests
{
    public static TheoryData<string> Facts => [.. SampleFacts.All.Keys];

    [Fact]
    public void Every_fact_has_a_sample() => Assert.Equal(
        typeof(LeadFact).GetNestedTypes(BindingFlags.Public).Select(type => type.Name).Order(StringComparer.Ordinal),
        SampleFacts.All.Values.Select(sample => sample.Fact.GetType().Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Facts))]
    public void Every_fact_has_its_line_except_what_the_card_or_the_person_says(string name)
    {
        var line = LeadLine.Draw(SampleFacts.ViewAfter(name), SampleFacts.Event(name), Sample.Everyone, namesLead: false);
        Assert.Equal(
            SampleFacts.All[name].Fact is LeadFact.HandedOver or LeadFact.Commented { Link: null } or LeadFact.Completed or LeadFact.Accepted or LeadFact.Contacted or LeadFact.Qualified,
            line is null);
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public void Every_fact_is_a_step_of_the_history(string name)
    {
        var card = LeadHistoryCard.Draw(SampleFacts.ViewAfter(name), [SampleFacts.Event(name)], Sample.Everyone);
        var step = Assert.Single(card.Blocks.OfType<Block.Bullets>().Last().Lines);
        Assert.StartsWith("20 Nov 2026, 10:42 · ", PlainText.Of(step, Sample.Everyone), StringComparison.Ordinal);
        Assert.EndsWith(" · Slack", PlainText.Of(step, Sample.Everyone), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rejection_mentions_the_marketer_with_what_to_do_next()
    {
        var line = LeadLine.Draw(SampleFacts.ViewAfter("rejected"), SampleFacts.Event("rejected"), Sample.Everyone, namesLead: false)!;
        var mention = Assert.Single(line.Blocks.OfType<Block.Paragraph>().SelectMany(paragraph => paragraph.Runs).OfType<Run.Person>(), person => person.Notify);
        Assert.Equal(("Max", "U0MAX", "aad-max"), (mention.Name, mention.SlackUser, mention.TeamsUser));
        Assert.Contains("They decide on budgets in March", AlignmentBot.Cards.Rendering.HtmlCardRenderer.Card(line, Sample.Everyone), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rejection_that_was_answered_meanwhile_asks_for_nothing()
    {
        var line = LeadLine.Draw(Sample.View(Sample.States["recycled"]), SampleFacts.Event("rejected"), Sample.Everyone, namesLead: false)!;
        Assert.DoesNotContain(line.Blocks.OfType<Block.Paragraph>().SelectMany(paragraph => paragraph.Runs).OfType<Run.Person>(), person => person.Notify);
    }

    [Fact]
    public void Under_a_digest_the_line_names_the_lead() =>
        Assert.Equal(
            "Ada Byron, Example Ltd: Rosa gave this lead back. It waits for a rep again.",
            LeadLine.Draw(SampleFacts.ViewAfter("released"), SampleFacts.Event("released"), Sample.Everyone, namesLead: true)!.Summary);

    [Fact]
    public void What_a_system_reports_later_says_when_it_was()
    {
        var at = ((LeadFact.Contacted)SampleFacts.All["contacted-yesterday"].Fact).At;
        var reported = SampleFacts.Event("lost") with { By = new Author.Crm("hubspot"), Fact = new LeadFact.Lost(at, "No budget") };
        Assert.Equal(
            "The system \"hubspot\" lost this deal. (19 Nov 2026, 14:42)",
            LeadLine.Draw(SampleFacts.ViewAfter("lost"), reported, Sample.Everyone, namesLead: false)!.Summary);
    }

    [Fact]
    public void A_long_history_shows_the_newest_steps_and_counts_the_others()
    {
        var events = Enumerable.Range(1, LeadHistoryCard.Limit + 3).Select(number => SampleFacts.Event("commented") with { Number = number }).ToList();
        var card = LeadHistoryCard.Draw(Sample.View(Sample.States["accepted"]), events, Sample.Everyone);
        Assert.Equal(LeadHistoryCard.Limit, card.Blocks.OfType<Block.Bullets>().Last().Lines.Count);
        Assert.Contains(card.Blocks.OfType<Block.Note>(), note => PlainText.Of(note.Runs, Sample.Everyone) == "3 earlier steps are not shown.");
    }
}
