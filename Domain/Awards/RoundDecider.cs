using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Domain.Awards;

/// <summary>The rules of a round's life.</summary>
public static class RoundDecider
{
    /// <summary>The longest reason, in UTF-16 units.</summary>
    public const int ReasonLimit = 300;

    /// <summary>Opens the round of a month.</summary>
    public static RoundDecision.Happened Open(RoundId id, PodMonth month, ValueList<Ballot> ballots, Instant dueAt, Instant now, string seed)
    {
        var calendar = RoundCalendar.Of(month.Pod, month.Policy);
        var closesAt = calendar.ClosesAt(now);
        var round = new Round(id, month.Pod.Id, month.Month, dueAt, now, month.Policy, ballots, seed, new RoundState.Open(closesAt, 0, ExtendedForQuorum: false));
        return new([new RoundFact.Opened(dueAt, closesAt, ballots)], round);
    }

    /// <summary>Keeps that a month had no round, because the bot did not run until after the next opening.</summary>
    public static RoundDecision.Happened Miss(RoundId id, PodMonth month, Instant dueAt, Instant now, string seed) => new(
        [new RoundFact.Missed(dueAt)],
        new Round(id, month.Pod.Id, month.Month, dueAt, now, month.Policy, [], seed, new RoundState.Cancelled(now, null, string.Empty)));

    /// <summary>Keeps that a month had nothing to vote on.</summary>
    public static RoundDecision.Happened Skip(RoundId id, PodMonth month, ValueList<Ballot> ballots, Instant dueAt, Instant now, string seed, string reason) => new(
        [new RoundFact.Cancelled(reason)],
        new Round(id, month.Pod.Id, month.Month, dueAt, now, month.Policy, ballots, seed, new RoundState.Cancelled(now, null, reason)));

    public static RoundDecision Decide(Round round, RoundCommand command, Actor actor, RoundCalendar calendar, Instant now)
    {
        if (Reason(command) is { } reason && CheckReason(reason) is { } wrong)
            return new RoundDecision.Refused(wrong);
        return command switch
        {
            RoundCommand.Choose c => Choose(round, c),
            RoundCommand.Pause c => Pause(round, c.Reason.Trim(), By(actor), now),
            RoundCommand.Resume => Resume(round, calendar, now),
            RoundCommand.Extend c => Extend(round, c.Reason.Trim(), calendar),
            RoundCommand.Cancel c => Cancel(round, c.Reason.Trim(), (actor as Actor.Person)?.Member.Id, now),
            RoundCommand.Close c => Close(round, c, calendar, now),
            RoundCommand.Announce => Announce(round, now),
            _ => throw new NotSupportedException($"No rule for {command.GetType().Name}."),
        };
    }

    private static RoundDecision Choose(Round round, RoundCommand.Choose command)
    {
        if (Over(round.State) is { } over)
            return new RoundDecision.Refused(over);
        if (round.Find(command.Award) is not { Mode: BallotMode.Undecided } ballot)
            return new RoundDecision.Refused(new RoundRefusal.NothingToChoose());
        var mode = command.VoteOpenly ? BallotMode.Open : BallotMode.Declined;
        var ballots = round.Ballots.Select(other => other == ballot ? ballot with { Mode = mode } : other).ToValueList();
        return new RoundDecision.Happened([new RoundFact.ModeChosen(command.Award, mode)], round with { Ballots = ballots });
    }

    private static RoundDecision Pause(Round round, string reason, MemberId by, Instant now) => round.State switch
    {
        RoundState.Open open => new RoundDecision.Happened([new RoundFact.Paused(reason)], round with { State = new RoundState.Paused(open, now, by, reason) }),
        RoundState.Paused paused => new RoundDecision.Refused(new RoundRefusal.IsPaused(paused.Reason)),
        _ => new RoundDecision.Refused(Over(round.State)!),
    };

    private static RoundDecision Resume(Round round, RoundCalendar calendar, Instant now)
    {
        if (round.State is not RoundState.Paused paused)
            return new RoundDecision.Refused(Over(round.State) ?? new RoundRefusal.NotPaused());
        var closesAt = calendar.AfterPause(paused.Before.ClosesAt, paused.Since, now);
        return new RoundDecision.Happened([new RoundFact.Resumed(closesAt)], round with { State = paused.Before with { ClosesAt = closesAt } });
    }

