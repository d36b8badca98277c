using NodaTime;

namespace AlignmentBot.Domain.Time;

/// <summary>Days on which somebody does not work.</summary>
/// <param name="From">The first day, in the person's own zone.</param>
/// <param name="Until">The last day, included; null until further notice.</param>
/// <param name="Backup">Who takes over meanwhile, when somebody was named.</param>
public sealed record DaysOff(LocalDate From, LocalDate? Until, MemberId? Backup)
{
    public bool Covers(LocalDate day) => From <= day && !(Until < day);

    /// <summary>True when nothing of it is left on this day or later.</summary>
    public bool IsOver(LocalDate today) => Until < today;
}
