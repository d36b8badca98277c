using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Storage.Json;
using NodaTime;

namespace AlignmentBot.Storage.Sqlite;

public sealed partial class SqliteStore
{
    private const string VersionsOfPod = "SELECT document FROM agreements WHERE pod = ?1 ORDER BY version DESC LIMIT ?2";

    private const string ProposalById = "SELECT document FROM proposals WHERE id = ?1";

    // Index: proposals_open.
    private const string OpenProposalsOfPod = "SELECT document FROM proposals WHERE pod = ?1 AND state = 'open' ORDER BY id";

    // Index: leads_due.
    private const string LeadsDueBefore =
        "SELECT version, event_count, document FROM leads WHERE pod = ?1 AND due_at < ?2 ORDER BY due_at LIMIT ?3";

    public ValueTask<PodAgreement?> FindAgreement(PodId pod, CancellationToken ct) => Read(session => Versions(session, pod, 1).FirstOrDefault(), ct);

    public ValueTask<IReadOnlyList<PodAgreement>> AgreementVersions(PodId pod, CancellationToken ct) =>
        Read<IReadOnlyList<PodAgreement>>(session => Versions(session, pod, -1), ct);

    public ValueTask<AgreementProposal?> FindProposal(string id, CancellationToken ct) => Read(
        session =>
        {
            using var row = session.Use(ProposalById).Bind(id);
            return row.Read() ? StoreJson.Read<AgreementProposal>(row.Utf8(0)) : null;
        },
        ct);

    public ValueTask<IReadOnlyList<AgreementProposal>> OpenProposals(PodId pod, CancellationToken ct) => Read<IReadOnlyList<AgreementProposal>>(
        session =>
        {
            using var row = session.Use(OpenProposalsOfPod).Bind(pod.Value);
            return Documents<AgreementProposal>(row);
        },
        ct);

    public ValueTask<IReadOnlyList<StoredLead>> LeadsDue(PodId pod, Instant before, int limit, CancellationToken ct) => Read<IReadOnlyList<StoredLead>>(
        session =>
        {
            using var row = session.Use(LeadsDueBefore).Bind(pod.Value).Bind(before).Bind(limit);
            return ReadLeads(row);
        },
        ct);

    private static List<PodAgreement> Versions(SqliteSession session, PodId pod, int limit)
    {
        using var row = session.Use(VersionsOfPod).Bind(pod.Value).Bind(limit);
        return Documents<PodAgreement>(row);
    }
}
