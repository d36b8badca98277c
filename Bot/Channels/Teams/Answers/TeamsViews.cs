using AlignmentBot.Bot.Channels.Teams.Drawing;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Rendering;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Teams.Answers;

/// <summary>Draws what a message shows for the one who acted on it.</summary>
public sealed class TeamsViews(IStore store, SubjectCards cards, LeadViews leads, TeamsPlaces places, TeamsRefreshes refreshes)
{
    /// <param name="subject">What is meant where the message is none that was owed, such as a list or a card that somebody pasted.</param>
    /// <returns>Null when there is nothing to show, or nothing that is for this person.</returns>
    public async Task<TeamsView?> Draw(string subject, TeamsOrigin origin, CancellationToken ct)
    {
        var shown = await Shown(origin, ct);
        return shown.Count == 0 ? await DrawPasted(subject, origin, ct) : await DrawOwed(shown, origin, ct);
    }

    /// <summary>By what a card that takes the place of the pressed one is drawn back; null where nobody is asked for it.</summary>
    public async Task<CardRefresh?> Back(TeamsOrigin origin, CancellationToken ct) =>
        origin.Kind != TeamsPlaceKind.Personal && await Shown(origin, ct) is { Count: > 0 } shown ? await refreshes.For(origin.Place, shown[0], ct) : null;

    private async Task<IReadOnlyList<string>> Shown(TeamsOrigin origin, CancellationToken ct) =>
        origin.Pressed is { } message ? await store.SlotsOf(Door.Teams, origin.Owed, message.ToString(), ct) : [];

    private async Task<TeamsView?> DrawOwed(IReadOnlyList<string> shown, TeamsOrigin origin, CancellationToken ct)
    {
        var reader = await ReaderOf(shown[0], origin, ct);
        var card = shown.Count > 1 ? await cards.DrawDigest(shown, reader.Member, ct) : await cards.Draw(shown[0], reader.Member, inDigest: false, ct);
        return card is null ? null : new TeamsView(card, reader, await refreshes.For(origin.Place, shown[0], ct));
    }

    /// <summary>Somebody in several pods is one person in each: the lead's pod says who they are here.</summary>
    private async Task<Reader> ReaderOf(string subject, TeamsOrigin origin, CancellationToken ct) =>
        (Subjects.AsLead(subject) ?? Subjects.AsLine(subject)?.Lead ?? Subjects.AsNotice(subject)?.Lead) is { } lead && await leads.Find(lead, ct) is { } view
            ? LeadAnswers.ReaderOf(view, origin.Visitor)
            : await places.ReaderFor(origin.Place, origin.Account, ct);

    /// <summary>A lead outside of its pod's channel is shown to the pod's people only, whoever put it there.</summary>
    private async Task<TeamsView?> DrawPasted(string subject, TeamsOrigin origin, CancellationToken ct)
    {
        if (Subjects.AsLead(subject) is not { } lead || await leads.Find(lead, ct) is not { } view)
            return null;
        var reader = LeadAnswers.ReaderOf(view, origin.Visitor);
        return reader.Member is not null && await cards.Draw(subject, reader.Member, inDigest: false, ct) is { } card
            ? new TeamsView(card, reader, await refreshes.Of(view.Pod.Id, subject, ct))
            : null;
    }
}

/// <summary>A card as one reader sees it.</summary>
public sealed record TeamsView(Card Card, Reader Reader, CardRefresh? Refresh)
{
    public ReadOnlyMemory<byte> Content => TeamsCards.Content(Card, Reader, Refresh);
}
