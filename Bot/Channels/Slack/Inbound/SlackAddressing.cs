using AlignmentBot.Bot.Channels.Slack.Wire;

namespace AlignmentBot.Bot.Channels.Slack.Inbound;

/// <summary>
/// Writes every person and channel of a delivery as a <see cref="SlackAddress"/>, once, where it comes in: from here on nobody asks which
/// workspace something happened in. With one token in the configuration nothing changes.
/// </summary>
public sealed class SlackAddressing(SlackSettings settings)
{
    /// <summary>The installation by which the event was seen.</summary>
    public string? WorkspaceOf(SlackEventEnvelope envelope) => envelope.Authorizations is [var seen, ..]
        ? settings.WorkspaceOf(seen.TeamId, seen.EnterpriseId, seen.IsEnterpriseInstall)
        : settings.WorkspaceOf(envelope.TeamId, envelope.EnterpriseId, wholeOrganisation: false);

    public static SlackEvent Of(string? workspace, SlackEvent happened) => workspace is null ? happened : happened with
    {
        User = SlackAddress.Write(workspace, happened.User),
        Channel = SlackAddress.Write(workspace, happened.Channel),
    };

    public SlackPayload Of(SlackPayload payload)
    {
        if (settings.WorkspaceOf(payload.Team?.Id, payload.Enterprise?.Id, payload.IsEnterpriseInstall) is not { } workspace)
            return payload;
        return payload with
        {
            User = payload.User is { } user ? new SlackActor(SlackAddress.Write(workspace, user.Id)) : null,
            Channel = payload.Channel is { } channel ? new SlackPlaceId(SlackAddress.Write(workspace, channel.Id)) : null,
            Container = payload.Container is { } container ? container with { ChannelId = SlackAddress.Write(workspace, container.ChannelId) } : null,
        };
    }

    public SlackSlash Of(SlackSlash slash)
    {
        if (settings.WorkspaceOf(slash.TeamId, slash.EnterpriseId, slash.IsEnterpriseInstall == "true") is not { } workspace)
            return slash;
        return slash with { UserId = SlackAddress.Write(workspace, slash.UserId), ChannelId = SlackAddress.Write(workspace, slash.ChannelId) };
    }
}
