using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;

namespace AlignmentBot.Bot.Channels.Teams.Drawing;

/// <summary>What a dialog shows while something takes its time.</summary>
public static class WaitCard
{
    /// <param name="id">By which it is asked for again.</param>
    public static Card Draw(string id, Texts texts) => new(
        texts["teams.door.wait"],
        Tone.Waiting,
        [
            new Block.Status(Tone.Waiting, [new Run.Plain(texts["teams.door.wait"])]),
            new Block.Buttons([new Button(ActionIds.Wait, texts["teams.door.wait_button"], id, ButtonStyle.Primary, Audience.Everyone.Instance)]),
        ]);
}
