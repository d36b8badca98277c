using System.Text.Json;
using System.Text.RegularExpressions;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Rendering;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace AlignmentBot.Tests.Cards;

/// <summary>Whatever a lead is called, nothing in its name may act.</summary>
public sealed class InjectionTests
{
    public static TheoryData<string> NastyNames =>
    [
        "<!channel> <!here> <@U0MAX> <#C1> <https://evil.example|Log in>",
        "*bold* _italic_ ~gone~ `code` ```block``` > quote",
        "<at>Max</at> [Log in](https://evil.example) **bold** # heading",
        "<script>alert(1)</script><img src=x onerror=alert(1)>\" onclick=\"alert(1)",
        "&lt;!channel&gt; &amp; {0} {name} {{x}}",
        "1. one\n- two\r\n# three",
        "\\\"},{\"type\":\"section\"}",
        ":rotating_light: @channel @here",
    ];

    [Theory]
    [MemberData(nameof(NastyNames))]
    public void On_Slack_a_name_stays_words(string name)
    {
        using var message = JsonDocument.Parse(BlockKitRenderer.Message(Draw(name), Sample.Everyone));
        Assert.Empty(BlockKitRules.OfMessage(message.RootElement.GetRawText()));
        Assert.DoesNotContain('<', message.RootElement.GetProperty("text").GetString()!);
        Assert.DoesNotContain('>', message.RootElement.GetProperty("text").GetString()!);

        var objects = Objects(message.RootElement).ToList();
        Assert.DoesNotContain(objects, part => Kind(part) is "user" or "usergroup" or "broadcast" or "channel" or "team" or "emoji" && part.TryGetProperty("name", out var emoji) is false);
        Assert.All(objects.Where(part => Kind(part) == "mrkdwn"), part => Assert.StartsWith("<!date^", part.GetProperty("text").GetString(), StringComparison.Ordinal));
        Assert.All(objects.Where(part => Kind(part) == "plain_text"), part => Assert.False(part.GetProperty("emoji").GetBoolean()));
        Assert.All(objects.Where(part => Kind(part) == "link"), part => Assert.DoesNotContain("evil.example", new Uri(part.GetProperty("url").GetString()!).Host, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(NastyNames))]
    public void On_Teams_a_name_stays_words(string name)
    {
        using var card = JsonDocument.Parse(AdaptiveCardRenderer.Card(Draw(name), Sample.Everyone));
        Assert.Empty(AdaptiveCardRules.Of(card.RootElement.GetRawText()));
        Assert.False(card.RootElement.GetProperty("msteams").TryGetProperty("entities", out _));
        foreach (var block in Objects(card.RootElement).Where(part => Kind(part) == "TextBlock"))
            Assert.Equal(Unescaped(block.GetProperty("text").GetString()!), Visible(block.GetProperty("text").GetString()!));
        Assert.All(
            Objects(card.RootElement).Where(part => part.TryGetProperty("url", out _)),
            part => Assert.DoesNotContain("evil.example", new Uri(part.GetProperty("url").GetString()!).Host, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(NastyNames))]
    public void On_the_page_a_name_stays_words(string name)
    {
        var page = new HtmlParser().ParseDocument("<main>" + HtmlCardRenderer.Card(Draw(name), Sample.Everyone) + "</main>");
        Assert.Empty(page.QuerySelectorAll("script, img, iframe, style, [onclick], [onerror], [style]"));
        var shown = TextClean.OneLine(name);
        Assert.StartsWith(shown[..Math.Min(shown.Length, 58)], page.QuerySelector("h3")!.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("a"), link => Assert.StartsWith("mailto:", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public void In_a_line_with_a_mention_only_the_marketer_is_mentioned_on_Teams()
    {
        var fact = new LeadFact.Rejected(Sample.Rosa.Id, Sample.NoBudget);
        var brief = Sample.Ada with { FirstName = "<at>Rosa</at>", LastName = "**x**" };
        var line = LeadLine.Draw(Sample.View(Sample.States["rejected"], brief), Sample.Event(fact, Sample.Rosa), Sample.Everyone, namesLead: true)!;
        using var card = JsonDocument.Parse(AdaptiveCardRenderer.Card(line, Sample.Everyone));
        var entity = Assert.Single(card.RootElement.GetProperty("msteams").GetProperty("entities").EnumerateArray());
        Assert.Equal("aad-max", entity.GetProperty("mentioned").GetProperty("id").GetString());
        Assert.All(
            Objects(card.RootElement).Where(part => Kind(part) == "TextBlock"),
            block => Assert.DoesNotMatch("<at>(?!Max</at>)", block.GetProperty("text").GetString()));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("file:///etc/passwd")]
    [InlineData("vbscript:x")]
    public void A_link_to_anything_but_the_web_mail_or_a_phone_is_drawn_as_words(string address)
    {
        var card = new Card("Link", Tone.Neutral, [new Block.Paragraph([new Run.Link("Click me", new Uri(address))])]);
        Assert.DoesNotContain("\"url\"", BlockKitRenderer.Message(card, Sample.Everyone), StringComparison.Ordinal);
        Assert.DoesNotContain("\"url\"", AdaptiveCardRenderer.Card(card, Sample.Everyone), StringComparison.Ordinal);
        Assert.DoesNotContain("href", HtmlCardRenderer.Card(card, Sample.Everyone), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mail_address_cannot_add_headers_to_the_mail()
    {
        var link = Assert.IsType<Run.Link>(Links.Mail("ada@example.com?bcc=all@example.com&subject=x@example.com"));
        Assert.Equal(string.Empty, link.Address.Query);
        Assert.StartsWith("mailto:", link.Address.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public void Overrides_of_the_writing_direction_and_control_characters_are_taken_out()
    {
        var card = Draw("Ada\u202Egnp.exe\u202C\u0000\u0007\u001B[31m\u2066x\u2069\uFEFF");
        foreach (var drawn in new[] { BlockKitRenderer.Message(card, Sample.Everyone), AdaptiveCardRenderer.Card(card, Sample.Everyone), HtmlCardRenderer.Card(card, Sample.Everyone) })
        {
            Assert.Contains("Adagnp.exe[31mx", drawn, StringComparison.Ordinal);
            Assert.DoesNotContain(drawn, letter => letter is '\u202E' or '\u202C' or '\u0000' or '\u0007' or '\u001B' or '\u2066' or '\u2069' or '\uFEFF');
            Assert.DoesNotContain("\\u00", drawn, StringComparison.Ordinal);
        }
    }

    private static Card Draw(string name) => LeadCard.Draw(
        Sample.View(Sample.States["contacted"], new Brief
        {
            FirstName = name,
            Title = name,
            Email = name + "@example.com",
            Phone = name,
            Company = new Company(name, name, name, 1, name),
            Source = name,
            Campaign = name,
            Marketer = name,
            Activities = [new Activity(Sample.HandedOver, name, name)],
            Notes = name,
            Fields = [new NamedValue(name, name)],
        }),
        Sample.Everyone);

    private static string? Kind(JsonElement part) => part.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;

    private static IEnumerable<JsonElement> Objects(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Objects(property.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
        _ => [],
    };

    /// <summary>What a markup reader shows: backslashes go, everything they guard stays.</summary>
    private static string Visible(string text) => Regex.Replace(text, @"\\(?<kept>[\\*_\[\]`~#+.)-])", "${kept}", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    /// <summary>The same, after asserting that no markup character stands without its backslash.</summary>
    private static string Unescaped(string text)
    {
        Assert.DoesNotMatch(@"(?<!\\)(\\\\)*[*_\[\]`~]", text);
        Assert.DoesNotMatch("[<>]", text);
        Assert.DoesNotMatch(@"^\s*([#+-]|\d+[.)])", text);
        return Visible(text);
    }
}
