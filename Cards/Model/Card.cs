using AlignmentBot.Domain;

namespace AlignmentBot.Cards.Model;

/// <summary>What the bot shows, for any platform. Renderers turn it into Block Kit, an Adaptive Card or HTML; nothing in it is markup.</summary>
/// <param name="Summary">One plain sentence for notifications and screen readers; never empty.</param>
/// <param name="Tone">What the card's state means at a glance.</param>
/// <param name="Blocks">From top to bottom.</param>
public sealed record Card(string Summary, Tone Tone, ValueList<Block> Blocks);

/// <summary>The mood of a card or a status; always accompanied by words, never by colour alone.</summary>
public enum Tone
{
    Neutral,
    Waiting,
    Good,
    Warning,
    Bad,
}
