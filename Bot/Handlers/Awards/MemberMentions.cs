using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot.Handlers.Awards;

/// <summary>Finds who is meant at the start of what somebody typed: a platform's mention, a whole name, or a first name that only one has.</summary>
public static class MemberMentions
{
    public static Mention Read(string typed, Roster roster)
    {
        var text = typed.Trim();
        if (PersonMark.Read(text) is { } mark)
            return new Mention(mark.In(roster) is { } meant ? [meant] : [], mark.Name, text[mark.Length..].TrimStart(',', ':', ' ').Trim());

        var named = text.TrimStart('@');
        var active = roster.Members.Where(member => member.Active).ToList();
        var whole = active.Where(member => Starts(named, member.Name)).ToList();
        if (whole.Count > 0)
        {
            var longest = whole.Max(member => member.Name.Length);
            return new Mention(whole.Where(member => member.Name.Length == longest).ToList(), named[..longest], named[longest..].TrimStart(',', ':', ' ').Trim());
        }

        var first = named.Split(' ', 2)[0].TrimEnd(',', ':');
        return new Mention(active.Where(member => Starts(member.Name, first)).ToList(), first, named[Math.Min(named.Length, first.Length)..].TrimStart(',', ':').Trim());
    }

    /// <summary>True when the text begins with the name, and the name ends there.</summary>
    private static bool Starts(string text, string name) => name.Length > 0
        && text.StartsWith(name, StringComparison.CurrentCultureIgnoreCase)
        && (text.Length == name.Length || !char.IsLetterOrDigit(text[name.Length]));
}

/// <param name="Found">Who could be meant; one when it is clear.</param>
/// <param name="Name">What was typed for it.</param>
/// <param name="Rest">What follows.</param>
public sealed record Mention(IReadOnlyList<Member> Found, string Name, string Rest);
