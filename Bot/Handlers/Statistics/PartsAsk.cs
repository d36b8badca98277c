using AlignmentBot.Domain;
using AlignmentBot.Domain.Statistics;
using NodaTime;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Bot.Handlers.Statistics;

/// <summary>The same by campaign, source, rep and so on. Parts that have no leads are left out; those with the most leads come first.</summary>
internal sealed class PartsAsk(Dimension dimension, Period period, FigureFilter filter, Timings times) : FigureAsk<ValueList<GroupFigures>>(period)
{
    private readonly Dictionary<string, Tally> tallies = new(StringComparer.OrdinalIgnoreCase);
    private readonly KeyMemo<Tally> chosen = new();

    internal override Func<GroupKey, Tally?> On(LocalDate day) => key => chosen.Of(key, other => filter.Matches(other) ? TallyOf(other.Of(dimension)) : null);

    private protected override Task<ValueList<GroupFigures>> Work(FigureMoment moment, CancellationToken ct) => Task.FromResult(tallies
        .Select(group => new GroupFigures(
            group.Key, LabelOf(moment.Here, group.Key), moment.Of(group.Value, Period, filter.With(dimension, group.Key))))
        .OrderByDescending(group => group.Figures.HandedOver).ThenBy(group => group.Label, StringComparer.OrdinalIgnoreCase)
        .ToValueList());

    private Tally TallyOf(string part)
    {
        if (!tallies.TryGetValue(part, out var tally))
            tallies[part] = tally = new Tally(times);
        return tally;
    }

    private string LabelOf(PodRoster here, string key) => dimension switch
    {
        Dimension.Rep => here.Roster.Find(new MemberId(key))?.Name ?? key,
        Dimension.Marketer => here.Roster.FindByEmail(key)?.Name ?? key,
        Dimension.Campaign or Dimension.Source or Dimension.Tier or Dimension.AgreementVersion => key,
    };
}
