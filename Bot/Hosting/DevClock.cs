using System.Text.Json.Serialization;
using AlignmentBot.Bot.Workers;
using AlignmentBot.Storage;
using NodaTime;
using NodaTime.Text;

namespace AlignmentBot.Bot.Hosting;

/// <summary>Moves the bot's clock, stopping at every due date on the way, so that what was due in between is done when the answer goes out.</summary>
public sealed class DevClock(MovableTime time, BotClock clock, IStore store, TimerWorker timers, OutboxWorker outbox) : IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1, 1);

    public async Task MoveTo(Instant target, CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            while (await NextDue(ct) is { } due && due <= target)
            {
                if (due > clock.Now)
                    time.Set(due);
                await Settle(ct);
            }

            time.Set(target);
            await Settle(ct);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task Settle(CancellationToken ct)
    {
        await timers.Drain(ct);
        await outbox.Drain(ct);
    }

    private async Task<Instant?> NextDue(CancellationToken ct)
    {
        var timer = await store.NextTimerDue(ct);
        var owed = await store.NextOwedAt(ct);
        return timer is null ? owed : owed is null ? timer : Instant.Min(timer.Value, owed.Value);
    }
}

/// <summary><c>GET /dev/clock</c> and <c>POST /dev/clock</c>: there only in Development and on loopback.</summary>
public static class DevClockEndpoints
{
    public static void MapDevClock(this WebApplication app)
    {
        var group = app.MapGroup("/dev/clock").ExcludeFromDescription();
        group.MapGet("", (BotClock clock) => new ClockReading(InstantPattern.ExtendedIso.Format(clock.Now)));
        group.MapPost("", Move);
    }

    private static async Task<IResult> Move(ClockMove move, BotClock clock, DevClock dev, CancellationToken ct)
    {
        if (Target(move, clock.Now) is not { } target)
        {
            return TypedResults.Problem(
                "Give either \"advance\" as an ISO 8601 duration such as \"PT1H\", or \"set\" as an instant such as \"2026-11-01T08:00:00Z\". The clock does not go back by advance.",
                statusCode: StatusCodes.Status400BadRequest);
        }

        await dev.MoveTo(target, ct);
        return TypedResults.Ok(new ClockReading(InstantPattern.ExtendedIso.Format(clock.Now)));
    }

    private static Instant? Target(ClockMove move, Instant now) => move switch
    {
        { Advance: { } advance, Set: null } => PeriodPattern.NormalizingIso.Parse(advance) is { Success: true, Value: { Months: 0, Years: 0 } period }
            && period.ToDuration() >= Duration.Zero ? now + period.ToDuration() : null,
        { Advance: null, Set: { } set } => InstantPattern.ExtendedIso.Parse(set) is { Success: true, Value: var instant } ? instant : null,
        _ => null,
    };
}

public sealed record ClockMove([property: JsonPropertyName("advance")] string? Advance, [property: JsonPropertyName("set")] string? Set);

public sealed record ClockReading([property: JsonPropertyName("now")] string Now);
