using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot.Handlers.Calendar;

/// <summary>Finds the colleague whom somebody typed: a mention of the platform, a mail address, a name, or a first name that only one has.</summary>
public static class PersonText
{
    /// <returns>Null when nobody is meant, or more than one could be.</returns>
    public static Member? Find(string typed, Roster roster)
    {
        var active = roster.Members.Where(member => member.Active).ToList();
        if (PersonMark.Read(typed) is { } mark)
            return mark.In(roster) is { Active: true } meant ? meant : null;

        var words = typed.Trim().TrimStart('@').Trim();
        if (words.Length == 0)
            return null;
        return roster.FindByEmail(words) is { Active: true } known ? known
            : Only(active.Where(member => Same(member.Name, words))) ?? Only(active.Where(member => Same(member.Name.Split(' ')[0], words)));
    }

    private static Member? Only(IEnumerable<Member> found) => found.Take(2).ToList() is [var only] ? only : null;

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
