using AlignmentBot.Bot.Channels.Slack.Directory;
using AlignmentBot.Bot.Channels.Slack.Wire;

namespace AlignmentBot.Bot.Channels.Slack.Outbound;

/// <summary>The methods that tell about people, groups, channels and messages, and those that change a view that is open.</summary>
public sealed partial class SlackWebApi
{
    /// <summary>Somebody's profile. Source: docs.slack.dev/reference/methods/users.info</summary>
    public Task<SlackUserFound> UserInfo(string user, CancellationToken ct) =>
        Read("users.info", [new("user", user), new("include_locale", "true")], SlackDirectoryJson.Default.SlackUserFound, ct);

    /// <summary>All user groups; <c>plan_upgrade_required</c> on plans without them. Source: docs.slack.dev/reference/methods/usergroups.list</summary>
    public Task<SlackGroupsFound> UserGroups(CancellationToken ct) => Read("usergroups.list", [], SlackDirectoryJson.Default.SlackGroupsFound, ct);

    /// <summary>Who is in a user group. Source: docs.slack.dev/reference/methods/usergroups.users.list</summary>
    public Task<SlackGroupPeople> UserGroupPeople(string group, CancellationToken ct) =>
        Read("usergroups.users.list", [new("usergroup", group)], SlackDirectoryJson.Default.SlackGroupPeople, ct);

    /// <summary>A conversation, as far as the bot sees it. Source: docs.slack.dev/reference/methods/conversations.info</summary>
    public Task<SlackRoomFound> ConversationInfo(string channel, CancellationToken ct) =>
        Read("conversations.info", [new("channel", channel)], SlackDirectoryJson.Default.SlackRoomFound, ct);

    /// <summary>A message's address. Source: docs.slack.dev/reference/methods/chat.getPermalink</summary>
    public Task<SlackPermalink> Permalink(string channel, string ts, CancellationToken ct) =>
        Read("chat.getPermalink", [new("channel", channel), new("message_ts", ts)], SlackDirectoryJson.Default.SlackPermalink, ct);

    /// <summary>Puts another view in the place of one that is open. Source: docs.slack.dev/reference/methods/views.update</summary>
    public Task<SlackViewShown> UpdateView(ReadOnlyMemory<byte> view, CancellationToken ct) =>
        Write("views.update", view, SlackDirectoryJson.Default.SlackViewShown, ct);

    /// <summary>A person's Home tab, with the hash by which the next drawing says what it follows. Source: docs.slack.dev/reference/methods/views.publish</summary>
    public Task<SlackViewShown> PublishHome(ReadOnlyMemory<byte> view, CancellationToken ct) =>
        Write("views.publish", view, SlackDirectoryJson.Default.SlackViewShown, ct);

    /// <summary>Opens a modal and says which one it is. Source: docs.slack.dev/reference/methods/views.open</summary>
    public Task<SlackViewShown> OpenModal(ReadOnlyMemory<byte> view, CancellationToken ct) =>
        Write("views.open", view, SlackDirectoryJson.Default.SlackViewShown, ct);
}
