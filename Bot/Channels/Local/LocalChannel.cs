using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Local;

/// <summary>The channel that plays on a page of this machine. The store keeps its messages; open windows are told which of them changed.</summary>
public sealed class LocalChannel(IStore store, LocalFeed feed, BotClock clock) : IChannel
{
    public Door Door => Door.Local;

    /// <summary>Nothing limits this page; only a real burst shares messages, so that the page stays readable.</summary>
    public ChannelPace Pace { get; } = new(TimeSpan.Zero, DigestFrom: 12, DigestSize: 10);

    public string? ConversationOf(Pod pod) => LocalConversations.Of(pod.Id);

    public string? ConversationOf(Member member) => LocalConversations.Of(member.Id);

    public async Task<string> Post(Posting posting, CancellationToken ct)
    {
        var shows = LocalSubject.Write(posting.ThreadOf is null ? posting.Shows : [posting.Subject]);
        var message = new LocalMessage(
            NewIds.Message(), posting.Conversation, posting.ThreadOf, posting.Effect, Author: null, shows, Text: null, clock.Now);
        var id = await store.PostLocal(message, ct);
        Ring(posting, id);
        return id;
    }

    /// <summary>Nothing is stored: the page draws every message from the present state.</summary>
    public Task Update(string message, Posting posting, CancellationToken ct)
    {
        Ring(posting, message);
        return Task.CompletedTask;
    }

    public async Task<string?> Find(Posting posting, CancellationToken ct) =>
        (await store.FindLocalByEffect(posting.Effect, ct))?.Id;

    /// <summary>A reply changes the message under which it stands.</summary>
    private void Ring(Posting posting, string id) =>
        feed.Ring(posting.Conversation, posting.ThreadOf ?? id, posting.ThreadOf is null ? LocalSubject.Leads(posting.Shows) : []);
}
