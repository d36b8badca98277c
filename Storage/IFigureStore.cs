using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Statistics;
using AlignmentBot.Storage.Figures;

namespace AlignmentBot.Storage;

/// <summary>What is counted over leads. Every answer takes in all that was committed before the question.</summary>
public interface IFigureStore
{
    /// <summary>The days of the period on which leads were handed over, added up, in order. Days are those of the pod's zone.</summary>
    ValueTask<IReadOnlyList<DayDigest>> Digests(Pod pod, Period period, CancellationToken ct);

    /// <summary>Goes through each lead that was handed over in the period as the figures see it, oldest first, without keeping them: there may be many.</summary>
    /// <param name="fold">Reads the leads, once and before it returns.</param>
    ValueTask<T> FoldOutlines<T>(Pod pod, Period period, Func<IEnumerable<LeadOutline>, T> fold, CancellationToken ct);

    /// <summary>Counts ahead of any question what has changed since the last one, so that no question waits for it.</summary>
    /// <returns>How many leads had changed.</returns>
    ValueTask<int> RefreshFigures(CancellationToken ct);

    /// <summary>Counts every day of the pod again from the events alone, and compares.</summary>
    ValueTask<FigureCheck> VerifyFigures(Pod pod, CancellationToken ct);
}

/// <param name="Days">How many days were compared.</param>
/// <param name="Leads">How many leads were counted from their events.</param>
/// <param name="Different">Days whose digest says something else than the events.</param>
public sealed record FigureCheck(int Days, int Leads, IReadOnlyList<NodaTime.LocalDate> Different);
