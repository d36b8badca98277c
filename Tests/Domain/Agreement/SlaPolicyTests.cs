using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Agreement;

/// <summary>What is kept of a promise when its clock starts and when it stops. The pod works 09:00 to 17:30 in Amsterdam; Friday morning is 10:00 there.</summary>
public sealed class SlaPolicyTests
{
    private static readonly Instant FridayEvening = Instant.FromUtc(2026, 11, 20, 16, 0);
    private static readonly Instant MondayMorning = Instant.FromUtc(2026, 11, 23, 8, 0);
    private static readonly SlaPolicy Policy = PolicyOf(AgreementTerms.Default, 3);

    [Fact]
    public void A_clock_that_starts_knows_its_target_its_due_date_and_the_agreement() =>
        Assert.Equal((Duration.FromHours(1), Minute(60), 3), Measured(HandOver(Morning).RunningClock));

    [Fact]
    public void A_lead_of_Friday_evening_is_due_on_Monday() =>
        Assert.Equal(MondayMorning + Duration.FromMinutes(30), HandOver(FridayEvening).RunningClock!.DueAt);

    [Fact]
    public void A_clock_that_stops_keeps_the_working_time_and_not_the_weekend()
    {
        var lead = Then(HandOver(FridayEvening), new LeadCommand.Accept(), Rosa, MondayMorning + Duration.FromMinutes(10));

        Assert.Equal(Duration.FromMinutes(40), lead.Clocks[0].Worked);
    }

    [Fact]
    public void Stopped_when_it_is_due_is_kept_and_a_tick_later_is_not()
    {
        var due = HandOver(Morning).RunningClock!.DueAt!.Value;

        Assert.True(Then(HandOver(Morning), new LeadCommand.Accept(), Rosa, due).Clocks[0].Kept);
        Assert.False(Then(HandOver(Morning), new LeadCommand.Accept(), Rosa, due + Duration.FromTicks(1)).Clocks[0].Kept);
    }

    [Fact]
    public void First_contact_is_counted_in_the_owners_hours_too()
    {
        var lateRiser = Rosa with { Hours = Week(new LocalTime(12, 0), new LocalTime(17, 30)) };
        var policy = PolicyOf(AgreementTerms.Default, 1, lateRiser);

        var lead = Then(HandOver(Morning, policy), new LeadCommand.Accept(), lateRiser, Minute(10), policy);

        Assert.Equal(Instant.FromUtc(2026, 11, 20, 15, 0), lead.RunningClock!.DueAt);
    }

    [Fact]
    public void A_pod_can_count_its_own_hours_alone()
    {
        var lateRiser = Rosa with { Hours = Week(new LocalTime(12, 0), new LocalTime(17, 30)) };
        var policy = PolicyOf(AgreementTerms.Default with { Hours = WhoseHours.Pod }, 1, lateRiser);

        var lead = Then(HandOver(Morning, policy), new LeadCommand.Accept(), lateRiser, Minute(10), policy);

        Assert.Equal(Minute(10 + 240), lead.RunningClock!.DueAt);
    }

    [Fact]
    public void A_calendar_without_working_time_is_never_due()
    {
        var policy = new SlaPolicy(PodAgreement.First(Emea.Id), Emea with { Hours = new WorkWeek([], [], [], [], [], [], []) }, _ => null);

        var clock = HandOver(Morning, policy).RunningClock!;

        Assert.Equal((Duration.FromHours(1), null), (clock.Target, clock.DueAt));
        Assert.False(clock.IsBroken(Morning + Duration.FromDays(300)));
    }

    [Fact]
    public void Undo_restores_the_clock_as_it_was()
    {
        var offered = HandOver(Morning);

        Assert.Equal(offered, Then(Then(offered, new LeadCommand.Accept(), Rosa, Minute(10)), new LeadCommand.Undo(), Rosa, Minute(12)));
    }

    [Fact]
    public void Changed_rules_leave_running_clocks_alone_and_count_for_the_next()
    {
        var stricter = PolicyOf(AgreementTerms.Default.With(new ClausePromise(Clause.FirstContact, Duration.FromHours(2), [])), 4);

        var lead = Then(HandOver(Morning), new LeadCommand.Accept(), Rosa, Minute(10), stricter);

        Assert.Equal((3, 4), (lead.Clocks[0].AgreementVersion, lead.Clocks[1].AgreementVersion));
        Assert.Equal((Minute(60), Minute(130)), (lead.Clocks[0].DueAt, lead.Clocks[1].DueAt));
    }

