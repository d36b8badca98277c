using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Agreement;

public sealed class SigningTests
{
    private static readonly PodAgreement First = PodAgreement.First(Emea.Id);
    private static readonly AgreementTerms Stricter = AgreementTerms.Default.With(new ClausePromise(Clause.Decide, Duration.FromMinutes(30), []));
    private static readonly AgreementProposal Proposal = new("p1", Emea.Id, 1, Stricter, Lena.Id, Morning, [], ProposalState.Open, 1);

    [Fact]
    public void One_team_lead_is_not_enough()
    {
        var signed = Done(Signing.Sign(Proposal, First, Lena, Minute(1)));

        Assert.Null(signed.Agreement);
        Assert.Equal(ProposalState.Open, signed.Proposal.State);
    }

    [Fact]
    public void A_team_lead_of_each_side_puts_it_into_force_as_the_next_version()
    {
        var half = Done(Signing.Sign(Proposal, First, Lena, Minute(1))).Proposal;

        var whole = Done(Signing.Sign(half, First, Mona, Minute(5)));

        Assert.Equal(
            new PodAgreement(Emea.Id, 2, Stricter, Minute(5), [new Signature(Lena.Id, Side.Sales, Minute(1)), new Signature(Mona.Id, Side.Marketing, Minute(5))]),
            whole.Agreement);
        Assert.Equal((ProposalState.InForce, 3), (whole.Proposal.State, whole.Proposal.Revision));
    }

    [Fact]
    public void Nobody_else_signs_or_withdraws()
    {
        Assert.Equal(new SigningResult.Refused(SigningRefusal.PodLeadsOnly), Signing.Sign(Proposal, First, Rosa, Minute(1)));
        Assert.Equal(new SigningResult.Refused(SigningRefusal.PodLeadsOnly), Signing.Withdraw(Proposal, Max));
        Assert.Equal(new SigningResult.Refused(SigningRefusal.PodLeadsOnly), Signing.Sign(Proposal, First, Lena with { Active = false }, Minute(1)));
        Assert.Equal(new SigningResult.Refused(SigningRefusal.PodLeadsOnly), Signing.Sign(Proposal, First, Lena with { Pod = Apac.Id }, Minute(1)));
    }

    [Fact]
    public void A_side_signs_once()
    {
        var half = Done(Signing.Sign(Proposal, First, Lena, Minute(1))).Proposal;

        Assert.Equal(new SigningResult.Refused(SigningRefusal.SignedAlready), Signing.Sign(half, First, Lena, Minute(2)));
    }

    [Fact]
    public void What_was_withdrawn_cannot_be_signed()
    {
        var withdrawn = Done(Signing.Withdraw(Proposal, Mona)).Proposal;

        Assert.Equal(new SigningResult.Refused(SigningRefusal.Closed), Signing.Sign(withdrawn, First, Lena, Minute(2)));
    }

    [Fact]
    public void What_was_proposed_over_an_older_version_cannot_be_signed() =>
        Assert.Equal(new SigningResult.Refused(SigningRefusal.Outdated), Signing.Sign(Proposal, First with { Version = 2 }, Lena, Minute(2)));

    private static SigningResult.Done Done(SigningResult result) => Assert.IsType<SigningResult.Done>(result);
}
