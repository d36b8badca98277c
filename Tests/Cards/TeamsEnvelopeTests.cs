using System.Text.Json.Nodes;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Rendering;
using AlignmentBot.Domain;
using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.Cards;

/// <summary>What goes with cards and forms in Teams: views of one's own, tokens, dialogs.</summary>
public sealed class TeamsEnvelopeTests
{
    /// <summary>As long as they are in Teams.</summary>
    private static readonly ValueList<string> Sixty = Enumerable.Range(0, 60).Select(number => $"29:{new string('a', 75)}{number:00}").ToValueList();

    private static readonly CardEnvelope Full = new() { Token = "abcdefghjkmn", Refresh = new CardRefresh("lead/ab12cd34ef", Sixty) };

    public static TheoryData<string> CardNames => [.. SampleCards.Cards.Keys];

    public static TheoryData<string> WorstNames => [.. WorstCase.Cards.Keys];

    public static TheoryData<string> FormNames => [.. SampleCards.Forms.Keys];

    [Theory]
    [MemberData(nameof(CardNames))]
    public void Card_with_sixty_readers_is_one_that_Teams_takes(string name)
    {
        var (card, reader) = SampleCards.Cards[name];

        Assert.Empty(AdaptiveCardRules.Of(AdaptiveCardRenderer.Card(card, reader, Full)));
    }

    [Theory]
    [MemberData(nameof(WorstNames))]
    public void Largest_card_with_sixty_readers_is_one_that_Teams_takes(string name) =>
        Assert.Empty(AdaptiveCardRules.Of(AdaptiveCardRenderer.Card(WorstCase.Cards[name], Sample.Everyone, Full)));

    [Fact]
    public void Refresh_names_the_subject_and_nobody_beyond_sixty()
    {
        var (card, reader) = SampleCards.Cards["lead-offered"];
        var drawn = JsonNode.Parse(AdaptiveCardRenderer.Card(card, reader, Full with { Refresh = new CardRefresh("lead/ab12cd34ef", [.. Sixty, "29:one-more"]) }))!;

        Assert.Equal(("Action.Execute", ActionIds.View), (drawn["refresh"]!["action"]!["type"]!.GetValue<string>(), drawn["refresh"]!["action"]!["verb"]!.GetValue<string>()));
        Assert.Equal("lead/ab12cd34ef", drawn["refresh"]!["action"]!["data"]!["value"]!.GetValue<string>());
        Assert.Equal(60, drawn["refresh"]!["userIds"]!.AsArray().Count);
    }

    [Theory]
    [MemberData(nameof(CardNames))]
    public void Every_button_carries_the_drawing_s_token(string name)
    {
        var (card, reader) = SampleCards.Cards[name];

        Assert.All(Buttons(AdaptiveCardRenderer.Card(card, reader, Full)), button => Assert.Equal(Full.Token, button["data"]!["t"]!.GetValue<string>()));
    }

    [Theory]
    [MemberData(nameof(CardNames))]
    public void In_a_dialog_every_button_sends_the_dialog(string name)
    {
        var (card, reader) = SampleCards.Cards[name];

        Assert.All(Buttons(AdaptiveCardRenderer.Card(card, reader, new CardEnvelope { InDialog = true })), button =>
        {
            Assert.Equal("Action.Submit", button["type"]!.GetValue<string>());
            Assert.Null(button["data"]!["msteams"]);
            Assert.NotNull(button["data"]!["verb"]);
        });
    }

    [Theory]
    [MemberData(nameof(FormNames))]
    public void No_field_of_a_form_is_named_like_what_the_form_carries(string name) =>
        Assert.DoesNotContain(SampleCards.Forms[name].Fields, field => TeamsData.IsReserved(field.Name));

    [Fact]
    public void Form_carries_how_it_was_opened()
    {
        var data = JsonNode.Parse(AdaptiveCardRenderer.Form(SampleCards.Forms["form-reject"], Sample.Everyone, null, new FormEnvelope("token", "lead.reject_form.v1 ab", "17")))!["actions"]![0]!["data"]!;

        Assert.Equal(("token", "lead.reject_form.v1 ab", "17"), (data["t"]!.GetValue<string>(), data["o"]!.GetValue<string>(), data["m"]!.GetValue<string>()));
    }

    private static IEnumerable<JsonNode> Buttons(string card) => JsonNode.Parse(card)!["body"]!.AsArray()
        .Where(element => element!["type"]!.GetValue<string>() == "ActionSet")
        .SelectMany(set => set!["actions"]!.AsArray())
        .OfType<JsonNode>()
        .Where(button => button["type"]!.GetValue<string>() != "Action.OpenUrl");
}
