namespace AlignmentBot.Cards;

/// <summary>
/// How a command is called differs: <c>/mql leads</c> in Slack and on the local page, <c>@AlignmentBot leads</c> in Teams. Sentences are written
/// in the first way. As they are read, a mark that nobody sees is put before it; Teams puts its own way in that place when a card is drawn,
/// and everywhere else <see cref="TextClean"/> takes the mark away. What people write has no mark and stays as it is.
/// </summary>
public static class CommandWord
{
    /// <summary>As the sentences and Slack have it.</summary>
    public const string Slash = "/mql";

    /// <summary>The bot's name in Teams, as its manifest tells it.</summary>
    public const string Mention = "@AlignmentBot";

    /// <summary>A word joiner: it has no width, and no text of a card keeps it.</summary>
    private const string Marked = "\u2060" + Slash;

    /// <summary>A sentence of ours, with every call of a command marked.</summary>
    internal static string Mark(string sentence) => sentence.Replace(Slash, Marked, StringComparison.Ordinal);

    /// <summary>The text as people in Teams have to type it.</summary>
    public static string InTeams(string text) => text.Replace(Marked, Mention, StringComparison.Ordinal);

    /// <summary>What was typed, without the bot's name or <c>/mql</c> before it: people type them from habit where they are not needed.</summary>
    public static string Without(string typed)
    {
        var words = typed.Trim();
        foreach (var call in (ReadOnlySpan<string>)[Slash, Mention])
        {
            if (words.StartsWith(call, StringComparison.OrdinalIgnoreCase) && (words.Length == call.Length || char.IsWhiteSpace(words[call.Length])))
                return words[call.Length..].TrimStart();
        }

        return words;
    }
}
