using AlignmentBot.Bot.Channels.Slack.Wire;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot.Channels.Slack.Doctor;

/// <summary>Whether the bot is in the channel of a pod.</summary>
public sealed class ChannelCheck(SlackProbe probe, SlackSettings settings)
{
    private const string Invite = "Open the channel in Slack and write /invite @AlignmentBot.";

    /// <param name="tokens">Working tokens, by how the addresses of their channels start.</param>
    /// <returns>Null when there is nothing to look at: the pod is elsewhere, or the only token is at fault itself.</returns>
    public async Task<Finding?> Look(Pod pod, IReadOnlyDictionary<string, string> tokens, CancellationToken ct)
    {
        var subject = $"Channel of pod {pod.Id}";
        if (pod.SlackChannel is not { } written)
            return pod.TeamsChannel is null ? new Finding(subject, "There is none, so nobody sees its leads.", $"Write /mql setup in its channel, or: {Bind(pod)}") : null;

        var address = SlackAddress.Parse(written);
        if (Misnamed(address) is { } misnamed)
            return new Finding(subject, misnamed, $"Write /mql setup in its channel, or: {Bind(pod)}");
        if (tokens.TryGetValue(SlackAddress.PrefixOf(address.Workspace), out var token))
            return Judge(subject, address.Id, await probe.Ask("conversations.info", token, [new("channel", address.Id)], SlackJson.Default.SlackConversation, ct));
        return address.Workspace is { } workspace ? new Finding(subject, $"It is in workspace {workspace}, which cannot be reached.", "Put the token of that workspace right first.") : null;
    }

    private string? Misnamed(SlackAddress address) => (settings.App, address.Workspace) switch
    {
        (null, { } workspace) => $"It names workspace {workspace}, but one token stands in the configuration.",
        (not null, null) => "It names no workspace, but several may install the app.",
        _ => null,
    };

    private string Bind(Pod pod) => $"pods add {pod.Id} --slack-channel {(settings.App is null ? "C0123ABCD" : "T0123ABCD/C0123ABCD")}";

    private static Finding Judge(string subject, string id, SlackReading<SlackConversation> read) => read switch
    {
        { Ok: true, Answer.Channel: { IsArchived: true } channel } => new Finding(
            subject, $"#{channel.Name} ({id}) is archived.", "Unarchive it in Slack (the channel's name, Settings, Unarchive channel), or write /mql setup in another one."),
        { Ok: true, Answer.Channel: { IsMember: true } channel } => Finding.Well(subject, $"The bot is in #{channel.Name} ({id})."),
        { Ok: true, Answer.Channel: var channel } => new Finding(subject, $"The bot is not in #{channel?.Name} ({id}), so it does not hear what is written below cards.", Invite),
        { Answer.Error: "channel_not_found" } => new Finding(
            subject, $"Slack does not know {id}, or it is a private channel without the bot.", Invite + " If that is the wrong channel: its id stands at the end of the channel's About tab."),
        { Answer.Error: "missing_scope" } => new Finding(
            subject, $"The token may not look at {id}: {read.Answer.Needed} is missing.", $"Add {read.Answer.Needed} on the app's page, OAuth & Permissions, Bot Token Scopes, and reinstall the app."),
        { Answer: null } => new Finding(subject, $"Slack did not answer for {id}: {read.Error}.", "Try again in a minute."),
        _ => new Finding(subject, $"Slack does not show {id}: {read.Error}.", Invite),
    };
}
