using AlignmentBot.Cards;

namespace AlignmentBot.Bot.Channels.Teams.Drawing;

/// <summary>The button by which a form was opened: pressed again it opens again, with what is wrong in it. A dialog of Teams cannot keep
/// itself open. It travels with the form, and who sends it is asked again what they may.</summary>
/// <param name="Action">An id of <see cref="ActionIds"/>.</param>
public sealed record FormOpener(string Action, string Value)
{
    private const char Between = ' ';

    public static FormOpener? Parse(string? written) => written?.IndexOf(Between, StringComparison.Ordinal) is { } cut and > 0
        ? new FormOpener(written[..cut], written[(cut + 1)..])
        : null;

    public override string ToString() => Action + Between + Value;
}
