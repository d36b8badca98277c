using AlignmentBot.Cards;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Dashboard.Access;

/// <summary>Somebody who is signed in: as whom they look, and at which pod.</summary>
/// <param name="Elsewhere">Other pods at which the same person may look.</param>
public sealed record DashboardVisit(Pod Pod, Member Member, WebSession Session, IReadOnlyList<Pod> Elsewhere)
{
    public Reader Reader => Reader.Of(Member, Pod);

    public Texts Texts => Texts.For(Reader.Language);
}
