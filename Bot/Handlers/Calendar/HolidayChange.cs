using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Calendar;

/// <summary>A pod with other holidays, and what that changed. Clocks that run keep the due dates that were agreed when they started.</summary>
/// <param name="Added">How many days are holidays now that were none.</param>
/// <param name="Removed">How many are none any more.</param>
public sealed record HolidayChange(Pod Pod, int Added, int Removed)
{
    public static HolidayChange Add(Pod pod, IEnumerable<LocalDate> days) => To(pod, pod.Holidays.Concat(days));

    public static HolidayChange Remove(Pod pod, IReadOnlyCollection<LocalDate> days) => To(pod, pod.Holidays.Where(day => !days.Contains(day)));

    /// <summary>These days instead of all that were there from <paramref name="today"/> on; what is past stays, as it was counted so.</summary>
    public static HolidayChange Replace(Pod pod, IEnumerable<LocalDate> days, LocalDate today) => To(pod, pod.Holidays.Where(day => day < today).Concat(days));

    private static HolidayChange To(Pod pod, IEnumerable<LocalDate> days)
    {
        var next = days.Distinct().Order().ToValueList();
        return new HolidayChange(pod with { Holidays = next }, next.Except(pod.Holidays).Count(), pod.Holidays.Except(next).Count());
    }
}
