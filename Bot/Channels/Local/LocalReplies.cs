using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Local;

/// <summary>What people write under a card. The words are kept in the transaction that puts them into the lead's history.</summary>
public sealed class LocalReplies(IStore store, LeadReplies replies, LocalFeed feed, LocalReading reading, BotClock clock)
{
    public async Task<Answer> Keep(LocalVisit visit, LocalRequest.Reply reply, CancellationToken ct)
    {
        var text = reply.Text.Trim();
        if (text.Length == 0)
            return Say(visit, "page.reply.empty");
        if (text.Length > LocalRequest.TextLimit)
            return Say(visit, "page.reply.too_long", text.Length, LocalRequest.TextLimit);

        var parent = await store.FindLocal(reply.Message, ct);
        if (parent is null || parent.Conversation != visit.Channel || !(await reading.LeadsOf(parent, ct)).Contains(reply.Lead, StringComparer.Ordinal))
            return Say(visit, "page.reply.gone");

        var words = new LocalMessage(NewIds.Message(), visit.Channel, parent.Id, Effect: null, visit.Persona.Id, Subject: null, text, clock.Now);
        var answer = await replies.Keep(new Reply(visit.Who, reply.Delivery, new LeadId(reply.Lead), words.Id), words, ct);
        feed.Ring(visit.Channel, parent.Id, []);
        return answer;
    }

    private static Answer.Say Say(LocalVisit visit, string key, params object[] values) => new(visit.Texts[key, values], Tone.Warning);
}
