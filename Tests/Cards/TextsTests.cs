using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Tests.Cards;

public sealed class TextsTests
{
    private static readonly Regex Literal = new("\"(?<text>[a-z]+(\\.[a-zA-Z0-9_]+)+)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    private static readonly Regex Place = new(@"\{(?<text>\d+)\}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private static readonly string Root = RootFolder();
    private static readonly string[] Parts = [.. Files().Where(file => !Path.GetFileNameWithoutExtension(file).Contains('.', StringComparison.Ordinal))];

    /// <summary>All parts together: a key that stands in two of them does not get past here.</summary>
    private static readonly IReadOnlyDictionary<string, string> English = Parts.SelectMany(Read).ToDictionary(StringComparer.Ordinal);
    private static readonly string[] Forms = ["", ".one", ".other", ".title", ".submit", ".text", ".next"];

    [Fact]
    public void Every_key_that_the_code_names_has_its_sentence()
    {
        var prefixes = English.Keys.Select(key => key.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        var unknown = Literals()
            .Where(literal => prefixes.Contains(literal.Split('.')[0]))
            .Where(literal => !Forms.Any(form => English.ContainsKey(literal + form)));
        Assert.Empty(unknown);
    }

    [Fact]
    public void Every_sentence_is_said_somewhere()
    {
        var literals = Literals().ToHashSet(StringComparer.Ordinal);
        var spoken = BriefFields.Names.Select(name => "field." + name)
            .Concat(RejectionReason.Defaults.Select(reason => "reason." + reason.Code))
            .ToHashSet(StringComparer.Ordinal);
        var unused = English.Keys
            .Where(key => !key.StartsWith("activity.", StringComparison.Ordinal))
            .Where(key => !spoken.Contains(key) && !Forms.Any(form => key.EndsWith(form, StringComparison.Ordinal) && literals.Contains(key[..^form.Length])));
        Assert.Empty(unused);
    }

    [Fact]
    public void Every_field_and_every_reason_to_start_with_has_a_name()
    {
        Assert.All(BriefFields.Names, name => Assert.True(English.ContainsKey("field." + name), name));
        Assert.All(RejectionReason.Defaults, reason => Assert.True(English.ContainsKey("reason." + reason.Code), reason.Code));
    }

    [Fact]
    public void Numbers_have_both_their_forms()
    {
        var ones = English.Keys.Where(key => key.EndsWith(".one", StringComparison.Ordinal)).Select(key => key[..^4]);
        var others = English.Keys.Where(key => key.EndsWith(".other", StringComparison.Ordinal)).Select(key => key[..^6]);
        Assert.Equal(ones.Order(StringComparer.Ordinal), others.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_language_fills_the_same_places_and_knows_no_other_keys()
    {
        foreach (var file in Files())
        {
            foreach (var (key, sentence) in Read(file))
            {
                Assert.True(English.ContainsKey(key), $"{file}: {key}");
                Assert.Equal(Places(English[key]), Places(sentence));
            }
        }
    }

    [Fact]
    public void Places_count_from_zero_without_a_gap() =>
        Assert.All(English, entry => Assert.Equal(Enumerable.Range(0, Places(entry.Value).Count), Places(entry.Value)));

    [Fact]
    public void Titles_and_buttons_of_forms_fit_into_a_Slack_modal() =>
        Assert.All(
            English.Where(entry => entry.Key.StartsWith("form.", StringComparison.Ordinal)).Where(entry => entry.Key.EndsWith(".title", StringComparison.Ordinal) || entry.Key.EndsWith(".submit", StringComparison.Ordinal) || entry.Key == "form.cancel"),
            entry => Assert.InRange(entry.Value.Length, 1, 24));

    [Fact]
    public void A_missing_key_is_named()
    {
        var fault = Assert.Throws<KeyNotFoundException>(() => Texts.For(CultureInfo.InvariantCulture)["card.not_there"]);
        Assert.Contains("card.not_there", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_without_a_file_is_spoken_in_English() =>
        Assert.Equal(English["button.accept"], Texts.For(CultureInfo.GetCultureInfo("nl-NL"))["button.accept"]);

    [Theory]
    [InlineData(0, "0 new leads")]
    [InlineData(1, "1 new lead")]
    [InlineData(2, "2 new leads")]
    public void One_and_other_numbers_have_their_own_sentence(int count, string expected) =>
        Assert.Equal(expected, Texts.For(CultureInfo.GetCultureInfo("en")).Count("card.digest.heading", count));

    [Fact]
    public void Numbers_and_amounts_follow_the_language() =>
        Assert.Equal("EUR 1.234,5", LeadWords.Money(new Money(1234.5m, "EUR"), Texts.For(CultureInfo.GetCultureInfo("de-DE"))));

    private static List<int> Places(string sentence) =>
        [.. Place.Matches(sentence).Select(match => int.Parse(match.Groups["text"].Value, CultureInfo.InvariantCulture)).Distinct().Order()];

    /// <summary>Every quoted text in the code of Cards and Bot that looks like a key.</summary>
    private static IEnumerable<string> Literals() => new[] { "Cards", "Bot" }
        .SelectMany(project => Directory.GetFiles(Path.Combine(Root, project), "*.*", SearchOption.AllDirectories))
        .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".cshtml" && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .SelectMany(file => Literal.Matches(File.ReadAllText(file)).Select(match => match.Groups["text"].Value))
        .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Files() => Directory.GetFiles(Path.Combine(Root, "Cards", "Texts"), "*.resx").Select(file => Path.GetFileName(file));

    private static Dictionary<string, string> Read(string file) => XDocument.Load(Path.Combine(Root, "Cards", "Texts", file)).Root!
        .Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    private static string RootFolder([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
