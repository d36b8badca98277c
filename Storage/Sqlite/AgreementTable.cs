using AlignmentBot.Domain.Agreement;
using AlignmentBot.Storage.Json;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>Versions of agreements, which are only added to, and proposals, which change until they are closed.</summary>
internal static class AgreementTable
{
    private const string NewestVersion = "SELECT coalesce(max(version), 0) FROM agreements WHERE pod = ?1";

    private const string Insert = "INSERT INTO agreements (pod, version, document) VALUES (?1, ?2, ?3)";

    private const string RevisionOf = "SELECT revision FROM proposals WHERE id = ?1";

    private const string Upsert = """
        INSERT INTO proposals (id, pod, state, revision, document) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (id) DO UPDATE SET state = ?3, revision = ?4, document = ?5
        """;

    /// <summary>False when another version came in between, or somebody else has changed the proposal. A pod without stored versions is at
    /// version 1, the defaults: its first own version is 1 or 2.</summary>
    public static bool IsNext(SqliteSession session, Commit commit)
    {
        foreach (var agreement in commit.Agreements)
        {
            using var row = session.Use(NewestVersion).Bind(agreement.Pod.Value);
            if (!row.Read() || (row.Int(0) != agreement.Version - 1 && !(row.Int(0) == 0 && agreement.Version == 2)))
                return false;
        }

        foreach (var proposal in commit.Proposals)
        {
            using var row = session.Use(RevisionOf).Bind(proposal.Id);
            if ((row.Read() ? row.Int(0) : 0) != proposal.Revision - 1)
                return false;
        }

        return true;
    }

    public static void Save(SqliteSession session, Commit commit)
    {
        foreach (var agreement in commit.Agreements)
            session.Use(Insert).Bind(agreement.Pod.Value).Bind(agreement.Version).BindUtf8(StoreJson.Write(agreement)).Run();
        foreach (var proposal in commit.Proposals)
        {
            session.Use(Upsert).Bind(proposal.Id).Bind(proposal.Pod.Value).Bind(StoredNames.ProposalStates.Of(proposal.State)).Bind(proposal.Revision)
                .BindUtf8(StoreJson.Write(proposal)).Run();
        }
    }
}
