using System.Globalization;

namespace AlignmentBot.Bot.Intake.Reading;

/// <summary>JSON pointers as URI fragments (RFC 6901, section 6).</summary>
public static class Pointer
{
    public const string Root = "#";

    private const int LongestName = 80;

    public static string To(string parent, string name)
    {
        var shown = name.Length <= LongestName ? name : name[..LongestName];
        return $"{parent}/{Uri.EscapeDataString(shown.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal))}";
    }

    public static string To(string parent, int index) => string.Create(CultureInfo.InvariantCulture, $"{parent}/{index}");
}
