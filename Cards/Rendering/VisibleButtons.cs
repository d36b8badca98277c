using AlignmentBot.Cards.Model;

namespace AlignmentBot.Cards.Rendering;

/// <summary>Which buttons a reader is shown: all in the view that everybody shares, else those meant for this member.</summary>
internal static class VisibleButtons
{
    public static IEnumerable<Button> Of(Block.Buttons buttons, Reader reader) =>
        buttons.Items.Where(button => reader.Member is null || button.Audience.Includes(reader.Member));
}
