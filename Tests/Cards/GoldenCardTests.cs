using AlignmentBot.Cards.Rendering;

namespace AlignmentBot.Tests.Cards;

public sealed class GoldenCardTests
{
    public static TheoryData<string> CardNames => [.. SampleCards.Cards.Keys];

    /// <summary>Plain lines differ in their words only, which the page's files show.</summary>
    public static TheoryData<string> CardNamesWithShape => [.. SampleCards.Cards.Keys.Where(name => !name.StartsWith("line-", StringComparison.Ordinal) || name.StartsWith("line-rejected", StringComparison.Ordinal))];

    public static TheoryData<string> FormNames => [.. SampleCards.Forms.Keys];

    [Theory]
    [MemberData(nameof(CardNamesWithShape))]
    public void A_card_looks_on_Slack_as_kept(string name)
    {
        var (card, reader) = SampleCards.Cards[name];
        GoldenFile.MatchesJson($"Cards/{name}.slack.json", BlockKitRenderer.Message(card, reader));
    }

    [Theory]
    [MemberData(nameof(CardNamesWithShape))]
    public void A_card_looks_on_Teams_as_kept(string name)
    {
        var (card, reader) = SampleCards.Cards[name];
        GoldenFile.MatchesJson($"Cards/{name}.teams.json", AdaptiveCardRenderer.Card(card, reader));
    }

    [Theory]
    [MemberData(nameof(CardNames))]
    public void A_card_looks_on_the_page_as_kept(string name)
    {
        var (card, reader) = SampleCards.Cards[name];
        GoldenFile.Matches($"Cards/{name}.html", HtmlCardRenderer.Card(card, reader));
    }

    [Theory]
    [MemberData(nameof(FormNames))]
    public void A_form_looks_everywhere_as_kept(string name)
    {
        var form = SampleCards.Forms[name];
        GoldenFile.MatchesJson($"Cards/{name}.slack.json", BlockKitRenderer.View(form, Sample.Everyone));
        GoldenFile.MatchesJson($"Cards/{name}.teams.json", AdaptiveCardRenderer.Form(form, Sample.Everyone));
        GoldenFile.Matches($"Cards/{name}.html", HtmlCardRenderer.Form(form, Sample.Everyone));
    }

    [Fact]
    public void No_golden_file_is_left_of_a_card_that_is_gone()
    {
        string[] others = ["form-reject-faults", "refusals"];
        var names = SampleCards.Cards.Keys.Concat(SampleCards.Forms.Keys).Concat(others).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(GoldenFile.Names("Cards"), file => !names.Contains(file.Split('.')[0]));
    }

    [Fact]
    public void A_form_with_faults_names_them_under_the_field()
    {
        var form = SampleCards.Forms["form-reject"];
        var errors = new Dictionary<string, string>(StringComparer.Ordinal) { ["reason"] = "Please choose one.", ["note"] = "Please keep it under 500 characters." };
        GoldenFile.MatchesJson("Cards/form-reject-faults.teams.json", AdaptiveCardRenderer.Form(form, Sample.Everyone, errors));
        GoldenFile.Matches("Cards/form-reject-faults.html", HtmlCardRenderer.Form(form, Sample.Everyone, errors));
    }
}
