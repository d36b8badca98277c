using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using NodaTime;

namespace AlignmentBot.Storage;

/// <summary>What pods have agreed on, what waits for signatures, and which leads are due. Written by <see cref="Commit"/>.</summary>
public interface IAgreements
{
    /// <summary>The latest version, or null when the pod has stored none: then the defaults hold.</summary>
    ValueTask<PodAgreement?> FindAgreement(PodId pod, CancellationToken ct);

    /// <summary>All stored versions, newest first.</summary>
    ValueTask<IReadOnlyList<PodAgreement>> AgreementVersions(PodId pod, CancellationToken ct);

    ValueTask<AgreementProposal?> FindProposal(string id, CancellationToken ct);

    /// <summary>Those that can still be signed, by id.</summary>
    ValueTask<IReadOnlyList<AgreementProposal>> OpenProposals(PodId pod, CancellationToken ct);

    /// <summary>Leads about which a promise runs that is due before a moment, the earliest first.</summary>
    ValueTask<IReadOnlyList<StoredLead>> LeadsDue(PodId pod, Instant before, int limit, CancellationToken ct);
}
