using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage.Json;

namespace AlignmentBot.Storage.Sqlite;

public sealed partial class SqliteStore
{
    public async ValueTask<CommitResult> Commit(Commit commit, CancellationToken ct)
    {
        // Documents are written out here, on the caller's thread: the writer's thread is the narrow place.
        LeadRow[] leads = [.. commit.Leads.Select(LeadRow.Of)];
        return await Write(session => CommitOne(session, commit, leads), ct);
    }

    public async ValueTask<IReadOnlyList<CommitResult>> CommitAll(IReadOnlyList<Commit> commits, CancellationToken ct)
    {
        LeadRow[][] leads = [.. commits.Select(commit => commit.Leads.Select(LeadRow.Of).ToArray())];
        return await Write<IReadOnlyList<CommitResult>>(
            session =>
            {
                var results = new CommitResult[commits.Count];
                for (var i = 0; i < results.Length; i++)
                    results[i] = CommitOne(session, commits[i], leads[i]);
                return results;
            },
            ct);
    }

    /// <summary>Everything is checked before anything is written, so that only a fault has something to undo.</summary>
    internal static CommitResult CommitOne(SqliteSession session, Commit commit, LeadRow[] leads)
    {
        var stored = new LeadTable.Head?[leads.Length];
        for (var i = 0; i < leads.Length; i++)
        {
            stored[i] = LeadTable.FindHead(session, leads[i].Id);
            if ((stored[i]?.Version ?? 0) != leads[i].ExpectedVersion)
                return Earlier(session, commit.Delivery) ?? CommitResult.Stale.Instance;
            if (LeadTable.FindRival(session, leads[i], stored[i]) is { } rival)
                return Earlier(session, commit.Delivery) ?? new CommitResult.AlreadyOpen(rival);
        }

        if (!AgreementTable.IsNext(session, commit) || !NudgeTable.AllWait(session, commit) || !NudgeTable.TurnsStand(session, commit) || AwardsMovedOn(session, commit))
            return Earlier(session, commit.Delivery) ?? CommitResult.Stale.Instance;
        if (commit.Delivery is { } delivery && !DeliveryTable.Add(session, delivery))
            return Earlier(session, delivery)!;
        for (var i = 0; i < leads.Length; i++)
            LeadTable.Save(session, leads[i], stored[i]);
        Attach(session, commit);
        return CommitResult.Done.Instance;
    }

    /// <summary>A delivery that was handled before is repeated, whatever has become of its leads since.</summary>
    private static CommitResult? Earlier(SqliteSession session, Delivery? delivery) =>
        delivery is not null && DeliveryTable.Find(session, delivery.Door, delivery.Id) is { } earlier ? new CommitResult.Repeated(earlier) : null;

    private static bool AwardsMovedOn(SqliteSession session, Commit commit) =>
        commit.Rounds.Any(write => !RoundTable.IsCurrent(session, write))
        || (commit.Ballot is { } ballot && !RoundTable.IsCurrent(session, ballot.Round, ballot.RoundVersion))
        || (commit.Kudos is { } kudos && !KudosTable.IsCurrent(session, kudos));

    private static void Attach(SqliteSession session, Commit commit)
    {
        foreach (var round in commit.Rounds)
            RoundTable.Save(session, round);
        if (commit.Ballot is { } ballot)
            BallotTable.Cast(session, ballot);
        if (commit.Kudos is { } kudos)
            KudosTable.Save(session, kudos);
        foreach (var member in commit.Members)
            SaveMember(session, member, EmailKey.Of(member.Email), StoreJson.Write(member));
        foreach (var owed in commit.Owed)
            OutboxTable.Owe(session, owed);
        // One that is set anew in the same commit is moved, not taken away and made again.
        if (commit.FinishedTimer is { } finished && commit.Timers.All(timer => timer.Key != finished))
            TimerTable.Finish(session, finished);
        foreach (var key in commit.CancelledTimers)
            TimerTable.Cancel(session, key);
        foreach (var timer in commit.Timers)
            TimerTable.Set(session, timer);
        AgreementTable.Save(session, commit);
        NudgeTable.Save(session, commit);
        if (commit.Review is { } review)
            ReviewTable.Save(session, review);
        if (commit.LocalMessage is { } message)
            LocalMessageTable.Post(session, message);
        if (commit.CarriedWords is { } words)
            CarriedWordsTable.Keep(session, words);
    }
}
