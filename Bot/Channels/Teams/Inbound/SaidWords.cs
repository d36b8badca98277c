using System.Net;
using System.Text.RegularExpressions;
using AlignmentBot.Bot.Channels.Teams.Wire;
using AlignmentBot.Bot.Handlers;

namespace AlignmentBot.Bot.Channels.Teams.Inbound;

/// <summary>What somebody wrote, without the bot's name. Whom it mentions stands in the entities; how, in the text, where spelling and
/// spaces may differ from the entity's.</summary>
/// <param name="Text">As it was meant, without markup.</param>
/// <param name="Mentioned">Whether the bot was mentioned.</param>
public sealed record SaidWords(string Text, bool Mentioned)
{
    /// <summary>Takes time in proportion to the text, whatever stands in it.</summary>
    private static readonly Regex AnyMention = new(
        "<at[^>]*>(?<name>.*?)</at>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    public static SaidWords Of(TeamsActivity said) => new(Written(said, (_, name) => name), Mentions(said).Any(mention => IsOwn(mention, said)));

    /// <summary>The same words as a command: whoever is mentioned stands there as a <see cref="PersonMark"/>, and by name when the account is not known.</summary>
    /// <param name="accountOf">The directory object id of somebody, or null.</param>
    public static string Command(TeamsActivity said, Func<TeamsAccount, string?> accountOf) =>
        Written(said, (person, name) => accountOf(person) is { } account ? PersonMark.Write(account, name) : name);

    /// <summary>Whom the words mention beside the bot.</summary>
    public static IEnumerable<TeamsAccount> People(TeamsActivity said) =>
        Mentions(said).Where(mention => !IsOwn(mention, said)).Select(mention => mention.Mentioned).OfType<TeamsAccount>();

    /// <summary>Mentions in their order, since two people of one name stand there by the same letters.</summary>
    private static string Written(TeamsActivity said, Func<TeamsAccount, string, string> person)
    {
        var text = said.Text ?? string.Empty;
        var done = 0;
        foreach (var mention in Mentions(said))
        {
            var (start, length) = Find(text, mention.Text, done) ?? (-1, 0);
            if (start < 0)
                continue;
            var (before, after) = (text[..start], text[(start + length)..]);
            if (IsOwn(mention, said))
                (before, after) = (before.TrimEnd() + " ", after.TrimStart());
            else
                before += person(mention.Mentioned ?? new TeamsAccount(null, null, null), AnyMention.Replace(text.Substring(start, length), "${name}"));
            (text, done) = (before + after, before.Length);
        }

        return WebUtility.HtmlDecode(AnyMention.Replace(text, "${name}")).Replace('\u00A0', ' ').Trim();
    }

    private static (int Start, int Length)? Find(string text, string? mention, int from)
    {
        if (!string.IsNullOrEmpty(mention) && text.IndexOf(mention, from, StringComparison.OrdinalIgnoreCase) is var at and >= 0)
            return (at, mention.Length);
        return AnyMention.Match(text, from) is { Success: true } any ? (any.Index, any.Length) : from > 0 ? Find(text, mention, 0) : null;
    }

    private static IEnumerable<TeamsEntity> Mentions(TeamsActivity said) => (said.Entities ?? []).Where(entity => entity.Type == "mention");

    private static bool IsOwn(TeamsEntity mention, TeamsActivity said) => mention.Mentioned?.Id is { } id && id == said.Recipient?.Id;
}
