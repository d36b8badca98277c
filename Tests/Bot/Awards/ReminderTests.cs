using AlignmentBot.Bot;
using AlignmentBot.Cards;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using AlignmentBot.Tests.Fakes;
using NodaTime;
using static AlignmentBot.Tests.Fakes.AwardBot;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Bot.Awards;

/// <summary>The word that a vote is missing goes the way of every private word: in own hours, joined with what else waits, and only while it is true.</summary>
public sealed class ReminderTests
{
    private const string Missing = "your vote is still missing";

    /// <summary>Tuesday, 1 December, 14:00 in Amsterdam: Sam begins.</summary>
    private static readonly Instant SamBegins = Instant.FromUtc(2026, 12, 1, 13, 0);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_waits_for_the_voter_s_own_hours()
    {
        await using var bot = await WithLateSam();
        await bot.MoveTo(SamBegins - Duration.FromSeconds(1));
        Assert.Equal(0, Reminders(bot, Sam));
        Assert.Equal(1, Reminders(bot, Rosa));

        await bot.MoveTo(SamBegins);

        Assert.Equal(1, Reminders(bot, Sam));
    }

    [Fact]
    public async Task Who_votes_before_it_could_be_said_is_not_reminded()
    {
        await using var bot = await WithLateSam();
        await bot.MoveTo(SamBegins - Duration.FromMinutes(5));
        await bot.Vote(Sam, Max);

        await bot.MoveTo(SamBegins + Duration.FromHours(1));

        Assert.Equal(0, Reminders(bot, Sam));
    }

    [Fact]
    public async Task Leads_come_first_in_the_one_message_and_the_vote_is_never_only_counted()
    {
        await using var bot = await AwardBot.Open();
        await bot.MoveTo(Instant.FromUtc(2026, 12, 1, 8, 10));
        await bot.Kit.HandOver("first");
        await bot.MoveTo(Instant.FromUtc(2026, 12, 1, 8, 13));
        for (var lead = 0; lead < 10; lead++)
            await bot.Kit.HandOver($"late{lead}");

        // Rosa is told of the first lead at 09:58, so the vote of 10:00 and the leads of 10:01 wait together until 10:03.
        await bot.MoveTo(Instant.FromUtc(2026, 12, 1, 9, 4));

        var message = Assert.Single(bot.WordsTo(Rosa), words => words.Contains(Missing, StringComparison.Ordinal));
        Assert.True(message.IndexOf("waits for a decision", StringComparison.Ordinal) is >= 0 and var lead1 && lead1 < message.IndexOf(Missing, StringComparison.Ordinal), message);
        Assert.Contains("[Vote]", message, StringComparison.Ordinal);
        Assert.Contains("more wait. ", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_away_on_the_first_day_is_reminded_once_on_the_last()
    {
        await using var bot = await AwardBot.Start();
        await bot.Store.SaveMember(Mia with { SlackUser = "U-mia", Off = [new DaysOff(new LocalDate(2026, 12, 1), new LocalDate(2026, 12, 2), null)] }, Ct);
        bot.Kit.Rosters.Forget(Emea.Id);
        await bot.MoveTo(Closes - Duration.FromMinutes(1));

        Assert.Equal(1, bot.WordsTo(Mia).Sum(words => words.Split(Missing).Length - 1));
    }

    [Fact]
    public async Task Whose_hours_begin_after_the_close_is_not_reminded_of_what_is_over()
    {
        await using var bot = await WithLateSam();
        await bot.Store.SaveMember(Sam with { SlackUser = "U-sam", Off = [new DaysOff(new LocalDate(2026, 12, 1), new LocalDate(2026, 12, 4), null)] }, Ct);
        bot.Kit.Rosters.Forget(Emea.Id);

        foreach (var (by, choice) in new[] { (Max, Rosa), (Mia, Rosa), (Mona, Sam), (Rosa, Max), (Lena, Max) })
            await bot.Vote(by, choice);

        await bot.MoveTo(Announces + Duration.FromDays(6));

        Assert.Equal(0, Reminders(bot, Sam));
    }

    [Fact]
    public async Task A_report_of_a_thank_you_reaches_a_team_lead_who_begins_later()
    {
        await using var bot = await AwardBot.Start();
        await bot.Store.SaveMember(Mona with { SlackUser = "U-mona", Hours = Late }, Ct);
        bot.Kit.Rosters.Forget(Emea.Id);
        await bot.Say(Max, "kudos @Rosa for the quick answer");
        var id = Assert.Single(await bot.Store.KudosOf(Emea.Id, Morning, Morning + Duration.FromDays(1), Ct)).Kudos.Id;
        await bot.Press(Rosa, ActionIds.ReportKudos, id);
        await bot.Settle();
        Assert.Empty(bot.ToldTo(Mona));

        await bot.MoveTo(Instant.FromUtc(2026, 11, 20, 13, 0));

        Assert.Equal([AwardSubjects.Report(id, Mona.Id)], bot.ToldTo(Mona));
    }

    private static WorkWeek Late
    {
        get
        {
            var late = new Shift(new LocalTime(14, 0), new LocalTime(20, 0));
            return new WorkWeek([late], [late], [late], [late], [late], [], []);
        }
    }

    private static async Task<AwardBot> WithLateSam()
    {
        var bot = await AwardBot.Start();
        await bot.Store.SaveMember(Sam with { SlackUser = "U-sam", Hours = Late }, Ct);
        bot.Kit.Rosters.Forget(Emea.Id);
        await bot.MoveTo(AwardBot.Opens);
        return bot;
    }

    private static int Reminders(AwardBot bot, Member member) => bot.WordsTo(member).Count(words => words.Contains(Missing, StringComparison.Ordinal));
}
