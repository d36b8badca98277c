using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Channels.Teams.Drawing;

/// <summary>The first words where the bot was installed.</summary>
public static class WelcomeCards
{
    private const string Setup = "setup";

    /// <summary>In a channel: how it becomes a pod.</summary>
    public static Card Team(Texts texts) => Draw(
        "teams.door.welcome", texts, [new Block.Buttons([new Button(ActionIds.RunCommand, texts["teams.door.setup_button"], Setup, ButtonStyle.Primary, Audience.Everyone.Instance)])]);

    public static Card Group(Texts texts) => Draw("teams.door.group", texts, []);

    /// <summary>To one person, above what waits for them.</summary>
    public static Card Person(Card queue, Texts texts) => queue with { Blocks = [new Block.Paragraph([new Run.Plain(texts["teams.door.hello"])]), .. queue.Blocks] };

    private static Card Draw(string key, Texts texts, ValueList<Block> more)
    {
        var title = texts[key + ".title"];
        return new Card(title, Tone.Neutral, [new Block.Heading(title), new Block.Paragraph([new Run.Plain(texts[key + ".text"])]), .. more]);
    }
}
