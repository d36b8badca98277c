using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using AlignmentBot.Storage;
using NodaTime;
using Timer = AlignmentBot.Storage.Timer;

namespace AlignmentBot.Bot.Handlers.Agreement;

/// <summary>
/// Says to people in private what waits for them: in their own hours, what has gathered as one message, and only what is still true.
/// Other parts hand theirs over by <see cref="With"/>.
/// </summary>
public sealed class Nudges(IStore store, Rosters rosters, ChannelSet channels, SubjectCards cards, BotClock clock)
{
    /// <summary>Looks at what waits for one person. Subject: the member's id.</summary>
    public const string Kind = "nudges";

    private static readonly Duration LookBack = Duration.FromDays(2);

    /// <summary>Somebody without any working time is looked at again after this.</summary>
    private static readonly Duration AskAgain = Duration.FromDays(1);

    /// <summary>The commit with nudges, and the timers that say them.</summary>
    public static Commit With(Commit commit, ValueList<Nudge> nudges, Instant now) => nudges.Count == 0 ? commit : commit with
    {
        Nudges = [.. commit.Nudges, .. nudges],
        Timers = [.. commit.Timers, .. nudges.Select(nudge => TimerOf(nudge, now)).Distinct()],
    };

    /// <summary>Has what waits for somebody looked at now: their hours or days off have changed.</summary>
    public static Timer Look(Member member, Instant now) => new($"nudges/{member.Id}", now, Kind, member.Id.Value);

    /// <summary>What is to be committed: what can be said now, or the timer set to when something can. Where another message says the same at the
    /// same moment, the commit is stale, and it is looked at again.</summary>
    public async Task<Commit> Say(Timer timer, CancellationToken ct)
    {
        var now = clock.Now;
        var id = new MemberId(timer.Subject);
        var done = new Commit { FinishedTimer = timer.Key };
        var waiting = await store.WaitingNudges(id, now, ct);
        if (waiting.Count == 0)
            return done;
        if (await store.FindMember(id, ct) is not { Active: true } member || await rosters.Find(member.Pod, ct) is not { } pod || channels.Of(member) is not { } place)
            return done with { NudgeBatch = Batch(id, now, [], waiting) };

        var calendar = WorkCalendar.Of(member, pod.Pod);
        var allowed = NudgeTimes.Next(calendar, await store.ToldSince(id, now - LookBack, ct), now) ?? now + AskAgain;
        return allowed > now ? done with { Timers = [timer with { Due = allowed }] } : await Told(done, member, place, waiting, now, ct);
    }

    private async Task<Commit> Told(Commit done, Member member, (Door Door, string Conversation) place, IReadOnlyList<Nudge> waiting, Instant now, CancellationToken ct)
    {
        var (said, dropped) = (new List<Nudge>(), new List<Nudge>());
        foreach (var nudge in waiting)
            (await cards.DrawNews(nudge.Subject, member, ct) is null ? dropped : said).Add(nudge);
        var batch = Batch(member.Id, now, said, dropped);
        if (said.Count == 0)
            return done with { NudgeBatch = batch };
        var subject = Subjects.Nudges(batch.Id);
        var owed = new Owed($"{place.Door.ToString().ToLowerInvariant()}:{subject}", place.Door, place.Conversation, subject, null, subject, now);
        return done with { NudgeBatch = batch, Owed = [owed] };
    }

    private static NudgeBatch Batch(MemberId to, Instant now, IEnumerable<Nudge> said, IEnumerable<Nudge> dropped) =>
        new(NewIds.Batch(), to, now, said.Select(nudge => nudge.Key).ToValueList(), dropped.Select(nudge => nudge.Key).ToValueList());

    /// <summary>What can be said now shares one timer per person; what comes later has one of its own, so that neither moves the other.</summary>
    private static Timer TimerOf(Nudge nudge, Instant now) => nudge.At <= now
        ? new Timer($"nudges/{nudge.To}", now, Kind, nudge.To.Value)
        : new Timer($"nudges/{nudge.To}/{nudge.At.ToUnixTimeTicks()}", nudge.At, Kind, nudge.To.Value);
}
