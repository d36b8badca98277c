using System.Globalization;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Awards;

/// <summary>Where every change to an opened round is made: load, decide, commit. A change that lost a race is decided again.</summary>
public sealed class RoundDesk(AwardCommits commits, Rosters rosters, BallotBoxes boxes, AwardEffects effects, RoundNews news, BotClock clock)
{
    public async Task<RoundResult> Decide(RoundId id, RoundRequest request, CancellationToken ct)
    {
        while (true)
        {
            if (request.Delivery is { } delivery && await commits.Store.FindDelivery(request.Door, delivery, ct) is { } earlier)
                return new RoundResult.Repeated(earlier);
            if (await commits.Store.FindRound(id, ct) is not { } stored)
                return new RoundResult.Refused(new RoundRefusal.NoRound());
            if (await Attempt(stored, request, ct) is { } result)
                return result;
        }
    }

    /// <summary>One try; null when another commit was faster.</summary>
    private async Task<RoundResult?> Attempt(StoredRound stored, RoundRequest request, CancellationToken ct)
    {
        var now = clock.Now;
        var here = await rosters.Find(stored.Round.Pod, ct) ?? throw new InvalidOperationException($"Pod {stored.Round.Pod} is not stored, but a round of it was asked for.");
        var calendar = RoundCalendar.Of(here.Pod, stored.Round.Policy);
        var (command, sealing) = await Complete(stored.Round, request.Command, here, ct);
        switch (RoundDecider.Decide(stored.Round, command, request.Actor, calendar, now))
        {
            case RoundDecision.Refused refused:
                await Finish(request, ct);
                return new RoundResult.Refused(refused.Why);
            case RoundDecision.Unchanged:
                await Finish(request, ct);
                return new RoundResult.Done(stored.Round, Changed: false);
            case RoundDecision.Happened happened:
                var commit = await Write(stored, happened, request, (here, calendar, now), ct);
                if (happened.Next.State is RoundState.Closed or RoundState.Cancelled)
                    commit = commit with { Rounds = [commit.Rounds[0] with { Sealing = sealing ?? new Sealing(null, []) }] };
                return await commits.Commit(commit, ct) switch
                {
                    CommitResult.Done => new RoundResult.Done(happened.Next, Changed: true),
                    CommitResult.Repeated repeated => new RoundResult.Repeated(repeated.Earlier),
                    _ => null,
                };
            default:
                throw new NotSupportedException("A decision is refused, unchanged or happened.");
        }
    }

    /// <summary>A close takes the votes out of their box. Without the key they cannot be read, and the round ends without a count.</summary>
    private async Task<(RoundCommand Command, Sealing? Sealing)> Complete(Round round, RoundCommand command, PodRoster here, CancellationToken ct)
    {
        if (command is not RoundCommand.Close || round.State is not RoundState.Open open || clock.Now < open.ClosesAt)
            return (command, null);
        return await boxes.Open(round, ct) is { } box
            ? (new RoundCommand.Close(box.Choices), box.Sealing)
            : (new RoundCommand.Cancel(Texts.For(CultureInfo.GetCultureInfo(here.Pod.Language))["award.key_lost"]), null);
    }

    private async Task<Commit> Write(
        StoredRound before, RoundDecision.Happened happened, RoundRequest request, (PodRoster Here, RoundCalendar Calendar, Instant Now) at, CancellationToken ct)
    {
        var next = happened.Next;
        var events = happened.Facts
            .Select((fact, index) => new RoundEvent(next.Id, before.EventCount + 1 + index, at.Now, request.Actor.Author, request.Door, fact))
            .ToValueList();
        var timers = AwardTimers.After(next, at.Calendar, at.Now);
        var ballots = HandedOut(next, events, at.Here);
        return new Commit
        {
            Rounds = [new RoundWrite(next, before.Version, events)],
            Delivery = request.Delivery is { } id ? new Delivery(request.Door, id, null, request.Answer(next), at.Now) : null,
            Owed = [.. await Owed(next, events, before.Version + 1, at.Here, at.Now, ct), .. ballots.Owed],
            Timers = [.. timers.Set, .. ballots.Later],
            CancelledTimers = timers.Cancelled,
            FinishedTimer = request.Timer,
        };
    }

    /// <summary>Where an open vote was chosen, its voters get their ballots in the same commit.</summary>
    private News HandedOut(Round next, ValueList<RoundEvent> events, PodRoster here)
    {
        var ballots = events.Select(happened => happened.Fact).OfType<RoundFact.ModeChosen>()
            .Where(chosen => chosen.Mode == BallotMode.Open)
            .SelectMany(chosen => next.Find(chosen.Award)!.Voters)
            .Select(voter => (Member: here.Roster.Find(voter), Subject: AwardSubjects.Ballot(next.Id, voter)))
            .Where(ballot => ballot.Member is { Active: true });
        return news.Private(ballots!, here.Pod);
    }

    private async Task<ValueList<Owed>> Owed(Round next, ValueList<RoundEvent> events, long version, PodRoster here, Instant now, CancellationToken ct)
    {
        var because = string.Create(CultureInfo.InvariantCulture, $"v{version}");
        var owed = new List<Owed>();
        owed.AddRange(effects.InChannel(here.Pod, AwardSubjects.Round(next.Id), because, now));
        foreach (var happened in events.Where(happened => happened.Fact is RoundFact.Paused or RoundFact.Resumed or RoundFact.Extended or RoundFact.Cancelled))
            owed.AddRange(effects.InChannel(here.Pod, AwardSubjects.Note(next.Id, happened.Number), "first", now));
        if (next.State is RoundState.Announced)
            owed.AddRange(effects.InChannel(here.Pod, AwardSubjects.Outcome(next.Id), "first", now));
        if (next.State is RoundState.Announced or RoundState.Cancelled)
            owed.AddRange(effects.YearOf(here.Pod, next.Month, now));
        var cards = next.Ballots.SelectMany(ballot => ballot.Voters)
            .Select(voter => (Member: here.Roster.Find(voter), Subject: AwardSubjects.Ballot(next.Id, voter)))
            .Where(card => card.Member is not null);
        owed.AddRange(await effects.Again(cards!, because, now, ct));
        return owed.ToValueList();
    }

    /// <summary>A timer that has nothing to do any more is done.</summary>
    private async Task Finish(RoundRequest request, CancellationToken ct)
    {
        if (request.Timer is { } timer)
            await commits.Commit(new Commit { FinishedTimer = timer }, ct);
    }
}
