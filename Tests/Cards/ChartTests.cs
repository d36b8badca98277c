using System.Globalization;
using System.Text.Json;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Rendering;
using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.Cards;

public sealed class ChartTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void Labels_that_are_cut_stay_different()
    {
        var labels = ChartText.Labels(["Search: comparison of tools", "Search: comparison of prices", "x"], 20);

        Assert.Equal(3, labels.Distinct().Count());
        Assert.All(labels, label => Assert.InRange(label.Length, 1, 20));
    }

    [Fact]
    public void Slack_gets_no_point_that_is_not_known()
    {
        var drawn = BlockKitChart.Drawable(new Chart(ChartKind.Lines, "t", ChartUnit.Percent, ["a", "b"], [new ChartSeries("s", [null, 1])]));

        Assert.Equal(["b"], drawn!.Categories);
        Assert.Null(BlockKitChart.Drawable(new Chart(ChartKind.Pie, "t", ChartUnit.Count, ["a"], [new ChartSeries("s", [0])])));
    }

    [Fact]
    public void Third_chart_of_a_message_is_said_in_words()
    {
        var chart = new Block.Chart(new Chart(ChartKind.Bars, "t", ChartUnit.Count, ["a"], [new ChartSeries("s", [1])]));
        var message = BlockKitRenderer.Message(new Card("x", Tone.Neutral, [chart, chart, chart]), Sample.Everyone);

        using var json = JsonDocument.Parse(message);
        var kinds = json.RootElement.GetProperty("blocks").EnumerateArray().Select(block => block.GetProperty("type").GetString());
        Assert.Equal(["data_visualization", "context", "data_visualization", "context", "context"], kinds);
        Assert.Empty(BlockKitRules.OfMessage(message));
    }

    [Fact]
    public void Page_draws_without_style_and_script_and_says_the_numbers_in_a_table()
    {
        var html = ChartSvg.Figure(new Chart(ChartKind.Columns, "A <b> chart", ChartUnit.Count, ["<i>"], [new ChartSeries("s&t", [3])]), English);

        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">&lt;i&gt;</th><td>3</td>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ChartUnit.Count, 1234d, "1,234")]
    [InlineData(ChartUnit.Percent, 61.4, "61%")]
    [InlineData(ChartUnit.Hours, 1.25, "1.3 h")]
    public void Values_are_written_in_their_unit(ChartUnit unit, double value, string words) => Assert.Equal(words, ChartText.Value(value, unit, English));
}
