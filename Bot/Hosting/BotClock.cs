using NodaTime;

namespace AlignmentBot.Bot.Hosting;

/// <summary>The moment, read once per request or turn of a worker and handed down from there.</summary>
public sealed class BotClock(TimeProvider time)
{
    public Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());
}
