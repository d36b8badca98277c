using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Setup;
using AlignmentBot.Cards.Setup;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.Bot.Setup;

/// <summary>What becomes of a roster when people are chosen anew.</summary>
public sealed class RosterPlanTests
{
    private static readonly Member Rosa = SamplePod.Rosa with { SlackUser = "U0ROSA" };

    [Fact]
    public void Known_member_keeps_id_hours_and_rights_and_follows_the_profile()
    {
        var known = Rosa with { Admin = true, TeamsUser = "aad-rosa", Hours = WorkWeek.Office, TimeZone = "Europe/Oslo", Active = false };

        var kept = Assert.Single(Plan([known], Chosen("U0ROSA", "Rosa Example", "new@example.com", Side.Marketing)).Kept);

        Assert.Equal(known with { Email = "new@example.com", Name = "Rosa Example", Side = Side.Marketing, TimeZone = "Europe/Amsterdam", Active = true }, kept);
    }

    [Fact]
    public void Member_without_an_account_is_recognised_by_mail_address()
    {
        var kept = Assert.Single(Plan([SamplePod.Rosa], Chosen("U0ROSA", "Rosa", "Rosa@Example.com")).Kept);

        Assert.Equal((SamplePod.Rosa.Id, "U0ROSA"), (kept.Id, kept.SlackUser));
    }

    [Fact]
    public void New_person_gets_an_id_and_who_sets_up_may_change_it_later()
    {
        var kept = Assert.Single(Plan([], new ChosenPerson(Colleague("U0NEW", "Nia", "nia@example.com"), Side.Sales, PodLead: true, SetsUp: true)).Kept);

        Assert.Equal(("new1", true, true, Side.Sales), (kept.Id.Value, kept.PodLead, kept.Admin, kept.Side));
    }

    [Fact]
    public void Who_is_no_longer_chosen_leaves_and_who_has_no_account_here_stays()
    {
        var plan = Plan([Rosa, SamplePod.Sam with { SlackUser = "U0SAM" }, SamplePod.Lena], Chosen("U0ROSA", "Rosa", "rosa@example.com"));

        Assert.Equal(SamplePod.Sam.Id, Assert.Single(plan.Removed).Id);
        Assert.Equal(Rosa.Id, Assert.Single(plan.Kept).Id);
    }

    [Theory]
    [InlineData(Standing.Guest, LeftOutReason.Guest)]
    [InlineData(Standing.Outsider, LeftOutReason.Outsider)]
    [InlineData(Standing.Bot, LeftOutReason.Bot)]
    [InlineData(Standing.Gone, LeftOutReason.Gone)]
    public void Who_cannot_be_on_a_roster_is_left_out_with_the_reason(Standing standing, LeftOutReason why)
    {
        var plan = Plan([], new ChosenPerson(Colleague("U0X", "Xaver", "x@example.com") with { Standing = standing }, Side.Sales, PodLead: false, SetsUp: false));

        Assert.Equal(new LeftOut("Xaver", why), Assert.Single(plan.LeftOut));
        Assert.Empty(plan.Kept);
    }

    [Fact]
    public void Without_a_mail_address_nobody_is_taken() =>
        Assert.Equal(LeftOutReason.NoEmail, Assert.Single(Plan([], new ChosenPerson(Colleague("U0X", "Xaver", null), Side.Sales, PodLead: false, SetsUp: false)).LeftOut).Why);

    [Fact]
    public void Two_accounts_with_one_mail_address_are_one_member() =>
        Assert.Equal(LeftOutReason.SameEmail, Assert.Single(Plan([], Chosen("U0A", "Ann", "ann@example.com"), Chosen("U0B", "Ann too", "ANN+x@example.com")).LeftOut).Why);

    [Theory]
    [InlineData("Mid-market", "mid-market")]
    [InlineData("  Équipe Île-de-France!  ", "equipe-ile-de-france")]
    [InlineData("日本", "pod")]
    [InlineData("EMEA", "emea-2")]
    public void Pods_id_is_made_from_its_name(string name, string id) => Assert.Equal(id, PodIds.For(name, [SamplePod.Emea]).Value);

    [Fact]
    public void Pods_id_stays_within_its_limit() => Assert.True(PodIds.For(new string('x', 80), [SamplePod.Emea with { Id = new PodId(new string('x', 36)) }]).Value.Length <= 40);

    private static RosterPlan Plan(Member[] known, params ChosenPerson[] chosen)
    {
        var count = 0;
        return RosterPlan.Of(SamplePod.Emea, Door.Slack, known, chosen, () => new MemberId($"new{++count}"));
    }

    private static ChosenPerson Chosen(string account, string name, string email, Side side = Side.Sales) => new(Colleague(account, name, email), side, PodLead: false, SetsUp: false);

    private static Colleague Colleague(string account, string name, string? email) => new(account, name, Standing.Member, RunsWorkplace: false) { Email = email, TimeZone = "Europe/Amsterdam" };
}
