using System.Globalization;
using AlignmentBot.Bot.Handlers.Agreement;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards.Awards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using NodaTime;
using Timer = AlignmentBot.Storage.Timer;

namespace AlignmentBot.Bot.Handlers.Awards;

/// <summary>What happens to the awards when time passes.</summary>
public sealed class AwardTimerHandlers(RoundDesk desk, RoundReminders reminders, RoundOpening opening, AwardPlanning planning, RoundKeyEnd keyEnd)
{
    public Task Handle(Timer timer, CancellationToken ct) => timer.Kind switch
    {
        AwardTimers.Plan => planning.Plan(timer, ct),
        AwardTimers.Open => opening.Open(timer, ct),
        AwardTimers.Remind => reminders.Remind(timer, ct),
        AwardTimers.Private => reminders.Release(timer, ct),
        AwardTimers.Close => desk.Decide(new RoundId(timer.Subject), RoundRequest.Of(timer, new RoundCommand.Close(Nothing)), ct),
        AwardTimers.Announce => desk.Decide(new RoundId(timer.Subject), RoundRequest.Of(timer, new RoundCommand.Announce()), ct),
        AwardTimers.Destroy => keyEnd.Destroy(timer, ct),
        _ => throw new NotSupportedException($"No award has timers of kind {timer.Kind}."),
    };

    /// <summary>The desk takes the votes out of their box itself.</summary>
    private static readonly Dictionary<Award, IReadOnlyCollection<MemberId?>> Nothing = [];
}

/// <summary>Ends the key of a sealed round, and takes the hidden votes out of the store's files.</summary>
public sealed class RoundKeyEnd(RoundKeys keys, IStore store, BotClock clock)
{
    private static readonly Duration Again = Duration.FromMinutes(1);

    public async Task Destroy(Timer timer, CancellationToken ct)
    {
        var round = new RoundId(timer.Subject);
        keys.Destroy(round);
        var next = await store.Scrub(ct) ? ValueList<Timer>.Empty : [AwardTimers.Destroying(round, clock.Now + Again)];
        await store.Commit(new Commit { FinishedTimer = timer.Key, Timers = next }, ct);
    }
}

/// <summary>
/// Reminds those who have not voted, and nobody else, on the way that every private word goes: in each person's own hours, joined with what else waits,
/// and only while it is true. Lets the other private messages go when their readers work.
/// </summary>
public sealed class RoundReminders(IStore store, Rosters rosters, RoundNews news, AwardEffects effects, BotClock clock)
{
    public async Task Remind(Timer timer, CancellationToken ct)
    {
        var done = new Commit { FinishedTimer = timer.Key };
        if (await store.FindRound(new RoundId(timer.Subject), ct) is not { Round: { State: RoundState.Open } round } || await rosters.Find(round.Pod, ct) is not { } here)
        {
            await store.Commit(done, ct);
            return;
        }

        var now = clock.Now;
        var voted = (await store.Voted(round.Id, ct)).ToHashSet();
        var day = DayNumber(now, here.Pod);
        var reminders = round.Ballots.Where(ballot => ballot.IsVoted).SelectMany(ballot => ballot.Voters)
            .Where(voter => !voted.Contains(voter) && here.Roster.Find(voter) is { Active: true })
            .Select(voter => Of(round, voter, day, now))
            .ToValueList();
        var because = string.Create(CultureInfo.InvariantCulture, $"day-{day}");
        var commit = done with
        {
            Owed = effects.InChannel(here.Pod, AwardSubjects.Round(round.Id), because, now),
            Timers = AwardTimers.After(round, RoundCalendar.Of(here.Pod, round.Policy), now).Set,
        };
        await store.Commit(Nudges.With(commit, reminders, now), ct);
    }

    /// <summary>The hours of somebody have begun: the message is owed if it is still true.</summary>
    public async Task Release(Timer timer, CancellationToken ct)
    {
        var told = await Addressee(timer.Subject, ct) is { } to ? news.Private([(to.Member, timer.Subject)], to.Pod) : new News([], []);
        await store.Commit(new Commit { FinishedTimer = timer.Key, Owed = told.Owed, Timers = told.Later }, ct);
    }

    /// <summary>Whether today has a reminder of its own, so that one that was held since an earlier day is not said beside it.</summary>
    public static bool HasNewer(RoundView view, int day) => view.Round.State is RoundState.Open open
        && DayNumber(view.Now, view.Pod) is var today && today != day
        && RoundCalendar.Of(view.Pod, view.Round.Policy).Reminders(open.ClosesAt, Instant.MinValue).Any(moment => DayNumber(moment, view.Pod) == today);

    private static Nudge Of(Round round, MemberId voter, int day, Instant now)
    {
        var subject = AwardSubjects.Reminder(round.Id, day, voter);
        return new Nudge(subject, round.Pod, voter, subject, now);
    }

    private async Task<(Member Member, Pod Pod)?> Addressee(string subject, CancellationToken ct) => AwardSubjects.Read(subject) switch
    {
        AwardSubject.OfBallot s when await IsGoing(s.Round, ct) is { } round => await Find(round.Pod, s.Voter, ct),
        AwardSubject.OfChoice s when await IsGoing(s.Round, ct) is { } round => await Find(round.Pod, s.Admin, ct),
        AwardSubject.OfReport s when await store.FindKudos(s.Id, ct) is { Kudos: { State: KudosState.Reported } kudos } => await Find(kudos.Pod, s.Lead, ct),
        _ => null,
    };

    private async Task<Round?> IsGoing(RoundId id, CancellationToken ct) =>
        await store.FindRound(id, ct) is { Round: { State: RoundState.Open or RoundState.Paused } round } ? round : null;

    private async Task<(Member Member, Pod Pod)?> Find(PodId pod, MemberId member, CancellationToken ct) =>
        await rosters.Find(pod, ct) is { } here && here.Roster.Find(member) is { Active: true } addressee ? (addressee, here.Pod) : null;

    private static int DayNumber(Instant now, Pod pod) => now.InZone(pod.Zone).Date is var day ? day.Year * 10_000 + day.Month * 100 + day.Day : 0;
}
