namespace AlignmentBot.Cards.Rendering;

/// <summary>What Slack takes, in UTF-16 units and counts. Source: docs.slack.dev/reference/block-kit (blocks, block elements, composition objects).</summary>
public static class BlockKitLimits
{
    public const int BlocksInMessage = 50;
    public const int BlocksInView = 100;

    /// <summary>The words of a message beside its blocks. The platform allows 4,000; escaping can make five characters of one.</summary>
    public const int Summary = 700;

    public const int Header = 150;

    /// <summary>All words of one text block.</summary>
    public const int Text = 3000;

    /// <summary>All words of a message's blocks. The platform gives no number (<c>msg_blocks_too_long</c>); this stays well below what was seen to fail.</summary>
    public const int Message = 12_000;

    /// <summary>Words for a picture.</summary>
    public const int Alt = 2000;

    public const int ContextElements = 10;
    public const int ButtonsInBlock = 25;
    public const int ButtonLabel = 75;
    public const int ButtonValue = 2000;

    /// <summary>A modal's title and the labels of its buttons.</summary>
    public const int ViewLabel = 24;

    public const int CallbackId = 255;
    public const int PrivateMetadata = 3000;
    public const int InputLabel = 2000;
    public const int InputLength = 3000;
    public const int Options = 100;
    public const int OptionLabel = 75;

    /// <summary>The page says 150; older notes say 75.</summary>
    public const int OptionValue = 75;

    public const int Url = 3000;
    public const int ListItems = 50;
}
