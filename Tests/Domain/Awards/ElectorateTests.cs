using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using NodaTime;
using static AlignmentBot.Tests.Domain.Awards.SampleRounds;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Awards;

/// <summary>Who may vote for whom.</summary>
public sealed class ElectorateTests
{
    [Fact]
    public void Marketing_votes_for_the_seller_and_sales_for_the_marketer()
    {
        Assert.Equal(Ids(Max, Mia, Mona), Freeze(Award.Seller, (Rosa, 9)).Voters);
        Assert.Equal(Ids(Rosa, Sam, Lena), Freeze(Award.Marketer, (Max, 9)).Voters);
    }

    [Fact]
    public void Nobody_who_left_or_belongs_elsewhere_votes_or_is_nominated()
    {
        var month = Month with { Members = [.. Everybody, Gone, Stranger] };
        var ballot = Electorate.Freeze(Award.Seller, month, Leads((Gone, 50), (Stranger, 50), (Rosa, 9)), [], _ => []);

        Assert.Equal([Rosa.Id], ballot.Nominees.Select(nominee => nominee.Member));
        Assert.DoesNotContain(Gone.Id, Freeze(Award.Marketer, (Max, 9)).Voters);
    }

    [Fact]
    public void A_nominee_has_enough_leads()
    {
        var ballot = Freeze(Award.Seller, (Rosa, 20), (Sam, 5), (Lena, 4));

        Assert.Equal(5, ballot.Activity);
        Assert.Equal(Ids(Rosa, Sam), ballot.Nominees.Select(nominee => nominee.Member));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 1)]
    [InlineData(7, 2)]
    [InlineData(12, 2)]
    [InlineData(24, 4)]
    [InlineData(30, 5)]
    [InlineData(300, 5)]
    public void The_minimum_falls_where_leads_are_few(int leads, int minimum) => Assert.Equal(
        minimum, Electorate.Activity([new NomineeFigures(leads, default), NomineeFigures.None, NomineeFigures.None], AwardPolicy.Default));

    [Fact]
    public void Who_was_off_all_month_is_no_nominee_and_may_vote()
    {
        var off = Rosa with { Off = [new DaysOff(new LocalDate(2026, 11, 1), new LocalDate(2026, 11, 30), null)] };
        var back = Sam with { Off = [new DaysOff(new LocalDate(2026, 10, 1), new LocalDate(2026, 11, 27), null)] };
        var month = Month with { Members = [off, back, Lena, Max, Mia, Mona] };

        Assert.Equal([Sam.Id], Electorate.Freeze(Award.Seller, month, Leads((Rosa, 9), (Sam, 9)), [], _ => []).Nominees.Select(nominee => nominee.Member));
        Assert.Contains(Rosa.Id, Electorate.Freeze(Award.Marketer, month, Leads((Max, 9)), [], _ => []).Voters);
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public void Whether_last_months_winner_can_win_again_is_a_setting(bool again, int nominees)
    {
        var month = Month with { Policy = AwardPolicy.Default with { WinnerAgain = again } };

        Assert.Equal(nominees, Electorate.Freeze(Award.Seller, month, Leads((Rosa, 9), (Sam, 9)), [Rosa.Id], _ => []).Nominees.Count);
    }

    [Fact]
    public void Fewer_than_three_voters_have_no_secret_vote()
    {
        Assert.Equal(BallotMode.Secret, Freeze(Award.Seller, (Rosa, 9)).Mode);
        Assert.Equal(BallotMode.Undecided, Electorate.Freeze(Award.Seller, Month with { Members = [Rosa, Max, Mia] }, Leads((Rosa, 9)), [], _ => []).Mode);
        Assert.Equal(BallotMode.NoVoters, Electorate.Freeze(Award.Seller, Month with { Members = [Rosa] }, Leads((Rosa, 9)), [], _ => []).Mode);
        Assert.Equal(BallotMode.NoNominees, Freeze(Award.Seller).Mode);
    }

    [Fact]
    public void Of_more_than_a_hundred_the_busiest_are_nominated()
    {
        var crowd = Enumerable.Range(0, 120).Select(number => Rosa with { Id = new MemberId($"r{number:000}"), Email = $"r{number}@example.com" }).ToList();
        var month = Month with { Members = [.. crowd, Max, Mia, Mona] };
        var ballot = Electorate.Freeze(Award.Seller, month, crowd.ToDictionary(member => member.Id, member => new NomineeFigures(10 + crowd.IndexOf(member), default)), [], _ => []);

        Assert.Equal(crowd.Skip(20).Select(member => member.Id), ballot.Nominees.Select(nominee => nominee.Member));
    }

    [Fact]
    public void Admins_run_rounds_and_team_leads_where_there_is_no_admin()
    {
        var admin = Sam with { Admin = true };

        Assert.True(RoundRights.MayRun(Lena, Everybody));
        Assert.False(RoundRights.MayRun(Rosa, Everybody));
        Assert.True(RoundRights.MayRun(admin, [.. Everybody, admin]));
        Assert.False(RoundRights.MayRun(Lena, [.. Everybody, admin]));
        Assert.True(RoundRights.MayRun(Lena, [.. Everybody, admin with { Active = false }]));
    }

    private static Ballot Freeze(Award award, params (Member Member, int Leads)[] people) => Electorate.Freeze(award, Month, Leads(people), [], _ => []);

    private static Dictionary<MemberId, NomineeFigures> Leads(params (Member Member, int Leads)[] people) =>
        people.ToDictionary(person => person.Member.Id, person => new NomineeFigures(person.Leads, default));
}