    [Fact]
    public void The_clock_is_stopped_by_a_late_decision_too() =>
        Assert.Equal(Minute(200), Then(HandOver(Morning), new LeadCommand.Accept(), Rosa, Minute(200)).Clocks[0].StoppedAt);

    [Fact]
    public void Noting_a_rejection_answers_it()
    {
        var rejected = Then(HandOver(Morning), new LeadCommand.Reject(NoBudget), Sam, Minute(10));
        Assert.Equal(Clause.Answer, rejected.RunningClock!.Clause);

        var noted = Then(rejected, new LeadCommand.NoteRejection(), Max, Minute(40));

        Assert.Null(noted.RunningClock);
        Assert.Equal((Minute(40), Duration.FromMinutes(30), true), (noted.Clocks[^1].StoppedAt, noted.Clocks[^1].Worked, noted.Clocks[^1].Kept));
    }

    [Fact]
    public void Replaying_what_happened_gives_the_same_clocks_without_any_calendar()
    {
        var events = new List<LeadEvent>();
        Lead? lead = null;
        foreach (var (command, by, minute) in new (LeadCommand, Member, int)[]
        {
            (new LeadCommand.HandOver(Id, Emea, 1, Whole, null), Max, 0),
            (new LeadCommand.Snooze(Clause.Decide, Minute(90), "In a meeting"), Sam, 20),
            (new LeadCommand.Accept(), Rosa, 30),
            (new LeadCommand.Undo(), Rosa, 32),
            (new LeadCommand.Accept(), Rosa, 40),
            (new LeadCommand.Contact(Minute(55)), Rosa, 60),
        })
        {
            var happened = (Decision.Happened)LeadDecider.Decide(lead, command, By(by), Minute(minute), Policy);
            events.AddRange(happened.Facts.Select(fact => new LeadEvent(Id, events.Count + 1, Minute(minute), By(by).Author, Door.Local, fact)).ToList());
            lead = happened.Next;
        }

        Assert.Equal(lead, LeadHistory.Replay(events));
        Assert.Equal(3, lead!.RunningClock!.AgreementVersion);
    }

    [Theory]
    [InlineData(80, "webinar", 30)]
    [InlineData(79, "webinar", 60)]
    [InlineData(50, "Demo request", 15)]
    [InlineData(null, null, 60)]
    public void A_tier_has_a_target_of_its_own(int? score, string? source, int minutes)
    {
        var promise = new ClausePromise(Clause.Decide, Duration.FromHours(1),
        [
            new TierPromise(new Tier(null, null, "demo request"), Duration.FromMinutes(15)),
            new TierPromise(new Tier(80, null, null), Duration.FromMinutes(30)),
        ]);

        Assert.Equal(Duration.FromMinutes(minutes), promise.TargetOf(new Brief { Score = score, Source = source }));
    }

    private static Lead HandOver(Instant at, SlaPolicy? policy = null) =>
        ((Decision.Happened)LeadDecider.Decide(null, new LeadCommand.HandOver(Id, Emea, 1, Whole, null), By(Max), at, policy ?? Policy)).Next;

    private static Lead Then(Lead lead, LeadCommand command, Member by, Instant at, SlaPolicy? policy = null) =>
        ((Decision.Happened)LeadDecider.Decide(lead, command, By(by), at, policy ?? Policy)).Next;

    private static (Duration?, Instant?, int?) Measured(ClauseClock? clock) => (clock!.Target, clock.DueAt, clock.AgreementVersion);

    private static SlaPolicy PolicyOf(AgreementTerms terms, int version, params Member[] changed) => new(
        new PodAgreement(Emea.Id, version, terms, Morning, []),
        Emea,
        id => changed.Concat(Everybody).FirstOrDefault(member => member.Id == id));

    private static WorkWeek Week(LocalTime from, LocalTime to) => WorkWeek.Office with { Friday = [new Shift(from, to)] };
}
