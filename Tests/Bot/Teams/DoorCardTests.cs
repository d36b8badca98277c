using AlignmentBot.Bot.Channels.Teams.Drawing;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Rendering;
using AlignmentBot.Tests.Cards;
using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>What only Teams shows.</summary>
public sealed class DoorCardTests
{
    private static readonly Texts English = Texts.For(Reader.Unknown.Language);

    private static readonly Dictionary<string, (Card Card, bool InDialog)> Drawn = new(StringComparer.Ordinal)
    {
        ["welcome-team"] = (WelcomeCards.Team(English), false),
        ["welcome-group"] = (WelcomeCards.Group(English), false),
        ["open"] = (OpenCard.Draw("Set up a pod", "setup", English), false),
        ["wait"] = (WaitCard.Draw("abcdefgh", new FormOpener(ActionIds.RunCommand, "setup"), English), true),
    };

    public static TheoryData<string> Names => [.. Drawn.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Card_of_the_door_looks_as_kept(string name)
    {
        var (card, inDialog) = Drawn[name];
        var json = AdaptiveCardRenderer.Card(card, Reader.Unknown, new CardEnvelope { InDialog = inDialog });

        GoldenFile.MatchesJson($"Teams/{name}.json", json);
        Assert.Empty(AdaptiveCardRules.Of(json));
    }
}
