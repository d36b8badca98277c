using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Tests.Storage;

public abstract partial class StoreContract
{
    private static readonly AgreementTerms Tiered = (AgreementTerms.Default with { Hours = WhoseHours.Pod })
        .With(new ClausePromise(Clause.Decide, Duration.FromMinutes(90), [new TierPromise(new Tier(80, null, "demo"), Duration.FromMinutes(15))]));

    private static PodAgreement Version(int number) =>
        new(Sample.Pod.Id, number, Tiered, Sample.At(number), [new Signature(Sample.Rosa.Id, Side.Sales, Sample.At(number))]);

    private static AgreementProposal Proposed(int revision, ProposalState state = ProposalState.Open) =>
        new("p1", Sample.Pod.Id, 1, Tiered, Sample.Rosa.Id, Sample.Monday, [], state, revision);

    [Fact]
    public async Task A_pod_that_agreed_on_nothing_has_no_agreement()
    {
        Assert.Null(await Store.FindAgreement(Sample.Pod.Id, Ct));
        Assert.Empty(await Store.AgreementVersions(Sample.Pod.Id, Ct));
    }

    [Fact]
    public async Task All_versions_are_kept_and_the_latest_holds()
    {
        await Store.Commit(new Commit { Agreements = [Version(1)] }, Ct);
        await Store.Commit(new Commit { Agreements = [Version(2)] }, Ct);

        Assert.Equal(Version(2), await Store.FindAgreement(Sample.Pod.Id, Ct));
        Assert.Equal([Version(2), Version(1)], await Store.AgreementVersions(Sample.Pod.Id, Ct));
        Assert.Null(await Store.FindAgreement(Sample.Other.Id, Ct));
    }

    [Fact]
    public async Task The_defaults_are_version_one_so_the_first_signed_one_may_be_two() =>
        Assert.IsType<CommitResult.Done>(await Store.Commit(new Commit { Agreements = [Version(2)] }, Ct));

    [Fact]
    public async Task A_version_that_does_not_follow_the_latest_is_stale()
    {
        await Store.Commit(new Commit { Agreements = [Version(1)] }, Ct);

        Assert.IsType<CommitResult.Stale>(await Store.Commit(new Commit { Agreements = [Version(1)], Proposals = [Proposed(1)] }, Ct));
        Assert.IsType<CommitResult.Stale>(await Store.Commit(new Commit { Agreements = [Version(3)] }, Ct));
        Assert.Null(await Store.FindProposal("p1", Ct));
    }

    [Fact]
    public async Task A_proposal_is_changed_by_who_read_its_last_revision()
    {
        await Store.Commit(new Commit { Proposals = [Proposed(1)] }, Ct);

        Assert.IsType<CommitResult.Stale>(await Store.Commit(new Commit { Proposals = [Proposed(1)] }, Ct));
        Assert.IsType<CommitResult.Done>(await Store.Commit(new Commit { Proposals = [Proposed(2)] }, Ct));
        Assert.Equal(Proposed(2), await Store.FindProposal("p1", Ct));
    }

    [Fact]
    public async Task Open_proposals_are_those_that_can_be_signed()
    {
        await Store.Commit(new Commit { Proposals = [Proposed(1), Proposed(1) with { Id = "p2" }] }, Ct);
        await Store.Commit(new Commit { Proposals = [Proposed(2, ProposalState.Withdrawn)] }, Ct);

        Assert.Equal([Proposed(1) with { Id = "p2" }], await Store.OpenProposals(Sample.Pod.Id, Ct));
    }

    [Fact]
    public async Task Leads_are_due_in_their_order_and_no_longer_once_nothing_runs()
    {
        await Commit(Due(1, 30), Due(2, 10), Due(3, 60));

        Assert.Equal([Sample.Id(2), Sample.Id(1)], (await Store.LeadsDue(Sample.Pod.Id, Sample.At(60), 10, Ct)).Select(found => found.Lead.Id));

        var stopped = await Load(2);
        var clock = stopped.Lead.RunningClock! with { StoppedAt = Sample.At(5) };
        await Commit(new LeadWrite(stopped.Lead with { Clocks = [clock] }, stopped.Version, []));
        Assert.Equal([Sample.Id(1)], (await Store.LeadsDue(Sample.Pod.Id, Sample.At(60), 10, Ct)).Select(found => found.Lead.Id));
    }

    private static LeadWrite Due(int number, int minute)
    {
        var write = Sample.HandOver(number);
        return write with { Lead = write.Lead with { Clocks = [write.Lead.Clocks[0] with { DueAt = Sample.At(minute), Target = Duration.FromHours(1) }] } };
    }
}
