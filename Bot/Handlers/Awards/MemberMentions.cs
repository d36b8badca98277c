using System.Text.RegularExpressions;
using AlignmentBot.Bot.Channels;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot.Handlers.Awards;

/// <summary>Finds who is meant at the start of what somebody typed: a platform's mention, a whole name, or a first name that only one has.</summary>
public static partial class MemberMentions
{
    public static Mention Read(string typed, Roster roster, Visitor who)
    {
        var text = typed.Trim();
        if (Account().Match(text) is { Success: true } match)
        {
            var account = match.Groups["id"].Value;
            var slash = who.Account.IndexOf('/', StringComparison.Ordinal);
            var found = roster.FindByAccount(who.Door, account) ?? (slash > 0 ? roster.FindByAccount(who.Door, who.Account[..(slash + 1)] + account) : null);
            return new Mention(found is null ? [] : [found], match.Groups["name"].Value, text[match.Length..].Trim());
        }

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

    /// <summary>As Slack and Teams write a mention: <c>&lt;@U0123|rosa&gt;</c>, <c>&lt;at&gt;Rosa&lt;/at&gt;</c>.</summary>
    [GeneratedRegex(@"^<@(?<id>[A-Za-z0-9-]{2,64})(\|(?<name>[^>]*))?>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Account();
}

/// <param name="Found">Who could be meant; one when it is clear.</param>
/// <param name="Name">What was typed for it.</param>
/// <param name="Rest">What follows.</param>
public sealed record Mention(IReadOnlyList<Member> Found, string Name, string Rest);
