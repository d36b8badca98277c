using AlignmentBot.Bot.Dashboard.Access;
using AlignmentBot.Bot.Handlers.Statistics;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Statistics;
using NodaTime;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Bot.Dashboard.Figures;

/// <summary>Everything that one view of the dashboard shows, read at one moment.</summary>
/// <param name="Before">The same figures of the period before, which is as long.</param>
/// <param name="Months">This month and the five before it.</param>
/// <param name="Export">Where the leads behind it can be fetched as a file for some minutes: all of them by team leads, their own by others.</param>
/// <param name="Reps">Every rep beside the others; null for who may not see that.</param>
public sealed record DashboardFigures(
    DashboardVisit Visit,
    DashboardQuery Query,
    Roster Roster,
    Instant Now,
    PodFigures Figures,
    PodFigures Before,
    ValueList<TrendPoint> Months,
    ValueList<GroupFigures> Campaigns,
    ValueList<GroupFigures> Sources,
    ValueList<GroupFigures>? Reps,
    BurnUp? Commitment,
    FilterChoices Choices,
    string Export);

/// <summary>The month's leads day by day against what was promised.</summary>
/// <param name="ByDay">Leads handed over up to and with each day; only days that have begun.</param>
/// <param name="Even">What an even pace over the working days would have reached, for every day.</param>
public sealed record BurnUp(Period Month, CommitmentPace Pace, ValueList<int> ByDay, ValueList<double> Even);

/// <summary>What can be chosen in the filter, each with what stands in the address.</summary>
public sealed record FilterChoices(ValueList<Choice> Campaigns, ValueList<Choice> Sources, ValueList<Choice> Agreements, ValueList<Choice> Reps, ValueList<Choice> Marketers);

public sealed record Choice(string Value, string Label);
