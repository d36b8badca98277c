using AlignmentBot.Bot.Configuration;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using NodaTime;
using Timer = AlignmentBot.Storage.Timer;

namespace AlignmentBot.Bot.Handlers.Awards;

/// <summary>Sees to it that every pod has a date for its next round, and that the date follows the pod's calendar.</summary>
public sealed class AwardPlanning(IStore store, AwardSettings settings, BotClock clock)
{
    /// <summary>At the start, and from then on once a day: pods come and calendars change.</summary>
    public async Task Schedule(CancellationToken ct) =>
        await store.Commit(new Commit { Timers = [AwardTimers.Planning(clock.Now)] }, ct);

    public async Task Plan(Timer timer, CancellationToken ct)
    {
        var now = clock.Now;
        var dates = new List<Timer> { AwardTimers.Planning(now + Duration.FromDays(1)) };
        foreach (var pod in settings.Enabled ? await store.Pods(ct) : [])
        {
            if (await Date(pod, now, ct) is { } date)
                dates.Add(date);
        }

        await store.Commit(new Commit { FinishedTimer = timer.Key, Timers = [.. dates] }, ct);
    }

    /// <summary>The date after the round of <paramref name="opened"/>.</summary>
    public Timer After(Pod pod, YearMonth opened)
    {
        var next = opened.PlusMonths(1);
        return AwardTimers.Opening(pod.Id, RoundId.Of(pod.Id, next), RoundCalendar.Of(pod, settings.Policy).OpensAt(next));
    }

    /// <summary>The date to set, or null when the one that is set is right. One that has passed is left: its round opens late.</summary>
    private async Task<Timer?> Date(Pod pod, Instant now, CancellationToken ct)
    {
        var calendar = RoundCalendar.Of(pod, settings.Policy);
        var month = calendar.NextMonth(now);
        if (await store.FindTimer(AwardTimers.Opening(pod.Id, default, now).Key, ct) is not { } known)
            return AwardTimers.Opening(pod.Id, RoundId.Of(pod.Id, month), calendar.OpensAt(month));
        if (known.Due <= now || new RoundId(known.Subject).Parts is not { } parts || calendar.OpensAt(parts.Month) == known.Due)
            return null;
        return AwardTimers.Opening(pod.Id, new RoundId(known.Subject), Instant.Max(now, calendar.OpensAt(parts.Month)));
    }
}
