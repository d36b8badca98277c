using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using AlignmentBot.Storage;
using AlignmentBot.Tests.Fakes;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Bot.Agreement;

/// <summary>A promise runs out, step by step, through the whole bot. A decision is due in one working hour; the pod works 09:00 to 17:30.</summary>
public sealed class LadderTests
{
    private static readonly Instant FridayEvening = Instant.FromUtc(2026, 11, 20, 16, 20);
    private static readonly Instant MondayNine = Instant.FromUtc(2026, 11, 23, 8, 0);

    [Fact]
    public async Task Reps_are_reminded_at_four_fifths_of_the_time_and_not_earlier()
    {
        await using var kit = await LadderKit.Open();
        await kit.Bot.HandOver();

        await kit.At(47);
        Assert.Empty(kit.Told(Rosa));

        await kit.At(48);
        Assert.Equal(["Ada Byron, Example Ltd waits for a decision, by 20 Nov 2026, 11:00. | [Accept, Reject, I need longer, I am away, Why now?]"], kit.Told(Rosa));
        Assert.Single(kit.Told(Sam));
        Assert.Empty(kit.Told(Max));
    }

    [Fact]
    public async Task When_it_is_due_the_team_lead_is_told_and_the_card_is_marked()
    {
        await using var kit = await LadderKit.Open();
        await kit.Bot.HandOver();

        await kit.At(60);

        Assert.StartsWith("Nobody has decided on Ada Byron, Example Ltd. That was due by 20 Nov 2026, 11:00.", kit.Told(Lena)[^1], StringComparison.Ordinal);
        Assert.Equal(2, kit.Told(Lena).Count);
        await kit.At(61);
        Assert.Contains("Overdue: a decision was due by 20 Nov 2026, 11:00.", kit.Redrawn(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_working_hour_later_the_lead_goes_to_the_next_rep_by_turn()
    {
        await using var kit = await LadderKit.Open();
        var (first, second) = (await kit.Bot.HandOver("ada"), await kit.Bot.HandOver("bob"));

        await kit.At(119);
        Assert.Null(((LeadState.Offered)(await kit.Lead(first)).State).ReservedFor);
        await kit.At(120);

        var reps = new[] { (await kit.Lead(first)).State, (await kit.Lead(second)).State }.Cast<LeadState.Offered>().Select(state => state.ReservedFor).ToHashSet();
        Assert.Equal(2, reps.Count);
        Assert.Equal(2, kit.Said().Count(words => words.StartsWith("Nobody decided in time, so it is the turn of", StringComparison.Ordinal)));
        Assert.Equal(new LeadFact.PassedOn(null, ((LeadState.Offered)(await kit.Lead(first)).State).ReservedFor!.Value, Clause.Decide), (await kit.Bot.Store.History(first, BotKit.Ct))[^1].Fact);
        Assert.Null((await kit.Lead(first)).RunningClock!.StoppedAt);
    }

    [Fact]
    public async Task It_never_goes_back_to_the_one_who_missed_it()
    {
        await using var kit = await LadderKit.Open();
        var lead = await kit.Bot.HandOver();
        await kit.Bot.Do(lead, Lena, new LeadCommand.Reassign(Rosa));

        await kit.At(120);

        Assert.NotEqual(Rosa.Id, ((LeadState.Offered)(await kit.Lead(lead)).State).ReservedFor);
        Assert.Contains(kit.Said(), words => words.StartsWith("Rosa did not get to it in time, so it is the turn of", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_nobody_is_at_work_the_team_lead_hears_of_it_at_once()
    {
        var today = new DaysOff(new LocalDate(2026, 11, 20), new LocalDate(2026, 11, 20), null);
        await using var kit = await LadderKit.Open(member => member.Side == Side.Sales && !member.PodLead ? member with { Off = [today] } : member with { Weight = 0 });
        await kit.Bot.HandOver();

        await kit.At(120);

        Assert.Contains(kit.Told(Lena), words => words.StartsWith("Ada Byron, Example Ltd was to go to the next rep, and nobody is at work now.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_said_any_more_once_somebody_has_decided()
    {
        await using var kit = await LadderKit.Open();
        var lead = await kit.Bot.HandOver();
        await kit.At(47);
        await kit.Bot.Do(lead, Rosa, new LeadCommand.Accept());

        await kit.At(160);

        Assert.Empty(kit.Told(Sam));
        Assert.Empty(kit.Told(Lena));
    }

    [Fact]
    public async Task A_decision_that_is_taken_back_leaves_the_ladder_where_it_was()
    {
        await using var kit = await LadderKit.Open();
        var lead = await kit.Bot.HandOver();
        await kit.At(50);
        Assert.Single(kit.Told(Sam));
        await kit.At(58);
        await kit.Bot.Do(lead, Rosa, new LeadCommand.Accept());
        await kit.At(61);
        await kit.Bot.Do(lead, Rosa, new LeadCommand.Undo());

        await kit.At(70);

        Assert.Single(kit.Told(Sam));
        Assert.Contains(kit.Told(Lena), words => words.StartsWith("Nobody has decided on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lead_of_Friday_evening_disturbs_nobody_at_the_weekend()
    {
        await using var kit = await LadderKit.Open();
        await kit.To(FridayEvening);
        await kit.Bot.HandOver();

        await kit.To(MondayNine + Duration.FromMinutes(37));
        Assert.Empty(kit.Told(Rosa));
        await kit.To(MondayNine + Duration.FromMinutes(38));

        Assert.StartsWith("Ada Byron, Example Ltd waits for a decision, by 23 Nov 2026, 09:50.", Assert.Single(kit.Told(Rosa)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_off_work_is_told_when_they_start_and_only_what_is_still_true()
    {
        var afternoon = WorkWeek.Office with { Friday = [new Shift(new LocalTime(14, 0), new LocalTime(17, 30))] };
        await using var kit = await LadderKit.Open(member => member.Id == Lena.Id ? member with { Hours = afternoon } : member);
        var (ada, _) = (await kit.Bot.HandOver("ada"), await kit.Bot.HandOver("bob"));
        await kit.At(239);
        Assert.Empty(kit.Told(Lena));
        await kit.Bot.Do(ada, Lena, new LeadCommand.Accept());

        await kit.At(240);

        var words = Assert.Single(kit.Told(Lena));
        Assert.StartsWith("Nobody has decided on", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_reminders_within_a_few_minutes_are_one_message()
    {
        await using var kit = await LadderKit.Open();
        foreach (var person in new[] { "ada", "bob", "cyd" })
            await kit.Bot.HandOver(person);

        await kit.At(48);

        Assert.StartsWith("3 things wait for you | ", Assert.Single(kit.Told(Rosa)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_weekend_down_what_is_still_true_is_said_once()
    {
        await using var kit = await LadderKit.Open();
        for (var i = 0; i < 20; i++)
            await kit.Bot.HandOver("p" + i);
        var taken = await kit.Bot.HandOver("taken");
        await kit.Bot.Do(taken, Sam, new LeadCommand.Accept());
        await kit.Bot.Do(taken, Sam, new LeadCommand.Contact(kit.Bot.Clock.Now));
        kit.Skip(MondayNine - Duration.FromHours(2));

        await kit.Settle();
        Assert.Empty(kit.Told(Lena));
        await kit.To(MondayNine);

        var words = Assert.Single(kit.Told(Lena));
        Assert.Contains("more wait. /mql due lists what is due today.", words, StringComparison.Ordinal);
        await kit.To(MondayNine + Duration.FromMinutes(30));
        Assert.Single(kit.Told(Lena));
    }

    [Fact]
    public async Task Who_needs_longer_is_left_alone_until_then_and_the_clock_runs_on()
    {
        await using var kit = await LadderKit.Open();
        var lead = await kit.Bot.HandOver();
        await kit.Bot.Do(lead, Rosa, new LeadCommand.Snooze(Clause.Decide, Minute(150), "They call back at noon"));

        await kit.At(149);
        Assert.Empty(kit.Told(Rosa));
        Assert.Null(((LeadState.Offered)(await kit.Lead(lead)).State).ReservedFor);
        Assert.Contains(kit.Told(Lena), words => words.Contains("Rosa asked for longer, until 20 Nov 2026, 12:30: They call back at noon", StringComparison.Ordinal));

        await kit.At(150);
        Assert.Equal(Minute(60), (await kit.Lead(lead)).RunningClock!.DueAt);
        Assert.NotNull(((LeadState.Offered)(await kit.Lead(lead)).State).ReservedFor);
    }

    [Fact]
    public async Task Marketing_is_timed_and_reminded_as_sales_is()
    {
        await using var kit = await LadderKit.Open();
        var lead = await kit.Bot.HandOver();
        await kit.Bot.Do(lead, Rosa, new LeadCommand.Reject(NoBudget));
        await kit.Settle();
        var before = kit.Told(Max).Count;

        await kit.To(MondayNine + Duration.FromHours(8));

        var told = kit.Told(Max).Skip(before).ToList();
        Assert.Equal(2, told.Count);
        Assert.All(told, words => Assert.StartsWith("Sales rejected Ada Byron, Example Ltd and waits for an answer from you", words, StringComparison.Ordinal));
        Assert.StartsWith("The rejection of Ada Byron, Example Ltd has not been answered.", Assert.Single(kit.Told(Mona)), StringComparison.Ordinal);
        Assert.DoesNotContain(kit.Told(Lena), words => words.Contains("rejection", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_would_be_asleep_through_the_whole_time_is_said_at_hand_over()
    {
        var allDay = new ValueList<Shift>[7].Select(_ => (ValueList<Shift>)[new Shift(LocalTime.Midnight, LocalTime.Midnight)]).ToArray();
        var always = new WorkWeek(allDay[0], allDay[1], allDay[2], allDay[3], allDay[4], allDay[5], allDay[6]);
        await using var kit = await LadderKit.Open(member => member with { Hours = WorkWeek.Office }, pod => pod with { Hours = always });
        await kit.To(Instant.FromUtc(2026, 11, 20, 20, 0));
        await kit.Bot.HandOver();

        await kit.Settle();

        Assert.Contains(kit.Said(), words => words.StartsWith("Ada Byron, Example Ltd is due by 20 Nov 2026, 22:00, and nobody who could decide on it works before that.", StringComparison.Ordinal));
        Assert.Empty(kit.Told(Lena));
    }

    [Fact]
    public async Task A_pod_that_watches_sends_nothing_and_its_team_lead_reads_the_next_day_what_would_have_been()
    {
        await using var kit = await LadderKit.Open(pod: pod => pod with { WatchUntil = new LocalDate(2026, 11, 26) });
        var lead = await kit.Bot.HandOver();

        await kit.At(400);
        Assert.Empty(kit.Told(Rosa));
        Assert.Empty(kit.Told(Lena));
        Assert.Null(((LeadState.Offered)(await kit.Lead(lead)).State).ReservedFor);

        await kit.To(MondayNine);
        var words = Assert.Single(kit.Told(Lena));
        Assert.StartsWith("Watch mode: what would have been", words, StringComparison.Ordinal);
        Assert.Contains("Rosa would have been reminded of Ada Byron, Example Ltd", words, StringComparison.Ordinal);
        Assert.Contains("would have been given Ada Byron, Example Ltd", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clocks_that_were_set_back_and_forth_lose_no_reminder_and_say_none_twice()
    {
        await using var kit = await LadderKit.Open();
        await kit.Bot.HandOver();
        await kit.At(50);
        kit.Skip(Minute(-10));
        await kit.Settle();
        await kit.At(62);
        await kit.At(130);

        Assert.Single(kit.Told(Sam), words => words.Contains("waits for a decision, by", StringComparison.Ordinal));
        Assert.Single(kit.Told(Lena), words => words.StartsWith("Nobody has decided on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_running_clock_keeps_the_ladder_under_which_it_started()
    {
        await using var kit = await LadderKit.Open();
        await kit.Bot.HandOver();
        var silent = AgreementTerms.Default with { Ladders = [new Ladder(Clause.Decide, [])] };
        await kit.Bot.Store.Commit(new Commit { Agreements = [new PodAgreement(Emea.Id, 1, AgreementTerms.Default, Morning, [])] }, BotKit.Ct);
        await kit.Bot.Store.Commit(new Commit { Agreements = [new PodAgreement(Emea.Id, 2, silent, Morning, [])] }, BotKit.Ct);
        kit.Bot.Rosters.Forget(Emea.Id);

        await kit.At(48);

        Assert.Single(kit.Told(Rosa));
    }
}
