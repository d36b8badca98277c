using System.Text.RegularExpressions;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot.Handlers.Statistics;

/// <summary>Finds whom somebody means: by a mention, a mail address, its part before the at sign, or a name.</summary>
internal static partial class PersonWords
{
    public static bool LooksLikeOne(string words) => words.StartsWith('@') || words.StartsWith('<');

    /// <summary>Nobody, one, or several of the same name. Those who left the roster are found too: their figures stay.</summary>
    public static IReadOnlyList<Member> Find(Roster roster, string words)
    {
        if (SlackMention().Match(words) is { Success: true } mention)
            return [.. roster.Members.Where(member => member.SlackUser == mention.Groups["id"].Value)];
        var name = TeamsMention().Replace(words, "${name}").TrimStart('@').Trim();
        if (name.Length == 0)
            return [];
        if (roster.FindByEmail(name) is { } byMail)
            return [byMail];

        bool Same(string other) => string.Equals(other, name, StringComparison.OrdinalIgnoreCase);
        var found = roster.Members.Where(member => Same(member.Name) || Same(member.Email.Split('@')[0]) || Same(member.Id.Value)).ToList();
        return found.Count > 0 ? found : [.. roster.Members.Where(member => Same(member.Name.Split(' ')[0]))];
    }

    /// <summary>As Slack writes people in commands: <c>&lt;@U0123|rosa&gt;</c>. Source: docs.slack.dev/interactivity/implementing-slash-commands</summary>
    [GeneratedRegex(@"^<@(?<id>[A-Z0-9]+)(\|[^>]*)?>$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex SlackMention();

    /// <summary>As Teams writes people: <c>&lt;at&gt;Rosa&lt;/at&gt;</c>.</summary>
    [GeneratedRegex(@"^<at>(?<name>[^<]*)</at>$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex TeamsMention();
}
