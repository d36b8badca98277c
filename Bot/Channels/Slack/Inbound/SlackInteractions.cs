using AlignmentBot.Bot.Channels.Slack.Answers;
using AlignmentBot.Bot.Channels.Slack.Outbound;
using AlignmentBot.Bot.Channels.Slack.Wire;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Bot.Channels.Slack.Inbound;

/// <summary>Buttons, modals and shortcuts.</summary>
public sealed partial class SlackInteractions(Routes routes, SlackAnswers answers, SlackSuggestions suggestions, SlackResponseUrls responses, ILogger<SlackInteractions> logger)
{
    public Task<SlackAck> Handle(SlackPayload payload, CancellationToken ct)
    {
        if (payload.User?.Id is not { Length: > 0 } user)
            return Nothing(payload);
        return payload.Type switch
        {
            "block_actions" when payload.Actions is [{ ActionId: { } id } action, ..] => Click(payload, action, id, user, ct),
            "view_submission" when payload.View is { Id: { } id } view => Submit(payload, view, id, user, ct),
            "shortcut" or "message_action" => Shortcut(payload, user, ct),
            "block_suggestion" => suggestions.Find(payload, Visitor(user), ct),
            _ => Nothing(payload),
        };
    }

    private async Task<SlackAck> Click(SlackPayload payload, SlackAction action, string id, string user, CancellationToken ct)
    {
        var origin = Origin(payload, user);
        var answer = await routes.Click(new Click(Visitor(user), DeliveryOf(payload, action, user), id, action.Value ?? string.Empty), ct);
        return await answers.ToClick(answer, origin, ct);
    }

    /// <summary>One modal is sent once with success: its id is the delivery's, so that a second try after a lost answer changes nothing.</summary>
    private async Task<SlackAck> Submit(SlackPayload payload, SlackView view, string id, string user, CancellationToken ct)
    {
        var given = (view.State?.Values ?? [])
            .Select(block => (Field: block.Key, Value: block.Value.Values.Select(input => input.GivenIn(SlackAddress.Parse(user).Workspace)).FirstOrDefault()))
            .Where(answer => !string.IsNullOrWhiteSpace(answer.Value))
            .ToDictionary(answer => answer.Field, answer => answer.Value!, StringComparer.Ordinal);
        var form = new Submission(Visitor(user), $"view:{id}", view.CallbackId ?? string.Empty, view.PrivateMetadata ?? string.Empty, given);
        return await answers.ToSubmission(await routes.Submit(form, ct), Origin(payload, user), view.State, ct);
    }

    /// <summary>A shortcut is a button that stands in Slack's own menus; its id goes through the same table.</summary>
    private async Task<SlackAck> Shortcut(SlackPayload payload, string user, CancellationToken ct)
    {
        var message = payload is { Channel.Id: { } channel, MessageTs: { } ts } ? new SlackMessageId(channel, ts).ToString() : string.Empty;
        var click = new Click(Visitor(user), $"shortcut:{payload.TriggerId}", payload.CallbackId ?? string.Empty, message);
        return await answers.ToClick(await routes.Click(click, ct), Origin(payload, user) with { Surface = SlackSurface.Home }, ct);
    }

    private Task<SlackAck> Nothing(SlackPayload payload)
    {
        Log.Unread(logger, payload.Type);
        return Task.FromResult(SlackAck.Empty);
    }

    private SlackOrigin Origin(SlackPayload payload, string user)
    {
        var container = payload.Container;
        var surface = container switch
        {
            { Type: "view" } when payload.View is { Type: "modal" } => SlackSurface.Modal,
            { Type: "view" } => SlackSurface.Home,
            { IsEphemeral: true } => SlackSurface.Ephemeral,
            { Type: "message" } => SlackSurface.Message,
            _ => SlackSurface.Typed,
        };
        return new SlackOrigin(
            surface,
            user,
            payload.Channel?.Id ?? container?.ChannelId,
            container?.MessageTs,
            container?.ThreadTs,
            payload.TriggerId,
            responses.Trusted(payload.ResponseUrl),
            Environment.TickCount64)
        {
            View = payload.View is { Type: "modal", Id: { } view } ? view : null,
        };
    }

    private static Visitor Visitor(string user) => new(Door.Slack, user);

    /// <summary>The same for the same press, also when Slack sends it again; another for every other press.</summary>
    private static string DeliveryOf(SlackPayload payload, SlackAction action, string user)
    {
        var container = payload.Container;
        var id = $"click:{action.ActionTs}:{user}:{container?.ChannelId ?? container?.ViewId}:{container?.MessageTs}:{action.ActionId}:{action.Value}";
        return id.Length <= LongestDelivery ? id : id[..LongestDelivery];
    }

    private const int LongestDelivery = 300;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "Slack sent an interaction of type {Type}, of which nothing is read.")]
        public static partial void Unread(ILogger logger, string? type);
    }
}
