using AlignmentBot.Domain.Statistics;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Statistics;

public sealed class FigureRightsTests
{
    [Fact]
    public void Persons_figures_are_for_that_person_and_the_team_leads()
    {
        var ofRosa = new FigureFilter { Rep = Rosa.Id };
        var ofMax = new FigureFilter { Marketer = "Max@Example.com" };

        Assert.True(FigureRights.MaySee(Rosa, Emea.Id, ofRosa));
        Assert.True(FigureRights.MaySee(Lena, Emea.Id, ofRosa));
        Assert.True(FigureRights.MaySee(Mona, Emea.Id, ofRosa));
        Assert.False(FigureRights.MaySee(Sam, Emea.Id, ofRosa));
        Assert.False(FigureRights.MaySee(Max, Emea.Id, ofRosa));
        Assert.True(FigureRights.MaySee(Max, Emea.Id, ofMax));
        Assert.False(FigureRights.MaySee(Mia, Emea.Id, ofMax));
    }

    [Fact]
    public void Pods_figures_are_for_its_active_members_only()
    {
        Assert.True(FigureRights.MaySee(Rosa, Emea.Id, FigureFilter.All));
        Assert.True(FigureRights.MaySee(Rosa, Emea.Id, new FigureFilter { Campaign = "Q4 webinar", Tier = Tiers.A }));
        Assert.False(FigureRights.MaySee(Gone, Emea.Id, FigureFilter.All));
        Assert.False(FigureRights.MaySee(Stranger, Emea.Id, FigureFilter.All));
    }

    [Fact]
    public void Only_team_leads_compare_people()
    {
        Assert.True(FigureRights.MayCompare(Lena, Emea.Id));
        Assert.True(FigureRights.MayCompare(Mona, Emea.Id));
        Assert.False(FigureRights.MayCompare(Rosa, Emea.Id));
        Assert.False(FigureRights.MayCompare(Lena, Apac.Id));
    }
}
