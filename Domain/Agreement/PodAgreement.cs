using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Domain.Agreement;

/// <summary>One version of what the two sides of a pod have promised each other. A version is never changed: another follows it.</summary>
/// <param name="Version">Counts from 1 within the pod.</param>
/// <param name="From">Since when it holds. A clock that ran before keeps the version under which it started.</param>
/// <param name="Signed">Who signed it; nobody where it came from the configuration.</param>
public sealed record PodAgreement(PodId Pod, int Version, AgreementTerms Terms, Instant From, ValueList<Signature> Signed)
{
    /// <summary>What holds at a pod that has agreed on nothing of its own.</summary>
    public static PodAgreement First(PodId pod) => new(pod, 1, AgreementTerms.Default, Instant.FromUnixTimeTicks(0), []);
}

/// <summary>A team lead's yes to a version.</summary>
public sealed record Signature(MemberId By, Side Side, Instant At);
