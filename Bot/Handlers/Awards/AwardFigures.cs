using AlignmentBot.Bot.Handlers.Statistics;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Statistics;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Bot.Handlers.Awards;

/// <summary>How a month went for everybody of a side: the same figures as everywhere else, about the leads handed over in that month.</summary>
public sealed class AwardFigures(FigureDesk figures)
{
    public async Task<IReadOnlyDictionary<MemberId, NomineeFigures>> Of(Award award, PodMonth month, CancellationToken ct)
    {
        var period = Period.Month(month.Month.OnDayOfMonth(1));
        var roster = new Roster(month.Members);
        var (dimension, of) = award switch
        {
            Award.Seller => (Dimension.Rep, (Func<PodFigures, NomineeFigures>)Seller),
            Award.Marketer => (Dimension.Marketer, Marketer),
        };
        var groups = await figures.By(month.Pod.Id, dimension, period, FigureFilter.All, ct);
        return groups
            .Select(group => (Member: award == Award.Seller ? roster.Find(new MemberId(group.Key)) : roster.FindByEmail(group.Key), group.Figures))
            .Where(group => group.Member is not null)
            .ToDictionary(group => group.Member!.Id, group => of(group.Figures));
    }

    private static NomineeFigures Seller(PodFigures figures) => new(figures.Decided.Part, Of(figures.KeptBySales))
    {
        Decide = figures.DecisionWorking.Median,
        Contact = figures.ContactWorking.Median,
        Wins = figures.Won,
    };

    private static NomineeFigures Marketer(PodFigures figures) => new(figures.HandedOver, Of(figures.KeptByMarketing))
    {
        Accepted = Of(figures.Accepted),
        Complete = Of(figures.Complete),
        Answered = Of(figures.Rejections.AnsweredInTime),
        Wins = figures.Won,
    };

    private static Share Of(Rate rate) => new(rate.Part, rate.Of);
}
