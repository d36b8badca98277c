using System.Text.RegularExpressions;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot.Handlers.Calendar;

/// <summary>Finds the colleague whom somebody typed: a mention of the platform, a mail address, a name, or a first name that only one has.</summary>
public static partial class PersonText
{
    /// <returns>Null when nobody is meant, or more than one could be.</returns>
    public static Member? Find(string typed, Roster roster)
    {
        var active = roster.Members.Where(member => member.Active).ToList();
        if (Mention().Match(typed) is { Success: true } mention)
        {
            var account = mention.Groups["id"].Value;
            return active.Find(member => member.SlackUser == account || member.SlackUser?.EndsWith("/" + account, StringComparison.Ordinal) == true);
        }

        var words = Tags().Replace(typed, string.Empty).Trim().TrimStart('@').Trim();
        if (words.Length == 0)
            return null;
        return roster.FindByEmail(words) is { Active: true } known ? known
            : Only(active.Where(member => Same(member.Name, words))) ?? Only(active.Where(member => Same(member.Name.Split(' ')[0], words)));
    }

    private static Member? Only(IEnumerable<Member> found) => found.Take(2).ToList() is [var only] ? only : null;

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^\s*<@(?<id>[A-Z0-9]+)(\|[^>]*)?>\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Mention();

    /// <summary>Teams writes a mention as <c>&lt;at&gt;Sam&lt;/at&gt;</c>.</summary>
    [GeneratedRegex("</?at[^>]*>", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 100)]
    private static partial Regex Tags();
}
