using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Rendering;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Local;

/// <summary>Draws stored messages as one person sees them now.</summary>
public sealed class LocalReading(IStore store, SubjectCards cards, LeadViews views)
{
    /// <summary>How many messages of a conversation the page shows; the latest win.</summary>
    public const int Shown = 60;

    /// <param name="conversation">One that the visitor may read.</param>
    public async Task<IReadOnlyList<DrawnMessage>> Conversation(string conversation, LocalVisit visit, CancellationToken ct) =>
        await Draw(await store.LocalConversation(conversation, Shown, ct), visit, ct);

    /// <returns>Null when there is no such message for this visitor, or nothing to say in it any more.</returns>
    public async Task<DrawnMessage?> Message(string id, LocalVisit visit, CancellationToken ct)
    {
        var message = await store.FindLocal(id, ct);
        return message is { ThreadOf: null } && (message.Conversation == visit.Channel || message.Conversation == visit.Direct)
            ? (await Draw([message], visit, ct)).SingleOrDefault()
            : null;
    }

    /// <summary>The ids of the leads that a message of the bot shows.</summary>
    public async Task<ValueList<string>> LeadsOf(LocalMessage message, CancellationToken ct) => LocalSubject.Leads(await Shows(message, ct));

    private async Task<IReadOnlyList<DrawnMessage>> Draw(IReadOnlyList<LocalMessage> messages, LocalVisit visit, CancellationToken ct)
    {
        var threads = (await store.LocalThreads(messages.Select(message => message.Id).ToValueList(), ct)).ToLookup(reply => reply.ThreadOf, StringComparer.Ordinal);
        var roster = new Roster(await store.Members(visit.Pod.Id, ct));
        var drawn = new List<DrawnMessage>(messages.Count);
        foreach (var message in messages)
        {
            var shows = await Shows(message, ct);
            if (await CardOf(shows, visit, ct) is not { } card)
                continue;
            var replies = new List<DrawnReply>();
            foreach (var reply in threads[message.Id])
            {
                if (await Reply(reply, shows.Count > 1, visit, roster, ct) is { } said)
                    replies.Add(said);
            }

            drawn.Add(new DrawnMessage(message.Id, message.At, card.Summary, HtmlCardRenderer.Card(card, visit.Reader), await Leads(shows, visit, ct), replies)
            {
                Direct = message.Conversation == visit.Direct,
            });
        }

        return drawn;
    }

    /// <summary>What was settled wins; in the instant between posting and settling, what was meant.</summary>
    private async Task<ValueList<string>> Shows(LocalMessage message, CancellationToken ct) =>
        await store.SlotsOf(Door.Local, message.Conversation, message.Id, ct) is { Count: > 0 } slots
            ? slots.ToValueList()
            : LocalSubject.Read(message.Subject);

    private Task<Card?> CardOf(ValueList<string> shows, LocalVisit visit, CancellationToken ct) => shows.Count switch
    {
        0 => Task.FromResult<Card?>(null),
        1 => cards.Draw(shows[0], visit.Persona, false, ct),
        _ => cards.DrawDigest(shows, visit.Persona, ct),
    };

    private async Task<DrawnReply?> Reply(LocalMessage reply, bool inDigest, LocalVisit visit, Roster roster, CancellationToken ct)
    {
        if (reply.Author is { } author)
        {
            var name = roster.NameOf(author, visit.Reader);
            return new DrawnReply(reply.Id, reply.At, visit.Texts["page.reply.summary", name, reply.Text ?? string.Empty]) { Author = new(author, name), Words = reply.Text };
        }

        return reply.Subject is { } subject && await cards.Draw(subject, visit.Persona, inDigest, ct) is { } card
            ? new DrawnReply(reply.Id, reply.At, card.Summary) { Html = HtmlCardRenderer.Card(card, visit.Reader) }
            : null;
    }

    private async Task<IReadOnlyList<DrawnLead>> Leads(ValueList<string> shows, LocalVisit visit, CancellationToken ct)
    {
        var leads = LocalSubject.Leads(shows);
        if (leads.Count < 2)
            return leads.Select(id => new DrawnLead(id, id)).ToList();
        var named = new List<DrawnLead>(leads.Count);
        foreach (var id in leads)
        {
            if (await views.Find(new LeadId(id), ct) is { } view)
                named.Add(new DrawnLead(id, LeadWords.Title(view.Lead, visit.Texts)));
        }

        return named;
    }
}
