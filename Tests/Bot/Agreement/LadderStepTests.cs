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

/// <summary>Ladders that a pod has agreed on for itself: every kind of step, through the whole bot.</summary>
public sealed class LadderStepTests
{
    [Fact]
    public async Task A_lead_that_its_owner_does_not_contact_is_given_to_the_next_rep()
    {
        await using var kit = await LadderKit.Open(member => member.PodLead ? member with { Weight = 0 } : member);
        await Agree(kit, Clause.FirstContact, new LadderStep(StepMoment.AfterDue(Duration.FromHours(1)), StepWho.Owner, StepHow.Direct, StepWhat.Reassign));
        var lead = await kit.Bot.HandOver();
        await kit.Bot.Do(lead, Rosa, new LeadCommand.Accept());

        await kit.At(299);
        Assert.Equal(Rosa.Id, (await kit.Lead(lead)).Owner);
        await kit.At(300);

        Assert.Equal(Sam.Id, (await kit.Lead(lead)).Owner);
        Assert.Contains(kit.Told(Sam), words => words.StartsWith("It is your turn:", StringComparison.Ordinal));
        Assert.Contains(kit.Said(), words => words.StartsWith("Rosa did not get to it in time, so it is the turn of Sam now.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_word_in_the_thread_and_one_in_the_channel_are_read_by_all()
    {
        await using var kit = await LadderKit.Open();
        await Agree(
            kit, Clause.Decide,
            new LadderStep(StepMoment.BeforeDue(Duration.FromMinutes(15)), StepWho.Side, StepHow.Thread, StepWhat.Remind),
            new LadderStep(StepMoment.Due, StepWho.PodLead, StepHow.Channel, StepWhat.Escalate));
        var lead = await kit.Bot.HandOver();

        await kit.At(44);
        Assert.Empty(kit.Said());
        await kit.At(45);
        Assert.StartsWith("Ada Byron, Example Ltd waits for a decision", Assert.Single(kit.Said()), StringComparison.Ordinal);
        await kit.At(60);

        Assert.Equal(2, kit.Said().Count);
        var posted = kit.Bot.Channel.Posted.Where(sent => sent.Posting.Subject.StartsWith("sla/", StringComparison.Ordinal)).Select(sent => sent.Posting).ToList();
        Assert.NotNull(posted[0].ThreadOf);
        Assert.Null(posted[1].ThreadOf);
        Assert.Empty(kit.Told(Rosa));
        Assert.Empty(kit.Told(Lena));
    }

    [Fact]
    public async Task Everyone_on_duty_of_the_side_is_reminded_also_of_a_lead_that_is_kept_for_one()
    {
        await using var kit = await LadderKit.Open(member => member.Id == Lena.Id ? member with { Hours = WorkWeek.Office with { Friday = [] } } : member);
        await Agree(kit, Clause.Decide, new LadderStep(StepMoment.Share(50), StepWho.Side, StepHow.Direct, StepWhat.Remind));
        var lead = await kit.Bot.HandOver();
        await kit.Bot.Do(lead, Lena, new LeadCommand.Reassign(Rosa));
        await kit.Settle();

        await kit.At(30);

        Assert.Contains(kit.Told(Rosa), words => words.Contains("waits for a decision", StringComparison.Ordinal));
        Assert.Contains(kit.Told(Sam), words => words.Contains("waits for a decision", StringComparison.Ordinal));
        Assert.Empty(kit.Told(Lena));
        Assert.Empty(kit.Told(Max));
    }

    [Fact]
    public void The_backup_of_an_owner_who_is_away_is_told_and_without_one_the_owner()
    {
        var step = new LadderStep(StepMoment.Share(50), StepWho.Backup, StepHow.Direct, StepWhat.Remind);
        LadderCase Away(MemberId? backup)
        {
            var rosa = Rosa with { Off = [new DaysOff(new LocalDate(2026, 11, 20), null, backup)] };
            var clock = new ClauseClock(Clause.FirstContact, Morning) { Target = Duration.FromHours(4), DueAt = Minute(240) };
            var lead = new Lead(Id, Emea.Id, Morning, 1, Whole, new LeadState.Accepted(new Ownership(Rosa.Id, Morning), null), [clock]);
            return new LadderCase(lead, clock, Emea, [rosa, Sam, Lena], new Dictionary<MemberId, int>(), Minute(120));
        }

        Assert.Equal([new LadderMove.Tell(Sam.Id, LadderSays.Remind)], LadderRules.Decide(Away(Sam.Id), step));
        Assert.Equal([new LadderMove.Tell(Rosa.Id, LadderSays.Remind)], LadderRules.Decide(Away(null), step));
    }

    [Fact]
    public async Task After_ten_messages_in_a_day_the_rest_is_one_digest_before_the_day_ends()
    {
        await using var kit = await LadderKit.Open();
        await Agree(kit, Clause.Decide, new LadderStep(StepMoment.Share(80), StepWho.Owner, StepHow.Direct, StepWhat.Remind));
        for (var number = 0; number < 13; number++)
        {
            await kit.At(number * 6);
            await kit.Bot.HandOver("p" + number);
        }

        await kit.At(389);
        Assert.Equal(10, kit.Told(Rosa).Count);
        Assert.All(kit.Told(Rosa), words => Assert.DoesNotContain("things wait for you", words, StringComparison.Ordinal));
        await kit.At(390);

        Assert.Equal(11, kit.Told(Rosa).Count);
        Assert.StartsWith("3 things wait for you", kit.Told(Rosa)[^1], StringComparison.Ordinal);
        await kit.At(449);
        Assert.Equal(11, kit.Told(Rosa).Count);
    }

    private static async Task Agree(LadderKit kit, Clause clause, params LadderStep[] steps)
    {
        var terms = AgreementTerms.Default.With(new Ladder(clause, steps.ToValueList()));
        await kit.Bot.Store.Commit(new Commit { Agreements = [new PodAgreement(Emea.Id, 1, terms, Morning, [])] }, BotKit.Ct);
        kit.Bot.Rosters.Forget(Emea.Id);
    }
}
