using AlignmentBot.Domain.Roster;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Roster;

public sealed class SetupRightsTests
{
    private static readonly Member Admin = Lena with { Admin = true };

    [Fact]
    public void Who_runs_the_workplace_sets_up_any_pod() =>
        Assert.Equal((true, true), (SetupRights.MaySetUp(null, runsWorkplace: true, []), SetupRights.MaySetUp(Emea.Id, runsWorkplace: true, [])));

    [Fact]
    public void Admin_of_the_bot_makes_pods_and_changes_their_own() =>
        Assert.Equal((true, true, false), (
            SetupRights.MaySetUp(null, runsWorkplace: false, [Admin]),
            SetupRights.MaySetUp(Emea.Id, runsWorkplace: false, [Admin]),
            SetupRights.MaySetUp(Apac.Id, runsWorkplace: false, [Admin])));

    [Fact]
    public void Members_and_team_leads_and_admins_who_left_do_not() =>
        Assert.False(SetupRights.MaySetUp(Emea.Id, runsWorkplace: false, [Rosa, Lena, Admin with { Active = false }]));
}
