using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Storage.Json;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>Votes: hidden while a round is open, unlinked once it is sealed.</summary>
internal static class BallotTable
{
    public const string Voters = "SELECT member FROM round_voters WHERE round = ?1 ORDER BY member";

    public const string OfRound = "SELECT award, voter, choice FROM ballots WHERE round = ?1 ORDER BY voter";

    public const string OfVoter = "SELECT award, voter, choice FROM ballots WHERE round = ?1 AND voter = ?2";

    public const string Delivered = "SELECT count(*) FROM ballot_deliveries WHERE round = ?1 AND mark = ?2";

    public const string SealedOfRound = "SELECT award, receipt, choice FROM sealed_ballots WHERE round = ?1 ORDER BY award, receipt";

    private const string InsertDelivery = "INSERT INTO ballot_deliveries (round, mark) VALUES (?1, ?2) ON CONFLICT (round, mark) DO NOTHING";

    private const string InsertVoter = "INSERT INTO round_voters (round, member) VALUES (?1, ?2) ON CONFLICT (round, member) DO NOTHING";

    private const string Upsert = """
        INSERT INTO ballots (round, voter, award, choice) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (round, voter) DO UPDATE SET choice = ?4
        """;

    private const string CountCast =
        "INSERT INTO round_turnout (round, casts) VALUES (?1, 1) ON CONFLICT (round) DO UPDATE SET casts = casts + 1";

    private const string CastsOfRound = "SELECT casts FROM round_turnout WHERE round = ?1";

    private const string InsertSealed = "INSERT INTO sealed_ballots (round, award, receipt, choice) VALUES (?1, ?2, ?3, ?4)";

    private const string DeleteBallots = "DELETE FROM ballots WHERE round = ?1";

    private const string DeleteDeliveries = "DELETE FROM ballot_deliveries WHERE round = ?1";

    /// <summary>Keeps a vote, unless its delivery was handled before.</summary>
    public static void Cast(SqliteSession session, BallotWrite write)
    {
        var round = write.Round.Value;
        if (session.Use(InsertDelivery).Bind(round).Bind(write.Mark).Run() == 0)
            return;
        session.Use(CountCast).Bind(round).Run();
        session.Use(InsertVoter).Bind(round).Bind(write.Member.Value).Run();
        session.Use(Upsert).Bind(round).Bind(write.Ballot.Voter).Bind(StoredNames.Awards.Of(write.Ballot.Award)).Bind(write.Ballot.Choice).Run();
    }

    public static long Casts(SqliteSession session, RoundId round)
    {
        using var row = session.Use(CastsOfRound).Bind(round.Value);
        return row.Read() ? row.Long(0) : 0;
    }

    /// <summary>What is deleted here is also overwritten within the file.</summary>
    public static void Seal(SqliteSession session, RoundId round, ValueList<SealedBallot> ballots)
    {
        session.Run("PRAGMA secure_delete = ON");
        session.Use(DeleteBallots).Bind(round.Value).Run();
        session.Use(DeleteDeliveries).Bind(round.Value).Run();
        foreach (var ballot in ballots)
            session.Use(InsertSealed).Bind(round.Value).Bind(StoredNames.Awards.Of(ballot.Award)).Bind(ballot.Receipt).Bind(ballot.Choice?.Value).Run();
        session.Run("PRAGMA secure_delete = OFF");
    }

    public static List<HiddenBallot> Read(Statement row)
    {
        var ballots = new List<HiddenBallot>();
        while (row.Read())
            ballots.Add(new HiddenBallot(StoredNames.Awards.From(row.Text(0)), row.Text(1), row.Text(2)));
        return ballots;
    }

    public static List<SealedBallot> ReadSealed(Statement row)
    {
        var ballots = new List<SealedBallot>();
        while (row.Read())
            ballots.Add(new SealedBallot(StoredNames.Awards.From(row.Text(0)), row.Text(1), row.TextOrNull(2) is { } choice ? new MemberId(choice) : null));
        return ballots;
    }
}
