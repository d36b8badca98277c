using System.Globalization;
using System.Security.Cryptography;
using AlignmentBot.Bot.Configuration;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using NodaTime;
using Timer = AlignmentBot.Storage.Timer;

namespace AlignmentBot.Bot.Handlers.Awards;

/// <summary>Opens a month's round: freezes who votes for whom and on which figures, makes the round's key, and tells everybody.</summary>
public sealed class RoundOpening(AwardCommits commits, AwardPlanning planning, RoundElectorate electorate, RoundNews news, BotClock clock)
{
    private const int SeedBytes = 16;

    public async Task Open(Timer timer, CancellationToken ct)
    {
        var id = new RoundId(timer.Subject);
        if (id.Parts is not { } parts || await commits.Store.FindPod(parts.Pod, ct) is not { } pod || !electorate.Settings.Enabled)
        {
            await commits.Commit(new Commit { FinishedTimer = timer.Key }, ct);
            return;
        }

        var now = clock.Now;
        var calendar = RoundCalendar.Of(pod, electorate.Settings.Policy);
        var dueAt = calendar.OpensAt(parts.Month);
        var write = dueAt > now
            ? new Commit { Timers = [timer with { Due = dueAt }] }
            : await commits.Store.FindRound(id, ct) is not null
                ? new Commit { Timers = [planning.After(pod, parts.Month)] }
                : await New(id, new PodMonth(pod, (await commits.Store.Members(pod.Id, ct)).ToValueList(), parts.Month, electorate.Settings.Policy), now, ct);
        await commits.Commit(write with { FinishedTimer = timer.Key }, ct);
    }

    private async Task<Commit> New(RoundId id, PodMonth month, Instant now, CancellationToken ct)
    {
        var calendar = RoundCalendar.Of(month.Pod, month.Policy);
        var dueAt = calendar.OpensAt(month.Month);
        var seed = RandomNumberGenerator.GetHexString(2 * SeedBytes, lowercase: true);
        var next = planning.After(month.Pod, month.Month);
        if (calendar.OpensAt(month.Month.PlusMonths(1)) <= now)
            return Ended(RoundDecider.Miss(id, month, dueAt, now, seed), month, next);

        var ballots = await electorate.Freeze(month, now, ct);
        if (!ballots.Any(ballot => ballot.IsVoted || ballot.Mode == BallotMode.Undecided))
        {
            var reason = Texts.For(CultureInfo.GetCultureInfo(month.Pod.Language))["award.nothing"];
            return Ended(RoundDecider.Skip(id, month, ballots, dueAt, now, seed, reason), month, next);
        }

        var opened = RoundDecider.Open(id, month, ballots, dueAt, now, seed);
        await electorate.Keys.Make(id, ct);
        var told = news.Opened(opened.Next, month);
        return Kept(opened, now) with { Owed = told.Owed, Timers = [next, .. AwardTimers.After(opened.Next, calendar, now).Set, .. told.Later] };
    }

    private Commit Ended(RoundDecision.Happened happened, PodMonth month, Timer next) =>
        Kept(happened, clock.Now) with { Owed = news.Ended(happened.Next, month.Pod), Timers = [next] };

    private static Commit Kept(RoundDecision.Happened happened, Instant now)
    {
        var events = happened.Facts.Select((fact, index) => new RoundEvent(happened.Next.Id, index + 1, now, Author.Bot.Instance, Door.Timer, fact));
        return new Commit { Rounds = [new RoundWrite(happened.Next, 0, events.ToValueList())] };
    }
}