    private static RoundDecision Extend(Round round, string reason, RoundCalendar calendar)
    {
        if (round.State is RoundState.Paused paused)
            return new RoundDecision.Refused(new RoundRefusal.IsPaused(paused.Reason));
        if (round.State is not RoundState.Open open)
            return new RoundDecision.Refused(Over(round.State)!);
        if (open.ExtendedByHand >= AwardPolicy.ExtensionsByHand)
            return new RoundDecision.Refused(new RoundRefusal.ExtendedEnough(AwardPolicy.ExtensionsByHand));
        var closesAt = calendar.Later(open.ClosesAt, round.Policy.ExtensionDays);
        return new RoundDecision.Happened(
            [new RoundFact.Extended(closesAt, reason)],
            round with { State = open with { ClosesAt = closesAt, ExtendedByHand = open.ExtendedByHand + 1 } });
    }

    private static RoundDecision Cancel(Round round, string reason, MemberId? by, Instant now) => Over(round.State) is { } over
        ? new RoundDecision.Refused(over)
        : new RoundDecision.Happened([new RoundFact.Cancelled(reason)], round with { State = new RoundState.Cancelled(now, by, reason) });

    /// <summary>Too few votes lengthen the round once; then it is counted as it is.</summary>
    private static RoundDecision Close(Round round, RoundCommand.Close command, RoundCalendar calendar, Instant now)
    {
        if (round.State is not RoundState.Open open || now < open.ClosesAt)
            return RoundDecision.Unchanged.Instance;
        IReadOnlyCollection<MemberId?> Choices(Ballot ballot) => command.Choices.GetValueOrDefault(ballot.Award) ?? [];
        if (!open.ExtendedForQuorum && round.Ballots.Any(ballot => ballot.IsVoted && !Counting.HasQuorum(Choices(ballot).Count, ballot.Voters.Count, round.Policy)))
        {
            var closesAt = calendar.Later(now, round.Policy.ExtensionDays);
            return new RoundDecision.Happened([new RoundFact.Extended(closesAt, null)], round with { State = open with { ClosesAt = closesAt, ExtendedForQuorum = true } });
        }

        var results = round.Ballots.Select(ballot => Counting.Count(ballot, Choices(ballot), round.Policy)).ToValueList();
        var announceAt = calendar.AnnouncesAt(now);
        return new RoundDecision.Happened(
            [new RoundFact.Closed(announceAt), new RoundFact.Counted(results)],
            round with { State = new RoundState.Closed(now, announceAt, results) });
    }

    private static RoundDecision Announce(Round round, Instant now) => round.State is RoundState.Closed closed && now >= closed.AnnounceAt
        ? new RoundDecision.Happened([new RoundFact.Announced()], round with { State = new RoundState.Announced(closed.At, now, closed.Results) })
        : RoundDecision.Unchanged.Instance;

    /// <summary>Why nothing about the voting can be changed any more; null while it can.</summary>
    private static RoundRefusal? Over(RoundState state) => state switch
    {
        RoundState.Open or RoundState.Paused => null,
        RoundState.Closed or RoundState.Announced => new RoundRefusal.VotingOver(),
        RoundState.Cancelled cancelled => new RoundRefusal.IsCancelled(cancelled.Reason),
        _ => throw new NotSupportedException($"No rule for {state.GetType().Name}."),
    };

    private static string? Reason(RoundCommand command) => command switch
    {
        RoundCommand.Pause c => c.Reason,
        RoundCommand.Extend c => c.Reason,
        RoundCommand.Cancel c => c.Reason,
        _ => null,
    };

    private static RoundRefusal? CheckReason(string reason) => reason.Trim().Length switch
    {
        0 => new RoundRefusal.ReasonMissing(),
        > ReasonLimit => new RoundRefusal.ReasonTooLong(ReasonLimit),
        _ => null,
    };

    private static MemberId By(Actor actor) => actor is Actor.Person person
        ? person.Member.Id
        : throw new ArgumentException("A round is paused by people only.", nameof(actor));
}
