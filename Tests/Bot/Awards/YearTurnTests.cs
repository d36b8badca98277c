using AlignmentBot.Bot;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using AlignmentBot.Storage;
using AlignmentBot.Tests.Fakes;
using NodaTime;
using static AlignmentBot.Tests.Fakes.AwardBot;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Bot.Awards;

/// <summary>From November over the turn of the year to January: the year in one card, the hall of fame, and who won several months in a row.</summary>
public sealed class YearTurnTests
{
    private static readonly RoundId December = new("emea.2026-12");
    private static readonly RoundId January = new("emea.2027-01");

    /// <summary>Thursday, 31 December 2026, 10:00 in Amsterdam.</summary>
    private static readonly Instant DecemberOpens = Instant.FromUtc(2026, 12, 31, 9, 0);

    /// <summary>Wednesday, 6 January 2027, 10:00: New Year's Day is no holiday of this pod.</summary>
    private static readonly Instant DecemberAnnounces = Instant.FromUtc(2027, 1, 6, 9, 0);

    /// <summary>Friday, 29 January 2027: the 31st is a Sunday.</summary>
    private static readonly Instant JanuaryOpens = Instant.FromUtc(2027, 1, 29, 9, 0);

    private static readonly Instant JanuaryAnnounces = Instant.FromUtc(2027, 2, 4, 9, 0);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task December_sums_up_the_year_and_counts_who_won_in_a_row()
    {
        await using var bot = await AfterNovember();
        Assert.Null(bot.Shown(AwardSubjects.Year(Emea.Id, 2026)));
        await Month(bot, December, DecemberOpens, DecemberAnnounces);

        var year = Words(bot.Shown(AwardSubjects.Year(Emea.Id, 2026))!);
        Assert.Contains("The year 2026 in awards", year, StringComparison.Ordinal);
        Assert.Contains("2 months with a vote.", year, StringComparison.Ordinal);
        Assert.Contains("Seller of the month: Rosa (2×)", year, StringComparison.Ordinal);
        Assert.Contains("Rosa has won 2 months in a row.", year, StringComparison.Ordinal);
        Assert.Contains("November 2026: Seller of the month: Rosa.", year, StringComparison.Ordinal);
    }

    [Fact]
    public async Task January_belongs_to_the_new_year_and_a_row_goes_on_over_its_turn()
    {
        await using var bot = await AfterNovember();
        await Month(bot, December, DecemberOpens, DecemberAnnounces);
        await Month(bot, January, JanuaryOpens, JanuaryAnnounces);

        Assert.Contains("Rosa has won 3 months in a row.", Words(bot.Shown(AwardSubjects.Outcome(January))!), StringComparison.Ordinal);
        var hall = Words(await bot.Say(Max, "awards "));
        Assert.True(hall.IndexOf("January 2027: ", StringComparison.Ordinal) < hall.IndexOf("December 2026: ", StringComparison.Ordinal), hall);
        Assert.Contains("Seller of the month: Rosa (3×)", hall, StringComparison.Ordinal);
        Assert.Null(bot.Shown(AwardSubjects.Year(Emea.Id, 2027)));
        Assert.Single(bot.Kit.Channel.Posted, sent => sent.Posting.Subject == AwardSubjects.Year(Emea.Id, 2026));
        Assert.Equal("emea.2027-02", (await bot.Store.FindTimer("award/open/emea", Ct))!.Subject);
    }

