using AlignmentBot.Bot.Channels.Teams.Drawing;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Rendering;

namespace AlignmentBot.Bot.Channels.Teams.Outbound;

/// <summary>For whom a posting is drawn, and how it is drawn anew for each side.</summary>
public sealed class TeamsDrawings(TeamsPlaces places, TeamsRefreshes refreshes)
{
    public async Task<TeamsDrawn> Of(Posting posting, CancellationToken ct)
    {
        var reader = await places.ReaderOfConversation(posting.Conversation, ct);
        var refresh = posting.Shows.Count == 1 && posting.ThreadOf is null ? await refreshes.For(posting.Conversation, posting.Subject, ct) : null;
        return new TeamsDrawn(posting.Card, reader, refresh);
    }
}

/// <param name="Refresh">How those who need a view of their own get it; null where everybody sees the same.</param>
public sealed record TeamsDrawn(Card Card, Reader Reader, CardRefresh? Refresh);
