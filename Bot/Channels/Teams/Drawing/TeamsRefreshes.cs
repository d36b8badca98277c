using AlignmentBot.Bot.Handlers;
using AlignmentBot.Cards.Rendering;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Teams.Drawing;

/// <summary>
/// Who is shown a view of their own of a card in a pod's channel. Teams asks for at most 60 people; in a larger pod it asks for nobody, so that
/// all see one and the same card, and everybody finds "Refresh card" in its menu. The rules hold either way.
/// </summary>
public sealed class TeamsRefreshes(IStore store, Rosters rosters, TeamsReferences references)
{
    /// <param name="conversation">Where the card stands.</param>
    /// <param name="subject">What it was drawn from.</param>
    /// <returns>Null where the card is for one person anyway.</returns>
    public async Task<CardRefresh?> For(string conversation, string subject, CancellationToken ct)
    {
        var place = TeamsMessageId.PlaceOf(conversation);
        var pod = (await store.Pods(ct)).FirstOrDefault(known => known.TeamsChannel == place);
        return pod is null ? null : await Of(pod.Id, subject, ct);
    }

    /// <summary>The same for a card that somebody pastes where they like.</summary>
    public async Task<CardRefresh> Of(PodId pod, string subject, CancellationToken ct)
    {
        var members = (await rosters.Find(pod, ct))?.Roster.Members.Where(member => member is { Active: true, TeamsUser: not null }).ToList() ?? [];
        return new CardRefresh(subject, members.Count > CardRefresh.MostUsers ? [] : await UserIds(members, ct));
    }

    private async Task<ValueList<string>> UserIds(IReadOnlyCollection<Member> members, CancellationToken ct) =>
        (await references.People([.. members.Select(member => member.TeamsUser!)], ct)).Select(person => person.UserId).ToValueList();
}