    [Fact]
    public async Task A_month_without_a_vote_breaks_the_row()
    {
        await using var bot = await AfterNovember();
        await bot.HandOut("d");
        await bot.MoveTo(DecemberOpens);
        bot.Current = December;
        Assert.Contains("cancelled", Words(await bot.Say(Lena, "vote cancel We are closed")), StringComparison.Ordinal);
        await Month(bot, January, JanuaryOpens, JanuaryAnnounces);

        Assert.DoesNotContain("in a row", Words(bot.Shown(AwardSubjects.Outcome(January))!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_December_that_was_cancelled_still_sums_up_the_year()
    {
        await using var bot = await AfterNovember();
        await bot.HandOut("d");
        await bot.MoveTo(DecemberOpens);
        await bot.Say(Lena, "vote cancel We are closed");
        await bot.Settle();

        Assert.Contains("1 month with a vote.", Words(bot.Shown(AwardSubjects.Year(Emea.Id, 2026))!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_December_without_leads_still_sums_up_the_year()
    {
        await using var bot = await AfterNovember();
        await bot.MoveTo(DecemberOpens + Duration.FromMinutes(1));

        Assert.IsType<RoundState.Cancelled>((await bot.Store.FindRound(December, Ct))!.Round.State);
        Assert.Contains("1 month with a vote.", Words(bot.Shown(AwardSubjects.Year(Emea.Id, 2026))!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_without_any_award_is_not_summed_up()
    {
        await using var bot = await AwardBot.Start(leads: false);
        await bot.MoveTo(DecemberAnnounces);

        Assert.Null(bot.Shown(AwardSubjects.Year(Emea.Id, 2026)));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task Last_month_s_winner_is_nominated_again_as_the_setting_says(string winnerAgain, bool nominated)
    {
        await using var bot = await AfterNovember(("WinnerAgain", winnerAgain));
        await bot.HandOut("d");
        await bot.MoveTo(DecemberOpens);

        var round = (await bot.Store.FindRound(December, Ct))!.Round;
        Assert.Equal(nominated, round.Find(Award.Seller)!.Nominees.Any(nominee => nominee.Member == Rosa.Id));
        Assert.Equal(nominated, Words(bot.Shown(AwardSubjects.Ballot(December, Max.Id))!).Contains("Rosa", StringComparison.Ordinal));
        Assert.Contains(round.Find(Award.Seller)!.Nominees, nominee => nominee.Member == Sam.Id);
        bot.Current = December;
        Assert.Contains(nominated ? "is kept" : "not on your ballot", Words(await bot.Vote(Max, Rosa)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_won_two_months_ago_is_nominated_whatever_the_setting_says()
    {
        await using var bot = await AfterNovember(("WinnerAgain", "false"));
        await bot.MoveTo(Instant.FromUtc(2027, 1, 4, 9, 0));
        await bot.HandOut("j");
        await bot.MoveTo(JanuaryOpens);

        Assert.Contains((await bot.Store.FindRound(January, Ct))!.Round.Find(Award.Seller)!.Nominees, nominee => nominee.Member == Rosa.Id);
    }

    [Fact]
    public async Task Who_was_away_all_month_votes_and_is_not_nominated()
    {
        await using var bot = await AwardBot.Start();
        await bot.Store.SaveMember(Sam with { SlackUser = "U-sam", Off = [new DaysOff(new LocalDate(2026, 11, 1), new LocalDate(2026, 11, 30), null)] }, Ct);
        bot.Kit.Rosters.Forget(Emea.Id);
        await bot.MoveTo(AwardBot.Opens + Duration.FromMinutes(1));

        Assert.DoesNotContain((await bot.Round()).Find(Award.Seller)!.Nominees, nominee => nominee.Member == Sam.Id);
        Assert.Contains("not on your ballot", Words(await bot.Vote(Max, Sam)), StringComparison.Ordinal);
        Assert.Contains("is kept", Words(await bot.Vote(Sam, Max)), StringComparison.Ordinal);
        await bot.MoveTo(Instant.FromUtc(2026, 12, 1, 8, 30));
        Assert.Contains(AwardSubjects.Ballot(November, Sam.Id), bot.ToldTo(Sam));
    }

    /// <summary>November is over: Rosa and Max have won.</summary>
    private static async Task<AwardBot> AfterNovember(params (string Key, string Value)[] settings)
    {
        var bot = await AwardBot.Start(leads: true, settings);
        await bot.MoveTo(AwardBot.Opens);
        await RoundLifeTests.Everybody_votes(bot);
        await bot.MoveTo(Announces);
        return bot;
    }

    private static async Task Month(AwardBot bot, RoundId round, Instant opens, Instant announces)
    {
        await bot.MoveTo(opens - Duration.FromDays(10));
        await bot.HandOut(round.Value[^2..]);
        await bot.MoveTo(opens);
        bot.Current = round;
        await RoundLifeTests.Everybody_votes(bot);
        await bot.MoveTo(announces);
    }
}
