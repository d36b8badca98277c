using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;

namespace AlignmentBot.Bot.Channels.Teams.Drawing;

/// <summary>Words cannot open a dialog, so they are answered with a button that does.</summary>
public static class OpenCard
{
    /// <param name="title">What opens.</param>
    /// <param name="command">The words, which the button says again for whoever presses it.</param>
    public static Card Draw(string title, string command, Texts texts) => new(
        title,
        Tone.Neutral,
        [
            new Block.Paragraph([new Run.Strong(title)]),
            new Block.Note([new Run.Plain(texts["teams.door.open"])]),
            new Block.Buttons([new Button(ActionIds.RunCommand, texts["teams.door.open_button"], command, ButtonStyle.Primary, Audience.Everyone.Instance)]),
        ]);
}
