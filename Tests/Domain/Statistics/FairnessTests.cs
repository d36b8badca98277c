using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Statistics;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Tests.Domain.Statistics;

public sealed class FairnessTests
{
    private static readonly Period November = Period.Month(new LocalDate(2026, 11, 20));
    private int number;

    [Fact]
    public void Five_leads_accuse_nobody()
    {
        var report = Of([.. Many(5, "rosa", Burned), .. Many(40, "sam", Worked)]);

        Assert.DoesNotContain(report.Findings, finding => finding.Kind == FindingKind.BurnThrough && finding.Own.Of < 5);
        Assert.Empty(Of([.. Many(2, "rosa", Burned), .. Many(3, "rosa", Worked), .. Many(28, "sam", Worked), .. Many(12, "sam", Burned)]).Findings);
    }

    [Fact]
    public void Burning_through_many_leads_stands_out_with_the_leads_behind_it()
    {
        var report = Of([.. Many(20, "rosa", Burned), .. Many(60, "sam", Worked)]);

        var finding = Assert.Single(report.Findings);
        Assert.Equal((FindingKind.BurnThrough, Rosa.Id, new Rate(20, 20), new Rate(0, 60)), (finding.Kind, finding.Rep, finding.Own, finding.Others));
        Assert.Equal(20, finding.Leads.Count);
    }

    [Fact]
    public void Who_turns_down_more_of_everything_picks_no_cherries()
    {
        LeadOutline[] picky = [.. Many(20, "rosa", Big), .. Many(30, "rosa", Refused)];
        LeadOutline[] strict = [.. Many(20, "rosa", Refused, Tiers.A), .. Many(30, "rosa", Refused)];
        LeadOutline[] others = [.. Many(30, "sam", Big), .. Many(30, "sam", Worked), .. Many(5, "sam", Refused)];

        Assert.Equal(FindingKind.CherryPicking, Assert.Single(Of([.. picky, .. others]).Findings, finding => finding.Rep == Rosa.Id).Kind);
        Assert.DoesNotContain(Of([.. strict, .. others]).Findings, finding => finding.Kind == FindingKind.CherryPicking);
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(11, 0)]
    public void Five_rejections_within_ten_minutes_are_made_at_once(int minutes, int findings)
    {
        var leads = Enumerable.Range(0, 5).Select(at => Refused(New("rosa", Tiers.B), Minute(at == 4 ? minutes : at)));

        Assert.Equal(findings, Of([.. leads]).Findings.Count(finding => finding.Kind == FindingKind.MassRejecting));
    }

    [Fact]
    public void Share_is_measured_against_working_hours()
    {
        var hours = new Dictionary<MemberId, Duration> { [Rosa.Id] = Duration.FromHours(40), [Sam.Id] = Duration.FromHours(120) };
        var report = Fairness.Of(November, [.. Many(30, "rosa", Worked), .. Many(30, "sam", Worked)], hours);

        Assert.Equal([(Rosa.Id, 0.25, true), (Sam.Id, 0.75, true)], report.Shares.Select(share => (share.Rep, share.Expected, share.StandsOut)));
        Assert.All(Fairness.Of(November, [.. Many(30, "rosa", Worked), .. Many(30, "sam", Worked)], Equal).Shares, share => Assert.False(share.StandsOut));
    }

    private static readonly Dictionary<MemberId, Duration> Equal = new() { [Rosa.Id] = Duration.FromHours(100), [Sam.Id] = Duration.FromHours(100) };

    private static FairnessReport Of(IReadOnlyList<LeadOutline> leads) => Fairness.Of(November, leads, Equal);

    private IEnumerable<LeadOutline> Many(int count, string rep, Func<LeadOutline, Instant, LeadOutline> made, string tier = Tiers.B) =>
        Enumerable.Range(0, count).Select(at => made(New(rep, tier), Morning + Duration.FromHours(at))).ToList();

    private LeadOutline New(string rep, string tier) =>
        new(new LeadId($"lead{++number}"), Morning, new GroupKey(rep, "", "", "", tier, 1)) { State = StateNames.Accepted };

    private static LeadOutline Worked(LeadOutline lead, Instant at) => lead with { DecidedAt = at, AcceptedAt = at, QualifiedAt = at };

    private static LeadOutline Big(LeadOutline lead, Instant at) => Worked(lead, at) with { Group = lead.Group with { Tier = Tiers.A } };

    private static LeadOutline Burned(LeadOutline lead, Instant at) => lead with { DecidedAt = at, AcceptedAt = at, LostAt = at + Duration.FromHours(2) };

    private static LeadOutline Refused(LeadOutline lead, Instant at) => lead with
    {
        DecidedAt = at,
        Rejections = [new RejectionOutline(RejectionFamily.Definitional, "no_budget", false, new MemberId(lead.Group.Rep), at)],
    };
}
