using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards.Review;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Review;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using AlignmentBot.Storage;
using NodaTime;
using NodaTime.Text;
using Timer = AlignmentBot.Storage.Timer;

namespace AlignmentBot.Bot.Handlers.Review;

/// <summary>
/// Posts the packs when they are due. Each pod has one timer per kind; a pack, what is owed of it and the next timer are one commit, so that
/// a bot that was down posts the newest one late, once, and never one twice.
/// </summary>
public sealed class Packs(IStore store, Rosters rosters, PackReading reading, ChannelSet channels, BotClock clock)
{
    public const string Kind = "pack";
    public const string SweepKind = "pack-sweep";

    private static readonly PackKind[] Kinds = [PackKind.Weekly, PackKind.Monthly, PackKind.Quarterly];

    /// <summary>Sees to it that every pod has its timers, now and daily; those that are set stay as they are, overdue ones too.</summary>
    public async Task Schedule(CancellationToken ct)
    {
        foreach (var pod in await store.Pods(ct))
            await store.SetMissingTimers(Kinds.Select(kind => Next(kind, pod)).OfType<Timer>().ToValueList(), ct);
        await store.Commit(new Commit { Timers = [Sweep(clock.Now)] }, ct);
    }

    public async Task SweepPods(Timer timer, CancellationToken ct)
    {
        await Schedule(ct);
        await store.Commit(new Commit { FinishedTimer = timer.Key, Timers = [Sweep(clock.Now)] }, ct);
    }

    public async Task Post(Timer timer, CancellationToken ct)
    {
        var commit = new Commit { FinishedTimer = timer.Key };
        if (Read(timer.Subject) is var (kind, id) && await rosters.Find(id, ct) is { } here)
        {
            commit = commit with { Timers = Next(kind, here.Pod) is { } next ? [next] : [] };
            if (await Make(kind, here, ct) is { } made)
                commit = commit with { Review = new ReviewWrites { Pack = made.Pack }, Owed = Owed(here.Pod, made.Pack, made.NotBefore) };
        }

        await store.Commit(commit, ct);
    }

    /// <summary>The newest pack, unless it was posted, has nothing to say, or the next one comes before anybody works again.</summary>
    private async Task<(ReviewPack Pack, Instant NotBefore)?> Make(PackKind kind, PodRoster here, CancellationToken ct)
    {
        var (now, calendar) = (clock.Now, WorkCalendar.Of(here.Pod));
        if (PackSchedule.LastUntil(kind, now, calendar) is not { } due || await store.FindPack(here.Pod.Id, kind, due.Looks.From, ct) is not null)
            return null;
        // Who works later than nine reads it later: a channel is no alarm clock. At nine sharp it is said at once.
        var notBefore = due.At == now ? now : WorkingTime.NextStart(now, calendar) ?? now;
        if (PackSchedule.After(kind, now, calendar) is { } next && next.At <= notBefore)
            return null;
        var pack = await reading.Of(here, kind, due.Looks, ct);
        return pack.IsSilent ? null : (pack, notBefore);
    }

    private ValueList<Owed> Owed(Pod pod, ReviewPack pack, Instant notBefore)
    {
        var subject = Subjects.Pack(pod.Id, PackWords.Name(pack.Kind), LocalDatePattern.Iso.Format(pack.From));
        return ReviewEffects.Owe(channels, pod, subject, subject, notBefore);
    }

    private Timer? Next(PackKind kind, Pod pod) => PackSchedule.After(kind, clock.Now, WorkCalendar.Of(pod)) is { } next
        ? new Timer($"{Kind}/{PackWords.Name(kind)}/{pod.Id}", next.At, Kind, $"{PackWords.Name(kind)}/{pod.Id}")
        : null;

    private static (PackKind Kind, PodId Pod)? Read(string subject) =>
        subject.Split('/') is [var name, var pod] && PackWords.KindOf(name) is { } kind ? (kind, new PodId(pod)) : null;

    private static Timer Sweep(Instant now) => new(SweepKind, now + Duration.FromDays(1), SweepKind, string.Empty);
}
