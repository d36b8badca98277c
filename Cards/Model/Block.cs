using AlignmentBot.Domain;

namespace AlignmentBot.Cards.Model;

/// <summary>One part of a card.</summary>
public abstract record Block
{
    private Block()
    {
    }

    public sealed record Heading(string Text) : Block;

    public sealed record Paragraph(ValueList<Run> Runs) : Block;

    /// <summary>Small print.</summary>
    public sealed record Note(ValueList<Run> Runs) : Block;

    /// <summary>Labels with values, at most ten.</summary>
    public sealed record Facts(ValueList<Fact> Items) : Block;

    /// <summary>Where the thing stands, in a few words.</summary>
    public sealed record Status(Tone Tone, ValueList<Run> Runs) : Block;

    /// <summary>A short list, one line each.</summary>
    public sealed record Bullets(ValueList<ValueList<Run>> Lines) : Block;

    public sealed record Buttons(ValueList<Button> Items) : Block;

    /// <summary>A picture that the bot serves.</summary>
    /// <param name="Path">At the bot's own address, for pages that it serves itself.</param>
    /// <param name="Address">Where a platform can fetch it; null when it cannot, and then the picture is left out there.</param>
    /// <param name="Alt">What it shows, in words.</param>
    public sealed record Image(string Path, Uri? Address, string Alt) : Block;

    /// <summary>Numbers as a picture.</summary>
    /// <param name="SaidElsewhere">The card says the same numbers in words already.</param>
    public sealed record Chart(Model.Chart Picture, bool SaidElsewhere = false) : Block;

    public sealed record Divider : Block
    {
        public static readonly Divider Instance = new();
    }
}

/// <summary>A label and its value.</summary>
public sealed record Fact(string Label, ValueList<Run> Runs);
