using System.Globalization;
using System.Text.Json;
using AlignmentBot.Bot.Channels.Slack.Wire;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot.Channels.Slack.Outbound;

/// <summary>A workspace as a channel: posts, updates, and finds again what was posted when the answer was lost.</summary>
public sealed partial class SlackChannel(SlackWebApi web, SlackPlaces places, SlackSettings settings, ILogger<SlackChannel> logger) : IChannel
{
    /// <summary>How many pages of a history are read at most.</summary>
    private const int SearchPages = 20;

    private readonly SlackAttempts attempts = new();

    public Door Door => Door.Slack;

    public ChannelPace Pace { get; } = new(settings.MessageGap, DigestFrom: 5, DigestSize: 10);

    public string? ConversationOf(Pod pod) => pod.SlackChannel;

    /// <summary>The user's id, under which Slack takes direct messages.</summary>
    public string? ConversationOf(Member member) => member.SlackUser;

    public async Task<string> Post(Posting posting, CancellationToken ct)
    {
        var (api, to) = At(posting.Conversation);
        var reader = await places.ReaderOfConversation(posting.Conversation, ct);
        var thread = posting.ThreadOf is { } parent ? SlackMessageId.Parse(parent) : (SlackMessageId?)null;
        ReadOnlyMemory<byte> Body(Card card) => SlackMessageJson.Post(thread?.Channel ?? to, thread?.Ts, posting.Effect, card, reader);
        var answer = await attempts.Watch(posting.Effect, () => api.PostMessage(Body(posting.Card), ct));
        if (IsForPicture(answer, posting.Card))
            answer = await attempts.Watch(posting.Effect, () => api.PostMessage(Body(WithoutPictures(posting.Card)), ct));
        var posted = Checked("chat.postMessage", answer);
        return posted is { Channel: { } channel, Ts: { } ts }
            ? new SlackMessageId(channel, ts).ToString()
            : throw new ChannelUnavailableException("chat.postMessage: the answer names no message");
    }

    public async Task Update(string message, Posting posting, CancellationToken ct)
    {
        var (api, _) = At(posting.Conversation);
        var reader = await places.ReaderOfConversation(posting.Conversation, ct);
        var id = SlackMessageId.Parse(message);
        var answer = await api.Update(SlackMessageJson.Update(id.Channel, id.Ts, posting.Card, reader), ct);
        if (IsForPicture(answer, posting.Card))
            answer = await api.Update(SlackMessageJson.Update(id.Channel, id.Ts, WithoutPictures(posting.Card), reader), ct);
        Checked("chat.update", answer);
    }

    public async Task<string?> Find(Posting posting, CancellationToken ct)
    {
        var (api, to) = At(posting.Conversation);
        if (attempts.SearchFrom(posting.Effect) is not { } from)
            return null;
        var thread = posting.ThreadOf is { } parent ? SlackMessageId.Parse(parent) : (SlackMessageId?)null;
        var channel = thread?.Channel ?? await Resolve(api, to, ct);
        var oldest = from.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        string? cursor = null;
        for (var page = 0; page < SearchPages; page++)
        {
            var found = thread is { } top
                ? Checked("conversations.replies", await api.Replies(channel, top.Ts, cursor, ct))
                : Checked("conversations.history", await api.History(channel, oldest, cursor, ct));
            if (found.Messages?.FirstOrDefault(message => Carries(message, posting.Effect)) is { Ts: { } ts })
            {
                attempts.Settle(posting.Effect);
                return new SlackMessageId(channel, ts).ToString();
            }

            cursor = found.ResponseMetadata?.NextCursor;
            if (string.IsNullOrEmpty(cursor))
                return null;
        }

        return null;
    }

    /// <summary>The Web API that reaches a conversation, and Slack's own name for it.</summary>
    private (SlackWebApi Api, string To) At(string conversation)
    {
        var address = SlackAddress.Parse(conversation);
        return (web.In(address.Workspace), address.Id);
    }

    /// <summary>A direct conversation is named by its user; its history has an id of its own.</summary>
    private async Task<string> Resolve(SlackWebApi api, string conversation, CancellationToken ct)
    {
        if (conversation[0] is not ('U' or 'W'))
            return conversation;
        return Checked("conversations.open", await api.OpenConversation(conversation, ct)).Channel?.Id
            ?? throw new ChannelUnavailableException("conversations.open: the answer names no conversation");
    }

    /// <summary>Slack refuses a whole message for one picture that it cannot fetch; the words are worth more than the picture.</summary>
    private static bool IsForPicture(SlackResponse answer, Card card) =>
        answer is { Ok: false, Error: "invalid_blocks" } && card.Blocks.Any(block => block is Block.Image { Address: not null });

    private static Card WithoutPictures(Card card) => card with { Blocks = card.Blocks.Where(block => block is not Block.Image).ToValueList() };

    private static bool Carries(SlackMessage message, string effect) =>
        message.Metadata is { EventType: SlackMessageJson.EffectType, EventPayload: { ValueKind: JsonValueKind.Object } payload }
        && payload.TryGetProperty(SlackMessageJson.EffectKey, out var key)
        && key.ValueEquals(effect);

    private T Checked<T>(string method, T answer)
        where T : SlackResponse
    {
        if (answer.Ok)
            return answer;
        if (SlackErrors.Remedy(answer) is { } remedy)
            Log.NeedsAdmin(logger, method, answer.Error, remedy);
        else if (answer.ResponseMetadata?.Messages is { Length: > 0 } details)
            Log.Details(logger, method, answer.Error, string.Join("; ", details));
        throw SlackErrors.Of(method, answer);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Slack turned {Method} down: {Error}. {Remedy}")]
        public static partial void NeedsAdmin(ILogger logger, string method, string? error, string remedy);

        [LoggerMessage(Level = LogLevel.Error, Message = "Slack turned {Method} down: {Error}. It says: {Details}")]
        public static partial void Details(ILogger logger, string method, string? error, string details);
    }
}
