using AlignmentBot.Bot.Channels;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Leads;

/// <summary>What people write in a lead's thread: part of its history by reference, and an answer when marketing replies to a rejection.</summary>
public sealed class LeadReplies(LeadDesk desk)
{
    /// <param name="words">The words, on the local page only.</param>
    public async Task<Answer> Keep(Reply reply, LocalMessage? words, CancellationToken ct)
    {
        var request = new LeadRequest(reply.Who.Door, new Caller.Person(reply.Who), new LeadCommand.Comment(reply.Reference), reply.Delivery, LeadAnswers.Kept)
        {
            Words = words,
            Said = reply.Words ?? words?.Text,
        };
        return LeadAnswers.Of(await desk.Decide(reply.Lead, request, ct), reply.Who);
    }
}
