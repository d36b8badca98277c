using System.Collections.Frozen;
using System.Text.Json;
using AlignmentBot.Bot.Channels.Slack.Answers;
using AlignmentBot.Bot.Channels.Slack.Wire;

namespace AlignmentBot.Bot.Channels.Slack.Inbound;

/// <summary>What happens in the workspace: words to the bot, replies below leads, the Home tab, the end of the installation.</summary>
public sealed partial class SlackEvents(
    SlackCommands commands, SlackReplies replies, SlackEventAnswers answers, ILogger<SlackEvents> logger)
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.Ordinal, "app_mention", "message", "app_home_opened", "app_uninstalled", "tokens_revoked", "member_joined_channel");

    /// <param name="workspace">The installation by which it was seen, as a <see cref="SlackAddress"/> names it.</param>
    public async Task Handle(SlackEventEnvelope envelope, string? workspace, CancellationToken ct)
    {
        if (envelope is { Type: "app_rate_limited" })
            Log.RateLimited(logger);
        if (envelope.Type == "event_callback" && ClosedAccount(envelope.Event) is { } closed)
            answers.Left(new SlackAddress(workspace, closed).ToString());
        if (envelope is not { Type: "event_callback", EventId: { Length: > 0 } id } || Read(envelope.Event) is not { } happened)
            return;
        if (happened is { Type: "app_uninstalled" } or { Type: "tokens_revoked", Tokens.Bot.Length: > 0 })
            await answers.End(workspace, happened, envelope.EventTime, ct);
        else
            await Handle(SlackAddressing.Of(workspace, happened), id, ct);
    }

    private async Task Handle(SlackEvent happened, string id, CancellationToken ct)
    {
        switch (happened)
        {
            case { Type: "app_mention", User: not null, BotId: null } when answers.IsNew(id):
                await commands.Words(happened, id, WithoutMention(happened.Text), ct);
                break;
            case { Type: "message", ChannelType: "im", Subtype: null, User: not null, BotId: null } when answers.IsNew(id):
                await commands.Words(happened, id, WithoutMention(happened.Text), ct);
                break;
            case { Type: "message", ChannelType: not "im", ThreadTs: not null, User: not null, BotId: null } when SaidByPerson(happened):
                await replies.Keep(happened, id, ct);
                break;
            case { Type: "app_home_opened", Tab: "home", User: { } user }:
                answers.DrawHome(user, happened.View?.Hash);
                break;
            case { Type: "member_joined_channel", User: { } joined, Channel: { } channel }:
                Log.Joined(logger, joined, channel);
                await answers.ChannelIsSeen(channel, ct);
                break;
            default:
                Log.Unread(logger, happened.Type, happened.Subtype);
                break;
        }
    }

    /// <summary>Of <c>user_change</c>, which carries a whole profile, only that an account was closed. Source: docs.slack.dev/reference/events/user_change</summary>
    private static string? ClosedAccount(JsonElement happened) =>
        happened.ValueKind == JsonValueKind.Object
        && happened.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("user_change")
        && happened.TryGetProperty("user", out var user) && user.ValueKind == JsonValueKind.Object
        && user.TryGetProperty("deleted", out var deleted) && deleted.ValueKind == JsonValueKind.True
        && user.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;

    /// <returns>Null for an event that we do not know: it is heard, or Slack would send it again and in the end stop sending at all.</returns>
    private SlackEvent? Read(JsonElement happened)
    {
        var type = happened.ValueKind == JsonValueKind.Object && happened.TryGetProperty("type", out var name) && name.ValueKind == JsonValueKind.String
            ? name.GetString()
            : null;
        if (type is not null && Known.Contains(type))
            return happened.Deserialize(SlackJson.Default.SlackEvent);
        Log.Unread(logger, type, null);
        return null;
    }

    private static bool SaidByPerson(SlackEvent said) =>
        said is { Channel: not null, Ts: not null } && said.Ts != said.ThreadTs && said.Subtype is null or "file_share" or "thread_broadcast" or "me_message";

    /// <summary>The text behind the first mention: "&lt;@U0BOT&gt; leads" asks for leads.</summary>
    private static string WithoutMention(string? text)
    {
        var trimmed = (text ?? string.Empty).Trim();
        return trimmed.StartsWith("<@", StringComparison.Ordinal) && trimmed.IndexOf('>', StringComparison.Ordinal) is var end and > 0
            ? trimmed[(end + 1)..].Trim()
            : trimmed;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{User} joined {Channel}.")]
        public static partial void Joined(ILogger logger, string user, string channel);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Slack holds events back: more than 30,000 came within an hour.")]
        public static partial void RateLimited(ILogger logger);

        [LoggerMessage(Level = LogLevel.Debug, Message = "Slack sent an event of type {Type} ({Subtype}), of which nothing is read.")]
        public static partial void Unread(ILogger logger, string? type, string? subtype);
    }
}
