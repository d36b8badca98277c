using AlignmentBot.Bot.Handlers.Statistics;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Statistics;
using AlignmentBot.Tests.Fakes;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Tests.Bot.Statistics;

/// <summary>What the desk answers about leads that went through the real handlers and the real store.</summary>
public sealed class FigureDeskTests : IAsyncLifetime
{
    private static readonly Period November = Period.Month(new LocalDate(2026, 11, 20));
    private BotKit bot = null!;
    private int? target;

    public async ValueTask InitializeAsync() => bot = await BotKit.Start();

    [Fact]
    public async Task Figures_tell_what_became_of_the_leads()
    {
        await Decide("ada", new LeadCommand.Accept(), Rosa);
        await Decide("ben", new LeadCommand.Accept(), Sam);
        await Decide("cat", new LeadCommand.Reject(NoBudget), Rosa);
        await bot.HandOver("dan");

        var figures = await Desk.Of(Emea.Id, November, FigureFilter.All, BotKit.Ct);

        Assert.Equal(4, figures.HandedOver);
        Assert.Equal(new Rate(3, 4), figures.Decided);
        Assert.Equal(new Rate(2, 3), figures.Accepted);
        Assert.Equal(1, figures.Waiting);
        Assert.Equal(new ReasonCount(RejectionFamily.Definitional, "no_budget", 1), Assert.Single(figures.Rejections.ByReason));
        Assert.Equal(new Rate(1, 1), figures.Rejections.Noted);
    }

    [Fact]
    public async Task Groups_are_named_and_add_up_to_the_whole()
    {
        await Decide("ada", new LeadCommand.Accept(), Rosa);
        await Decide("ben", new LeadCommand.Accept(), Rosa);
        await Decide("cat", new LeadCommand.Accept(), Sam);
        await bot.HandOver("dan");

        var reps = await Desk.By(Emea.Id, Dimension.Rep, November, FigureFilter.All, BotKit.Ct);

        Assert.Equal([("rosa", "Rosa", 2), ("", "", 1), ("sam", "Sam", 1)], reps.Select(rep => (rep.Key, rep.Label, rep.Figures.HandedOver)));
    }

    [Fact]
    public async Task Lead_belongs_to_the_day_of_the_pods_zone()
    {
        // 23:59:59 of the 20th in Amsterdam, and a second later.
        bot.Time.Advance(Duration.FromHours(14) - Duration.FromSeconds(1));
        await bot.HandOver("ada");
        bot.Time.Advance(Duration.FromSeconds(1));
        await bot.HandOver("ben");

        var days = await Desk.Trend(Emea.Id, AlignmentBot.Domain.Statistics.Step.Day, new Period(new LocalDate(2026, 11, 20), new LocalDate(2026, 11, 21)), FigureFilter.All, BotKit.Ct);

        Assert.Equal([1, 1], days.Select(day => day.Figures.HandedOver));
    }

    [Fact]
    public async Task Commitment_is_measured_by_working_days()
    {
        target = 21;
        await bot.HandOver("ada");

        var pace = (await Desk.Of(Emea.Id, November, FigureFilter.All, BotKit.Ct)).Commitment;

        // Friday the 20th is the 15th of 21 working days of November 2026.
        Assert.Equal(new CommitmentPace(21, 1, 15, 1), pace);
        Assert.False(pace!.OnPace);
        Assert.Null((await Desk.Of(Emea.Id, November, new FigureFilter { Rep = Rosa.Id }, BotKit.Ct)).Commitment);
    }

    [Fact]
    public async Task Questions_of_one_sheet_are_answered_as_each_alone()
    {
        await Decide("ada", new LeadCommand.Accept(), Rosa);
        await Decide("cat", new LeadCommand.Reject(NoBudget), Rosa);
        bot.Time.Advance(Duration.FromDays(40));
        await Decide("ben", new LeadCommand.Accept(), Sam);
        var (rosas, december) = (new FigureFilter { Rep = Rosa.Id }, Period.Month(new LocalDate(2026, 12, 1)));
        var year = new Period(new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31));

        var sheet = Desk.Sheet(Emea.Id);
        var (before, now) = (sheet.Of(November, FigureFilter.All), sheet.Of(december, FigureFilter.All));
        var (rosa, sources) = (sheet.Of(year, rosas), sheet.By(Dimension.Rep, year, FigureFilter.All));
        var months = sheet.Trend(AlignmentBot.Domain.Statistics.Step.Month, year, FigureFilter.All);
        await sheet.Read(BotKit.Ct);

        Assert.Equal(await Desk.Of(Emea.Id, November, FigureFilter.All, BotKit.Ct), before.Answer);
        Assert.Equal(await Desk.Of(Emea.Id, december, FigureFilter.All, BotKit.Ct), now.Answer);
        Assert.Equal(await Desk.Of(Emea.Id, year, rosas, BotKit.Ct), rosa.Answer);
        Assert.Equal(await Desk.By(Emea.Id, Dimension.Rep, year, FigureFilter.All, BotKit.Ct), sources.Answer);
        Assert.Equal([2, 1], months.Answer.TakeLast(2).Select(month => month.Figures.HandedOver));
        Assert.Equal((2, 1, 2), (before.Answer.HandedOver, now.Answer.HandedOver, rosa.Answer.HandedOver));
    }

    [Fact]
    public async Task Time_that_was_not_asked_for_is_no_dash_but_a_fault()
    {
        var sheet = Desk.Sheet(Emea.Id);
        var figures = sheet.Of(November, FigureFilter.All, Timings.DecisionWorking);
        Assert.Throws<InvalidOperationException>(() => figures.Answer);
        await sheet.Read(BotKit.Ct);

        Assert.Equal(0, figures.Answer.DecisionWorking.Count);
        Assert.Throws<InvalidOperationException>(() => figures.Answer.DecisionRaw);
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    private FigureDesk Desk => new(
        bot.Store, new FigurePace((_, _, _, _) => Task.FromResult(target)), bot.Rosters, bot.Clock);

    private async Task Decide(string person, LeadCommand command, AlignmentBot.Domain.Roster.Member by) =>
        await bot.Do(await bot.HandOver(person), by, command);
}
