using System.Xml.Linq;
using AlignmentBot.Bot.Channels.Teams.Answers;
using AlignmentBot.Bot.Channels.Teams.Outbound;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Rendering;
using AlignmentBot.Tests.Layout;

namespace AlignmentBot.Tests.Cards;

/// <summary>Every sentence there is, in every place of a card, a form or an answer: in Teams commands are called by the bot's name, elsewhere by /mql.</summary>
public sealed class TeamsWordsTests
{
    private const string Joiner = "\u2060";

    private static readonly Texts English = Texts.For(Reader.Unknown.Language);

    [Fact]
    public void Nothing_that_goes_to_Teams_says_mql()
    {
        foreach (var sentence in Sentences())
        {
            foreach (var sent in InTeams(sentence))
            {
                Assert.DoesNotContain("/mql", sent, StringComparison.Ordinal);
                Assert.DoesNotContain(Joiner, sent, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Slack_and_the_local_page_get_the_command_as_it_is_typed_there()
    {
        foreach (var sentence in Sentences())
        {
            foreach (var sent in new[] { BlockKitRenderer.Message(CardOf(sentence), Reader.Unknown), HtmlCardRenderer.Card(CardOf(sentence), Reader.Unknown), BlockKitRenderer.View(FormOf(sentence), Reader.Unknown), HtmlCardRenderer.Form(FormOf(sentence), Reader.Unknown) })
            {
                Assert.Contains("/mql", sent, StringComparison.Ordinal);
                Assert.DoesNotContain(Joiner, sent, StringComparison.Ordinal);
                Assert.DoesNotContain(CommandWord.Mention, sent.Replace("AlignmentBot dashboard", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void What_people_write_stays_as_it_is() =>
        Assert.Contains("They typed /mql leads", AdaptiveCardRenderer.Card(CardOf("They typed /mql leads"), Reader.Unknown), StringComparison.Ordinal);

    [Theory]
    [InlineData("/mql leads", "leads")]
    [InlineData(" @alignmentbot  leads", "leads")]
    [InlineData("@AlignmentBot", "")]
    [InlineData("/mqlx", "/mqlx")]
    [InlineData("leads /mql", "leads /mql")]
    public void Bot_s_name_may_stand_before_a_command_and_need_not(string typed, string command) => Assert.Equal(command, CommandWord.Without(typed));

    /// <summary>With its places filled by words in which no command stands.</summary>
    private static IEnumerable<string> Sentences()
    {
        object[] values = [.. Enumerable.Range(0, 9).Select(number => (object)"x")];
        var found = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "Cards", "Texts"), "*.resx")
            .SelectMany(file => XDocument.Load(file).Root!.Elements("data"))
            .Where(data => data.Element("value")!.Value.Contains("/mql", StringComparison.Ordinal))
            .Select(data => English[data.Attribute("name")!.Value, values])
            .ToList();
        Assert.True(found.Count > 40, "The sentences were not found.");
        return found;
    }

    private static IEnumerable<string> InTeams(string sentence)
    {
        var (card, form) = (CardOf(sentence), FormOf(sentence));
        yield return AdaptiveCardRenderer.Card(card, Reader.Unknown);
        yield return AdaptiveCardRenderer.Card(card with { Blocks = [] }, Reader.Unknown);
        yield return AdaptiveCardRenderer.Form(form, Reader.Unknown, form.Fields.ToDictionary(field => field.Name, _ => sentence, StringComparer.Ordinal));
        yield return Text(TeamsMessageJson.Card(card, Reader.Unknown, null));
        yield return Text(TeamsBodies.Sentence(sentence).Json);
        yield return Text(TeamsBodies.DialogSentence(sentence).Json);
        yield return Text(TeamsBodies.NoResult(sentence).Json);
        yield return Text(TeamsBodies.Dialog(sentence, "{}"u8.ToArray()).Json);
        yield return Text(TeamsBodies.Options([new Option("a", sentence, sentence)]).Json);
        yield return Text(TeamsBodies.Results([new TeamsResult(sentence, sentence, "{}"u8.ToArray())]).Json);
    }

    private static string Text(ReadOnlyMemory<byte> json) => System.Text.Encoding.UTF8.GetString(json.Span);

    private static Card CardOf(string sentence)
    {
        Run said = new Run.Plain(sentence);
        var mentioned = new Run.Person("Rosa", null, "aad-rosa", Notify: true);
        return new Card(sentence, Tone.Neutral, [
            new Block.Heading(sentence),
            new Block.Paragraph([said]),
            new Block.Paragraph([mentioned, said]),
            new Block.Paragraph([new Run.Strong(sentence), new Run.Link(sentence, new Uri("https://bot.example.com/"))]),
            new Block.Note([said]),
            new Block.Facts([new Fact(sentence, [said])]),
            new Block.Status(Tone.Warning, [said]),
            new Block.Bullets([[said]]),
            new Block.Buttons([new Button("test.press.v1", sentence, "x", ButtonStyle.Plain, Audience.Everyone.Instance, sentence)]),
            new Block.Image("/x", new Uri("https://bot.example.com/x"), sentence),
            new Block.Chart(new Chart(ChartKind.Bars, sentence, ChartUnit.Count, ["a"], [new ChartSeries("b", [1])])),
        ]);
    }

    private static Form FormOf(string sentence) => new("test.form.v1", "x", "Form", "Send", "Cancel", sentence, [
        new FormField.Text("a", sentence, sentence, Required: true, Multiline: false, 500, null),
        new FormField.Choice("b", sentence, sentence, Required: true, [new Option("1", sentence, sentence)]),
        new FormField.Lookup("c", sentence, sentence, Required: false, new Option("1", sentence)),
    ]);
}
