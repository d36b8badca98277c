using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Setup;
using AlignmentBot.Domain;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Setup;

/// <summary>Draws what is told about a roster.</summary>
public sealed class RosterCards(IStore store, Rosters rosters)
{
    /// <summary>The word to a team lead that somebody has left, with what is still in their hands.</summary>
    public async Task<Card?> Left(MemberId left, MemberId lead, CancellationToken ct)
    {
        if (await store.FindMember(left, ct) is not { } gone || await rosters.Find(gone.Pod, ct) is not { } here || here.Roster.Find(lead) is not { } addressee)
            return null;
        var counts = await store.CountOpenLeads(gone.Pod, ct);
        var inWork = counts.Where(count => count.Owner == left).Sum(count => count.Count);
        return LeftCard.Draw(gone, here.Pod, inWork, Reader.Of(addressee, here.Pod));
    }
}
