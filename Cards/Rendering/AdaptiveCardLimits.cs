namespace AlignmentBot.Cards.Rendering;

/// <summary>What Teams takes. Source: learn.microsoft.com/microsoftteams/platform (cards reference; format cards; message size).</summary>
public static class AdaptiveCardLimits
{
    /// <summary>The newest version that Teams draws for bots and dialogs.</summary>
    public const string Version = "1.5";

    /// <summary>Bytes of one card. A message may be larger, but cards beyond about 25 KB are known to be dropped on the way.</summary>
    public const int Bytes = 25_000;

    /// <summary>How long one text may be, in UTF-16 units: the first that keeps the card within its bytes is taken.</summary>
    public static readonly IReadOnlyList<int> TextSteps = [2000, 500, 150, 60];

    public const int Heading = 150;
    public const int Summary = 700;

    /// <summary>Teams shows six and hides the others in a menu; the official renderer refuses a sixth in its default setting.</summary>
    public const int ButtonsInSet = 5;

    public const int ButtonLabel = 75;
    public const int ButtonValue = 200;
    public const int Spoken = 150;

    /// <summary>How long labels, hints and options of a form may be, in UTF-16 units: the first that keeps the form within its bytes is taken.</summary>
    public static readonly IReadOnlyList<int> LabelSteps = [200, 75, 30];

    public const int Options = 100;
    public const int InputLength = 3000;
    public const int Url = 2048;
    public const int ListItems = 50;
}
