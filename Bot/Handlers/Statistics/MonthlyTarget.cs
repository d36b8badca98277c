using AlignmentBot.Domain;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Statistics;

/// <summary>How many leads marketing has committed to hand over to a pod in a month.</summary>
/// <param name="month">Any day of it.</param>
/// <param name="tier">One of <see cref="Domain.Statistics.Tiers"/>, or null for all leads together.</param>
/// <returns>Null where nothing was committed.</returns>
public delegate Task<int?> MonthlyTarget(PodId pod, LocalDate month, string? tier, CancellationToken ct);
