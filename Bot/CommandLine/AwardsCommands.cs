using System.CommandLine;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Awards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;

namespace AlignmentBot.Bot.CommandLine;

/// <summary><c>awards verify ROUND</c>: counts the sealed votes again.</summary>
internal static class AwardsCommands
{
    public static Command Make(CommandDesk desk)
    {
        var round = Checked.Argument(
            "ROUND", "The pod and the month, such as emea.2026-11; it stands at the foot of the announcement",
            value => new RoundId(value).Parts is null ? "It must be a pod and a month such as emea.2026-11." : null);
        var verify = new Command("verify", "Count a round's sealed votes again, and compare with what was published") { round };
        verify.SetAction((parsed, ct) => desk.WithStore(SqliteOpen.ReadOnly, store => Verify(desk, store, new RoundId(parsed.GetRequiredValue(round)), ct), ct));
        return new Command("awards", "Audit the monthly awards") { verify };
    }

    private static async Task<int> Verify(CommandDesk desk, IStore store, RoundId id, CancellationToken ct)
    {
        if (await store.FindRound(id, ct) is not { Round: var round })
            return await desk.Refuse($"There is no round {id} in this store.");
        if (round.State is not RoundState.Announced announced)
            return await desk.Refuse($"Round {id} has no published result: {Where(round.State)}");

        var roster = new Roster(await store.Members(round.Pod, ct));
        var audit = RoundAudit.Of(round, announced.Results, await store.SealedBallots(id, ct), await store.Voted(id, ct), await store.RoundHistory(id, ct));
        foreach (var line in audit.Ballots)
            await desk.Say(Counted(line.Recount, roster));
        foreach (var difference in audit.Differences)
            await desk.Say("Difference: " + difference);
        return audit.Differences.Count == 0
            ? await desk.Say($"Round {id}: the sealed votes give the published result.")
            : await desk.Refuse($"Round {id}: the sealed votes do not give the published result.");
    }

    private static string Where(RoundState state) => state switch
    {
        RoundState.Open => "voting is open.",
        RoundState.Paused => "voting is paused.",
        RoundState.Closed => "voting has ended, and the announcement is still to come.",
        RoundState.Cancelled => "it was cancelled.",
        _ => throw new NotSupportedException($"No words for {state.GetType().Name}."),
    };

    private static string Counted(BallotResult result, Roster roster)
    {
        var reader = Reader.Unknown;
        var tallies = string.Join(", ", result.Tallies.Select(tally => $"{roster.NameOf(tally.Member, reader)} {tally.Votes}"));
        var winners = string.Join(" and ", result.Winners.Select(winner => roster.NameOf(winner, reader)));
        var end = result.Outcome switch
        {
            AwardOutcome.Won won => $"winner: {winners} (by {won.By})",
            AwardOutcome.NoQuorum => "no winner: too few voted",
            AwardOutcome.AllAbstained => "no winner: all abstained",
            AwardOutcome.NoVote none => $"no vote ({none.Why})",
            _ => throw new NotSupportedException($"No words for {result.Outcome.GetType().Name}."),
        };
        return $"{AwardWords.Title(result.Award, Texts.For(reader.Language))}: {result.Cast} of {result.Eligible} voted, {result.Abstained} abstained{(tallies.Length > 0 ? "; " + tallies : string.Empty)}; {end}.";
    }
}
