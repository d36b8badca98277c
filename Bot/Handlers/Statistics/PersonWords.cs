using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot.Handlers.Statistics;

/// <summary>Finds whom somebody means: by a mention, a mail address, its part before the at sign, or a name.</summary>
internal static class PersonWords
{
    public static bool LooksLikeOne(string words) => words.StartsWith('@') || words.StartsWith('<');

    /// <summary>What was typed, as it can be said back.</summary>
    public static string Shown(string words) => PersonMark.Read(words) is { } mark ? mark.Name : words.TrimStart('@');

    /// <summary>Nobody, one, or several of the same name. Those who left the roster are found too: their figures stay.</summary>
    public static IReadOnlyList<Member> Find(Roster roster, string words)
    {
        if (PersonMark.Read(words) is { } mark)
            return mark.In(roster) is { } meant ? [meant] : [];
        var name = words.TrimStart('@').Trim();
        if (name.Length == 0)
            return [];
        if (roster.FindByEmail(name) is { } byMail)
            return [byMail];

        bool Same(string other) => string.Equals(other, name, StringComparison.OrdinalIgnoreCase);
        var found = roster.Members.Where(member => Same(member.Name) || Same(member.Email.Split('@')[0]) || Same(member.Id.Value)).ToList();
        return found.Count > 0 ? found : [.. roster.Members.Where(member => Same(member.Name.Split(' ')[0]))];
    }
}
