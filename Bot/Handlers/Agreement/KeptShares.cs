using AlignmentBot.Bot.Handlers.Statistics;
using AlignmentBot.Cards.Agreement;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Statistics;

namespace AlignmentBot.Bot.Handlers.Agreement;

/// <summary>How both sides kept their promises about the leads of this month: the same figures that the dashboard shows.</summary>
public sealed class KeptShares(FigureDesk figures)
{
    public async Task<ValueList<KeptShare>> ThisMonth(PodRoster pod, CancellationToken ct)
    {
        var month = await figures.Of(pod.Pod.Id, Period.ThisMonth(await figures.Today(pod.Pod.Id, ct)), FigureFilter.All, ct);
        return [new KeptShare(Side.Sales, month.KeptBySales), new KeptShare(Side.Marketing, month.KeptByMarketing)];
    }
}
