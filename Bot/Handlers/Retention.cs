using AlignmentBot.Bot.Hosting;
using AlignmentBot.Storage;
using NodaTime;
using Timer = AlignmentBot.Storage.Timer;

namespace AlignmentBot.Bot.Handlers;

/// <summary>Forgets deliveries and settled effects once nobody can send them again.</summary>
public sealed class Retention(IStore store, BotClock clock)
{
    public const string Kind = "retention";

    private static readonly Duration Kept = Duration.FromDays(14);

    /// <summary>Sets the daily timer; one that is set already is moved to the start.</summary>
    public async Task Schedule(CancellationToken ct) =>
        await store.Commit(new Commit { Timers = [Next(clock.Now + Duration.FromMinutes(5))] }, ct);

    public async Task Prune(Timer timer, CancellationToken ct)
    {
        var now = clock.Now;
        await store.Prune(now - Kept, ct);
        await store.Commit(new Commit { FinishedTimer = timer.Key, Timers = [Next(now + Duration.FromDays(1))] }, ct);
    }

    private static Timer Next(Instant due) => new(Kind, due, Kind, string.Empty);
}
