namespace AlignmentBot.Bot.Channels.Slack;

/// <summary>
/// A channel or a person of Slack, as pods, members and conversations name it: <c>C0123</c> where one app token stands in the configuration,
/// <c>T0123/C0123</c> where several workspaces install the app. Made where a delivery comes in, taken apart where a call goes out.
/// </summary>
/// <param name="Workspace">The installation that reaches it, or null for the one in the configuration.</param>
/// <param name="Id">Slack's own id.</param>
public readonly record struct SlackAddress(string? Workspace, string Id)
{
    private const char Between = '/';

    /// <summary>How the names of a workspace's conversations start.</summary>
    public static string PrefixOf(string? workspace) => workspace is null ? string.Empty : workspace + Between;

    public static SlackAddress Parse(string written) => written.IndexOf(Between, StringComparison.Ordinal) is var cut and > 0
        ? new SlackAddress(written[..cut], written[(cut + 1)..])
        : new SlackAddress(null, written);

    /// <summary>The written form, or null when Slack named nothing.</summary>
    public static string? Write(string? workspace, string? id) => id is null ? null : new SlackAddress(workspace, id).ToString();

    public override string ToString() => PrefixOf(Workspace) + Id;
}
