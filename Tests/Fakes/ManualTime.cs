using NodaTime;

namespace AlignmentBot.Tests.Fakes;

/// <summary>Time that stands still until it is moved.</summary>
public sealed class ManualTime(Instant start) : TimeProvider
{
    private Instant now = start;

    public override DateTimeOffset GetUtcNow() => now.ToDateTimeOffset();

    public void Advance(Duration duration) => now += duration;
}
