using AlignmentBot.Cards.Rendering;
using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.Cards;

public sealed class LimitTests
{
    public static TheoryData<string> Cards => [.. SampleCards.Cards.Keys];

    public static TheoryData<string> Forms => [.. SampleCards.Forms.Keys];

    public static TheoryData<string> WorstCards => [.. WorstCase.Cards.Keys];

    public static TheoryData<string> WorstForms => [.. WorstCase.Forms.Keys];

    [Theory]
    [MemberData(nameof(Cards))]
    public void Slack_takes_every_card(string name)
    {
        var (card, reader) = SampleCards.Cards[name];
        Assert.Empty(BlockKitRules.OfMessage(BlockKitRenderer.Message(card, reader)));
    }

    [Theory]
    [MemberData(nameof(Cards))]
    public void Teams_takes_every_card(string name)
    {
        var (card, reader) = SampleCards.Cards[name];
        Assert.Empty(AdaptiveCardRules.Of(AdaptiveCardRenderer.Card(card, reader)));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Slack_takes_every_form(string name) =>
        Assert.Empty(BlockKitRules.OfView(BlockKitRenderer.View(SampleCards.Forms[name], Sample.Everyone)));

    [Theory]
    [MemberData(nameof(Forms))]
    public void Teams_takes_every_form(string name) =>
        Assert.Empty(AdaptiveCardRules.Of(AdaptiveCardRenderer.Form(SampleCards.Forms[name], Sample.Everyone)));

    [Theory]
    [MemberData(nameof(WorstCards))]
    public void Slack_takes_a_card_with_everything_too_long(string name) =>
        Assert.Empty(BlockKitRules.OfMessage(BlockKitRenderer.Message(WorstCase.Cards[name], Sample.Everyone)));

    [Theory]
    [MemberData(nameof(WorstCards))]
    public void Teams_takes_a_card_with_everything_too_long(string name) =>
        Assert.Empty(AdaptiveCardRules.Of(AdaptiveCardRenderer.Card(WorstCase.Cards[name], Sample.Everyone)));

    [Theory]
    [MemberData(nameof(WorstForms))]
    public void Slack_takes_a_form_with_everything_too_long(string name) =>
        Assert.Empty(BlockKitRules.OfView(BlockKitRenderer.View(WorstCase.Forms[name], Sample.Everyone)));

    [Theory]
    [MemberData(nameof(WorstForms))]
    public void Teams_takes_a_form_with_everything_too_long(string name) =>
        Assert.Empty(AdaptiveCardRules.Of(AdaptiveCardRenderer.Form(WorstCase.Forms[name], Sample.Everyone)));

    [Theory]
    [InlineData("offered")]
    [InlineData("rejected")]
    [InlineData("digest")]
    [InlineData("list")]
    public void The_buttons_survive_when_a_card_has_to_be_shortened(string name)
    {
        Assert.Contains("lead.history.v1", BlockKitRenderer.Message(WorstCase.Cards[name], Sample.Everyone), StringComparison.Ordinal);
        Assert.Contains("lead.history.v1", AdaptiveCardRenderer.Card(WorstCase.Cards[name], Sample.Everyone), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("blocks")]
    public void A_card_with_too_many_parts_says_that_some_are_left_out(string name)
    {
        const string note = "More was here than fits.";
        Assert.Contains(note, BlockKitRenderer.Message(WorstCase.Cards[name], Sample.Everyone), StringComparison.Ordinal);
        Assert.Contains(note, AdaptiveCardRenderer.Card(WorstCase.Cards[name], Sample.Everyone), StringComparison.Ordinal);
    }
}
