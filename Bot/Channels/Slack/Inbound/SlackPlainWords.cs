using System.Text.RegularExpressions;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Slack.Inbound;

/// <summary>What somebody wrote in Slack, as another platform can show it: names and addresses instead of Slack's own marks.
/// Source: docs.slack.dev/messaging/formatting-message-text, retrieving messages</summary>
public static partial class SlackPlainWords
{
    /// <param name="workspace">Where it was written, as a <see cref="SlackAddress"/> names it.</param>
    public static async Task<string?> Of(string? text, string? workspace, IStore store, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var names = text.Contains("<@", StringComparison.Ordinal) ? await Names(workspace, store, ct) : [];
        return Unescaped(Mark().Replace(text, mark => Shown(mark.Groups["what"].Value, mark.Groups["label"].Value, names))).Trim();
    }

    private static string Shown(string what, string label, Dictionary<string, string> names) => what[0] switch
    {
        '@' when label.Length > 0 => "@" + label,
        '@' => "@" + names.GetValueOrDefault(what[1..], "somebody"),
        '#' => "#" + (label.Length > 0 ? label : "a channel"),
        '!' => label.Length > 0 ? label : "@" + what[1..].Split('^')[0],
        _ when label.Length > 0 && !what.EndsWith(label, StringComparison.Ordinal) => $"{label} ({what})",
        _ => label.Length > 0 ? label : what,
    };

    private static async Task<Dictionary<string, string>> Names(string? workspace, IStore store, CancellationToken ct)
    {
        var prefix = SlackAddress.PrefixOf(workspace);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pod in await store.Pods(ct))
        {
            foreach (var member in await store.Members(pod.Id, ct))
            {
                if (member.SlackUser is { } user && user.StartsWith(prefix, StringComparison.Ordinal))
                    names[user[prefix.Length..]] = member.Name;
            }
        }

        return names;
    }

    private static string Unescaped(string text) =>
        text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex("<(?<what>[^<>|]+)(\\|(?<label>[^<>]*))?>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Mark();
}
