using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace AlignmentBot.Domain.Awards;

/// <summary>One pod's round of one month, such as <c>emea.2026-11</c>. The same pod and month always give the same id, so no month has two.</summary>
public readonly record struct RoundId(string Value)
{
    private static readonly YearMonthPattern Month = YearMonthPattern.Iso;

    public static RoundId Of(PodId pod, YearMonth month) => new(string.Create(CultureInfo.InvariantCulture, $"{pod.Value}.{Month.Format(month)}"));

    /// <summary>The pod and the month, or null when it is no such id.</summary>
    public (PodId Pod, YearMonth Month)? Parts
    {
        get
        {
            var dot = (Value ?? string.Empty).LastIndexOf('.');
            return dot > 0 && Month.Parse(Value![(dot + 1)..]) is { Success: true, Value: var month } ? (new PodId(Value[..dot]), month) : null;
        }
    }

    public override string ToString() => Value;
}
