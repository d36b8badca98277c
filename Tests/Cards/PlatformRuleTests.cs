using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.Cards;

/// <summary>The checkers themselves: what a platform would refuse must be found, else they prove nothing.</summary>
public sealed class PlatformRuleTests
{
    [Theory]
    [InlineData("""{"text":"","blocks":[{"type":"divider"}]}""", "message.text")]
    [InlineData("""{"text":"x","blocks":[]}""", "message.blocks")]
    [InlineData("""{"text":"x","blocks":[{"type":"marquee"}]}""", "no such block")]
    [InlineData("""{"text":"x","blocks":[{"type":"divider","colour":"red"}]}""", "unknown property")]
    [InlineData("""{"text":"x","blocks":[{"type":"divider","block_id":"a"},{"type":"divider","block_id":"a"}]}""", "block_id used twice")]
    [InlineData("""{"text":"x","blocks":[{"type":"input","block_id":"a"}]}""", "no such block here: input")]
    [InlineData("""{"text":"x","blocks":[{"type":"actions","elements":[]}]}""", "0 is not 1 to 25")]
    [InlineData("""{"text":"x","blocks":[{"type":"context","elements":[{"type":"mrkdwn","text":""}]}]}""", "length 0")]
    [InlineData("""{"text":"x","blocks":[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"link","url":"javascript:x","text":"x"}]}]}]}""", "address")]
    [InlineData("""{"text":"x","blocks":[{"type":"actions","elements":[{"type":"button","action_id":"a","text":{"type":"plain_text","text":"a"}},{"type":"button","action_id":"a","text":{"type":"plain_text","text":"b"}}]}]}""", "action_id used twice")]
    [InlineData("""{"text":"x","blocks":[{"type":"data_visualization","title":"t","chart":{"type":"pie","segments":[{"label":"a","value":0}]}}]}""", "above 0")]
    [InlineData("""{"text":"x","blocks":[{"type":"data_visualization","title":"t","chart":{"type":"bar","series":[{"name":"s","data":[{"label":"b","value":1}]}],"axis_config":{"categories":["a"]}}}]}""", "one point per category")]
    [InlineData("""{"text":"x","blocks":[{"type":"data_visualization","title":"t","chart":{"type":"line","series":[{"name":"s","data":[{"label":"a","value":1}]},{"name":"s","data":[{"label":"a","value":1}]}],"axis_config":{"categories":["a"]}}}]}""", "name used twice")]
    [InlineData("""{"text":"x","blocks":[{"type":"data_visualization","title":"t","chart":{"type":"gauge"}}]}""", "no such chart")]
    public void A_message_that_Slack_would_refuse_is_found(string json, string fault) =>
        Assert.Contains(BlockKitRules.OfMessage(json), found => found.Contains(fault, StringComparison.Ordinal));

    [Fact]
    public void Lengths_beyond_what_Slack_takes_are_found()
    {
        var header = $$$"""{"text":"x","blocks":[{"type":"header","text":{"type":"plain_text","text":"{{{new string('x', 151)}}}"}}]}""";
        Assert.Contains("length 151", Assert.Single(BlockKitRules.OfMessage(header)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"AdaptiveCard","version":"1.6","body":[]}""", "not an Adaptive Card 1.5")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Badge","text":"x"}]}""", "no such element")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"x","glow":true}]}""", "unknown property")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"x","size":"Huge"}]}""", "not a word")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":""}]}""", "empty")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"ActionSet","actions":[]}]}""", "1 to 5 actions")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Chart.Line","title":"t","data":[{"legend":"a","values":[{"x":"1","y":1}]}]}]}""", "no fallback")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Chart.VerticalBar","title":"t","data":[{"legend":"a","value":1}],"fallback":"drop"}]}""", "x and y")]
    public void A_card_that_Teams_would_refuse_is_found(string json, string fault) =>
        Assert.Contains(AdaptiveCardRules.Of(json), found => found.Contains(fault, StringComparison.Ordinal));

    [Fact]
    public void A_card_beyond_25_KB_is_found() =>
        Assert.Contains(
            AdaptiveCardRules.Of($$"""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"{{new string('x', 26_000)}}"}]}"""),
            found => found.Contains("25 KB", StringComparison.Ordinal));
}
