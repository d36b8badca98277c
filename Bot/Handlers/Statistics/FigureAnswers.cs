using AlignmentBot.Domain.Statistics;

namespace AlignmentBot.Bot.Handlers.Statistics;

/// <summary>The figures of one part of a pod.</summary>
/// <param name="Key">What the part is called in a filter; empty for leads that have none, such as those nobody works yet.</param>
/// <param name="Label">A person's name, or the campaign, source or tier as it was written; empty where the key is.</param>
public sealed record GroupFigures(string Key, string Label, PodFigures Figures);

/// <summary>The figures of one stretch of a trend.</summary>
public sealed record TrendPoint(Period Part, PodFigures Figures);
