using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Teams.Outbound;

/// <summary>Sends what is owed, and takes care that a message whose answer was lost is not repeated without end.</summary>
public sealed class TeamsSending(ConnectorRest rest, TeamsConnector connector, TeamsReferences references, TeamsSettings settings)
{
    private readonly TeamsAttempts attempts = new();

    /// <inheritdoc cref="TeamsAttempts.ClaimedBefore"/>
    public void ClaimedBefore(string effect) => attempts.ClaimedBefore(effect);

    /// <summary>Starts a thread in a channel.</summary>
    public async Task<TeamsMessageId> Start(TeamsTarget channel, string effect, TeamsDrawn drawn, CancellationToken ct)
    {
        var body = TeamsMessageJson.Thread(channel, drawn.Card, drawn.Reader, drawn.Refresh);
        var created = Watched(effect, await rest.Create(channel, body, ct));
        return new TeamsMessageId(channel.Conversation, created.ActivityId ?? throw Nameless());
    }

    /// <summary>Posts into a thread, or into a chat.</summary>
    public async Task<TeamsMessageId> Reply(TeamsTarget place, string conversation, string effect, TeamsDrawn drawn, CancellationToken ct)
    {
        var body = TeamsMessageJson.Card(drawn.Card, drawn.Reader, drawn.Refresh);
        var posted = Watched(effect, await rest.Post(place with { Conversation = conversation }, body, ct));
        return new TeamsMessageId(conversation, posted.Id ?? throw Nameless());
    }

    /// <summary>Posts into the chat with one person, which is started when there is none yet.</summary>
    public async Task<TeamsMessageId> Tell(TeamsPerson person, string effect, TeamsDrawn drawn, CancellationToken ct)
    {
        var chat = person.Chat ?? await StartChat(person, ct);
        return await Reply(new TeamsTarget(person.ServiceUrl, person.Tenant, chat), chat, effect, drawn, ct);
    }

    public async Task Redraw(TeamsTarget place, TeamsMessageId message, TeamsDrawn drawn, CancellationToken ct)
    {
        var body = TeamsMessageJson.Card(drawn.Card, drawn.Reader, drawn.Refresh);
        await connector.Update(place with { Conversation = message.Conversation }, message.Activity, body, ct);
    }

    /// <summary>Asked twice it gives the same chat, so this may be repeated freely.</summary>
    private async Task<string> StartChat(TeamsPerson person, CancellationToken ct)
    {
        var body = TeamsMessageJson.Chat(settings.AppId, person.UserId, person.Tenant);
        var created = connector.Checked("start chat", await rest.Create(new TeamsTarget(person.ServiceUrl, person.Tenant, person.Account), body, ct));
        var chat = created.Id ?? throw new ChannelUnavailableException("start chat: the answer names no chat");
        await references.Keep(person with { Chat = chat }, ct);
        return chat;
    }

    private T Watched<T>(string effect, ConnectorAnswer<T> answer)
        where T : class
    {
        if (answer.Error is not { } error)
        {
            attempts.Settle(effect);
            return answer.Value ?? throw Nameless();
        }

        connector.Note("post", error);
        throw attempts.Failed(effect, error);
    }

    private static ChannelUnavailableException Nameless() => new("post: the answer names no message");
}
