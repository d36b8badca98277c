using System.Text.RegularExpressions;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot.Handlers;

/// <summary>Somebody who was mentioned, as they stand in the words of a command: <c>&lt;@ACCOUNT|name&gt;</c>. Slack writes it so itself; the door
/// of Teams writes it. Whom it means is told by the account alone, since two people can have one name.</summary>
/// <param name="Account">A Slack user id without its workspace, or a Teams directory object id.</param>
/// <param name="Name">What they were called, or nothing.</param>
/// <param name="Length">How much of the text it takes.</param>
public sealed partial record PersonMark(string Account, string Name, int Length)
{
    /// <summary>The mark at the start of the text, or null.</summary>
    public static PersonMark? Read(string text) => Mark().Match(text) is { Success: true } found
        ? new PersonMark(found.Groups["id"].Value, found.Groups["name"].Value, found.Length)
        : null;

    /// <summary>The mark for an account.</summary>
    public static string Write(string account, string name) => $"<@{account}|{name.Replace('>', ' ')}>";

    /// <summary>The member whose account it is, also one who has left; null when nobody on the roster has it.</summary>
    public Member? In(Roster roster) => roster.Members.FirstOrDefault(member =>
        member.TeamsUser == Account || member.SlackUser == Account || member.SlackUser?.EndsWith("/" + Account, StringComparison.Ordinal) == true);

    [GeneratedRegex(@"^\s*<@(?<id>[^<>|\s]{2,100})(\|(?<name>[^>]*))?>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();
}
