using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Domain.Agreement;

/// <summary>Other terms that wait for a team lead of each side to sign.</summary>
/// <param name="Over">The version that it would follow.</param>
/// <param name="Revision">Counts the changes of the proposal, from 1; 0 before it is stored.</param>
public sealed record AgreementProposal(
    string Id, PodId Pod, int Over, AgreementTerms Terms, MemberId By, Instant At, ValueList<Signature> Signed, ProposalState State, int Revision)
{
    /// <summary>What it would have meant for the days before it was proposed.</summary>
    public DryRun? DryRun { get; init; }
}

public enum ProposalState
{
    Open,
    InForce,
    Withdrawn,
}

/// <summary>How proposals become agreements. The only place that knows it.</summary>
public static class Signing
{
    /// <summary>Why this member may neither propose nor sign nor withdraw, or null when they may.</summary>
    public static SigningRefusal? Check(PodId pod, Member member) =>
        member.Pod == pod && member is { Active: true, PodLead: true } ? null : SigningRefusal.PodLeadsOnly;

    /// <summary>The proposal as it is once this team lead has signed, with the agreement that then holds, or why they cannot sign.</summary>
    public static SigningResult Sign(AgreementProposal proposal, PodAgreement current, Member member, Instant now)
    {
        if (Refuse(proposal, member) is { } refusal)
            return new SigningResult.Refused(refusal);
        if (proposal.Over != current.Version)
            return new SigningResult.Refused(SigningRefusal.Outdated);
        if (proposal.Signed.Any(signature => signature.Side == member.Side))
            return new SigningResult.Refused(SigningRefusal.SignedAlready);
        var signed = proposal with { Signed = proposal.Signed.Add(new Signature(member.Id, member.Side, now)), Revision = proposal.Revision + 1 };
        return Enum.GetValues<Side>().All(side => signed.Signed.Any(signature => signature.Side == side))
            ? new SigningResult.Done(signed with { State = ProposalState.InForce }, new PodAgreement(proposal.Pod, current.Version + 1, proposal.Terms, now, signed.Signed))
            : new SigningResult.Done(signed, null);
    }

    public static SigningResult Withdraw(AgreementProposal proposal, Member member) => Refuse(proposal, member) is { } refusal
        ? new SigningResult.Refused(refusal)
        : new SigningResult.Done(proposal with { State = ProposalState.Withdrawn, Revision = proposal.Revision + 1 }, null);

    private static SigningRefusal? Refuse(AgreementProposal proposal, Member member) =>
        Check(proposal.Pod, member) ?? (proposal.State == ProposalState.Open ? null : SigningRefusal.Closed);
}

/// <summary>How signing or withdrawing ended.</summary>
public abstract record SigningResult
{
    private SigningResult()
    {
    }

    /// <param name="Agreement">The version that now holds, once both sides have signed; else null.</param>
    public sealed record Done(AgreementProposal Proposal, PodAgreement? Agreement) : SigningResult;

    public sealed record Refused(SigningRefusal Why) : SigningResult;
}

public enum SigningRefusal
{
    PodLeadsOnly,

    /// <summary>A team lead of this side has signed.</summary>
    SignedAlready,

    /// <summary>It is in force, or was withdrawn.</summary>
    Closed,

    /// <summary>Another change came into force since it was proposed.</summary>
    Outdated,
}
