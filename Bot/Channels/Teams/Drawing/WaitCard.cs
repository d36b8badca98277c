using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;

namespace AlignmentBot.Bot.Channels.Teams.Drawing;

/// <summary>What a dialog shows while something takes its time.</summary>
public static class WaitCard
{
    private const char Between = ' ';

    /// <param name="id">By which it is asked for again.</param>
    /// <param name="opener">By which button the dialog was opened; a form that comes of it needs it later.</param>
    public static Card Draw(string id, FormOpener opener, Texts texts) => new(
        texts["teams.door.wait"],
        Tone.Waiting,
        [
            new Block.Status(Tone.Waiting, [new Run.Plain(texts["teams.door.wait"])]),
            new Block.Buttons([new Button(ActionIds.Wait, texts["teams.door.wait_button"], id + Between + opener, ButtonStyle.Primary, Audience.Everyone.Instance)]),
        ]);

    /// <summary>What the button carries back.</summary>
    public static (string Id, FormOpener Opener) Read(string value)
    {
        var parts = value.Split(Between, 2);
        return (parts[0], FormOpener.Parse(parts.ElementAtOrDefault(1)) ?? new FormOpener(string.Empty, string.Empty));
    }
}
