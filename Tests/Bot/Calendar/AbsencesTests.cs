using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Calendar;
using AlignmentBot.Bot.Handlers.Commands;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using AlignmentBot.Tests.Bot.Agreement;
using AlignmentBot.Tests.Fakes;
using NodaTime;

namespace AlignmentBot.Tests.Bot.Calendar;

/// <summary>Through the real timers and outbox. It starts on Friday, 20 November 2026, 10:00 in Amsterdam.</summary>
public sealed class AbsencesTests : IAsyncLifetime
{
    private BotKit kit = null!;

    public async ValueTask InitializeAsync() => kit = await BotKit.Start();

    public ValueTask DisposeAsync() => kit.DisposeAsync();

    [Fact]
    public async Task Who_is_away_now_passes_on_to_the_backup_at_once()
    {
        var lead = await TakenByRosa();

        Assert.Equal("Noted: you are away from Fri 20 Nov until further notice. Sam takes over what you have open, from your first day off on. I keep quiet meanwhile; “/mql back” ends it sooner.", await Away(SamplePod.Rosa, "backup @sam"));
        await Settle();

        Assert.Equal(SamplePod.Sam.Id, await OwnerOf(lead));
        await MoveTo(SamplePod.Minute(6));
        Assert.Contains(Told(SamplePod.Sam), text => text.Contains("Rosa is away, so Ada Byron", StringComparison.Ordinal));
        Assert.Contains(Told(SamplePod.Sam), text => text.Contains("You take over: open leads come to you", StringComparison.Ordinal));
        Assert.Contains(Told(SamplePod.Lena), text => text == "Rosa is away from Fri 20 Nov until further notice. Sam takes over.");
    }

    [Fact]
    public async Task Days_off_that_lie_ahead_pass_on_when_they_begin_and_not_before()
    {
        var lead = await TakenByRosa();
        await Away(SamplePod.Rosa, "2026-11-23..2026-11-24 backup sam@example.com");
        await Settle();

        await MoveTo(Instant.FromUtc(2026, 11, 22, 22, 59));
        Assert.Equal(SamplePod.Rosa.Id, await OwnerOf(lead));
        await MoveTo(Instant.FromUtc(2026, 11, 22, 23, 0));
        Assert.Equal(SamplePod.Sam.Id, await OwnerOf(lead));
    }

    [Fact]
    public async Task Nobody_hears_of_it_at_night()
    {
        var lead = await TakenByRosa();
        await Away(SamplePod.Rosa, "2026-11-23 backup Sam");
        await Settle();
        kit.Channel.Posted.Clear();

        await MoveTo(Instant.FromUtc(2026, 11, 23, 7, 59));
        Assert.Equal(SamplePod.Sam.Id, await OwnerOf(lead));
        Assert.DoesNotContain(Told(SamplePod.Sam), text => text.Contains("Rosa is away, so", StringComparison.Ordinal));
        await MoveTo(Instant.FromUtc(2026, 11, 23, 8, 0));
        Assert.Single(Told(SamplePod.Sam), text => text.Contains("Rosa is away, so", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_backup_it_is_offered_to_everybody_with_the_reason_in_its_history()
    {
        var lead = await TakenByRosa();

        await Away(SamplePod.Rosa, "today");
        await Settle();

        Assert.Equal(new LeadState.Offered(SamplePod.Morning, null), (await kit.Store.FindLead(lead, BotKit.Ct))!.Lead.State);
        Assert.Equal(new LeadFact.Covered(SamplePod.Rosa.Id, null), (await kit.Store.History(lead, BotKit.Ct))[^1].Fact with { Measured = null });
    }

    [Fact]
    public async Task A_backup_who_is_away_takes_over_nothing()
    {
        var lead = await TakenByRosa();
        await Away(SamplePod.Sam, "today");

        await Away(SamplePod.Rosa, "today backup @sam");
        await Settle();

        Assert.Null(await OwnerOf(lead));
    }

    [Fact]
    public async Task A_lead_that_is_kept_for_who_is_away_is_freed()
    {
        var lead = await kit.HandOver("ada");
        await kit.Do(lead, SamplePod.Lena, new LeadCommand.Reassign(SamplePod.Rosa));

        await Away(SamplePod.Rosa, "today");
        await Settle();

        Assert.Null(Assert.IsType<LeadState.Offered>((await kit.Store.FindLead(lead, BotKit.Ct))!.Lead.State).ReservedFor);
    }

    [Fact]
    public async Task Coming_back_is_said_once_to_the_team_lead_and_the_backup()
    {
        await Away(SamplePod.Rosa, "today backup @sam");
        await Settle();
        kit.Channel.Posted.Clear();

        await MoveTo(Instant.FromUtc(2026, 11, 23, 8, 0));
        await MoveTo(Instant.FromUtc(2026, 11, 24, 8, 0));

        Assert.Equal(["Rosa is back."], Told(SamplePod.Lena));
        Assert.Equal(["Rosa is back."], Told(SamplePod.Sam));
    }

    [Fact]
    public async Task Coming_back_sooner_is_said_once_too()
    {
        await Away(SamplePod.Rosa, "until 2026-12-04");
        await Settle();
        await MoveTo(Instant.FromUtc(2026, 11, 25, 9, 0));
        kit.Channel.Posted.Clear();

        Assert.StartsWith("Welcome back!", await Back(SamplePod.Rosa), StringComparison.Ordinal);
        await Settle();
        await MoveTo(Instant.FromUtc(2026, 11, 26, 9, 0));

        Assert.Equal(["Rosa is back."], Told(SamplePod.Lena));
        Assert.Equal([new DaysOff(new LocalDate(2026, 11, 20), new LocalDate(2026, 11, 24), null)], (await kit.Store.FindMember(SamplePod.Rosa.Id, BotKit.Ct))!.Off);
    }

    [Fact]
    public async Task Days_off_that_were_taken_back_pass_on_nothing()
    {
        var lead = await TakenByRosa();
        await Away(SamplePod.Rosa, "2026-11-23..2026-11-24 backup @sam");

        Assert.Equal("Taken back: you were to be away from Mon 23 Nov to Tue 24 Nov.", await Back(SamplePod.Rosa));
        await MoveTo(Instant.FromUtc(2026, 11, 23, 12, 0));

        Assert.Equal(SamplePod.Rosa.Id, await OwnerOf(lead));
        Assert.Equal("You are not away, and no days off lie ahead.", await Back(SamplePod.Rosa));
    }

    [Fact]
    public async Task Days_off_that_were_taken_back_are_told_to_those_who_had_heard_of_them()
    {
        await Away(SamplePod.Rosa, "2026-11-23..2026-11-24 backup @sam");
        await Settle();
        await MoveTo(SamplePod.Minute(10));
        kit.Channel.Posted.Clear();

        await Back(SamplePod.Rosa);
        await MoveTo(SamplePod.Minute(20));

        Assert.Equal(["Rosa is not away from Mon 23 Nov to Tue 24 Nov after all."], Told(SamplePod.Lena));
        Assert.Equal(["Rosa is not away from Mon 23 Nov to Tue 24 Nov after all."], Told(SamplePod.Sam));
    }

    [Fact]
    public async Task Days_off_that_were_taken_back_before_anybody_heard_of_them_are_not_told_at_all()
    {
        await MoveTo(Instant.FromUtc(2026, 11, 20, 20, 0));
        await Away(SamplePod.Rosa, "2026-11-24 backup @sam");
        await Settle();

        await Back(SamplePod.Rosa);
        await MoveTo(Instant.FromUtc(2026, 11, 23, 9, 0));

        Assert.Empty(Told(SamplePod.Lena));
        Assert.Empty(Told(SamplePod.Sam));
    }

    [Fact]
    public async Task Days_off_that_are_taken_taken_back_and_taken_again_are_told_each_time()
    {
        await Away(SamplePod.Rosa, "2026-11-24");
        await MoveTo(SamplePod.Minute(10));
        await Back(SamplePod.Rosa);
        await MoveTo(SamplePod.Minute(20));
        await Away(SamplePod.Rosa, "2026-11-24");
        await MoveTo(SamplePod.Minute(30));

        Assert.Equal(3, Told(SamplePod.Lena).Count);
        Assert.StartsWith("Rosa is away on Tue 24 Nov.", Told(SamplePod.Lena)[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("whenever", "I cannot read \"whenever\" as days. Write “/mql away 2026-12-24..2027-01-02”, “/mql away 24 Dec to 2 Jan backup @colleague”, or “/mql away” alone until further notice.")]
    [InlineData("2026-12-24..2026-12-20", "The last day lies before the first. Write the earlier day first.")]
    [InlineData("2026-11-16..2026-11-19", "Those days are over. Days off begin today or later.")]
    [InlineData("2029-12-24", "The first day is more than 2 years ahead. Is the year right?")]
    [InlineData("2026-12-24 backup @nobody", "\"@nobody\" cannot take over: name one active colleague of your own side, such as “backup @sam”.")]
    [InlineData("2026-12-24 backup @rosa", "\"@rosa\" cannot take over: name one active colleague of your own side, such as “backup @sam”.")]
    [InlineData("2026-12-24 backup @max", "\"@max\" cannot take over: name one active colleague of your own side, such as “backup @sam”.")]
    public async Task What_is_wrong_is_said_with_the_rule(string typed, string sentence)
    {
        Assert.Equal(sentence, await Away(SamplePod.Rosa, typed));
        Assert.Empty((await kit.Store.FindMember(SamplePod.Rosa.Id, BotKit.Ct))!.Off);
    }

    [Fact]
    public async Task A_mention_names_the_backup()
    {
        await kit.Store.SaveMember(SamplePod.Sam with { SlackUser = "T0123/U0SAM" }, BotKit.Ct);
        kit.Rosters.Forget(SamplePod.Emea.Id);

        await Away(SamplePod.Rosa, "2026-12-24 backup <@U0SAM|sam>");

        Assert.Equal(SamplePod.Sam.Id, (await kit.Store.FindMember(SamplePod.Rosa.Id, BotKit.Ct))!.Off[0].Backup);
    }

    [Fact]
    public async Task The_form_takes_the_same_and_keeps_what_is_wrong_at_its_field()
    {
        Assert.Equal(FieldNames.Until, Assert.Single(Assert.IsType<Answer.Correct>(await Submit(("from", "2026-12-24"), ("until", "sometime"))).Errors).Field);

        Assert.StartsWith("Noted: you are away from Thu 24 Dec to Sat 2 Jan 2027. Sam takes over", Said(await Submit(("from", "2026-12-24"), ("until", "2 Jan"), ("backup", "sam"))), StringComparison.Ordinal);
        Assert.Equal([new DaysOff(new LocalDate(2026, 12, 24), new LocalDate(2027, 1, 2), SamplePod.Sam.Id)], (await kit.Store.FindMember(SamplePod.Rosa.Id, BotKit.Ct))!.Off);
    }

    private static string Said(Answer answer) => TextClean.Of(Assert.IsType<Answer.Say>(answer).Text);

    private Absences Absences => new(kit.Store, kit.Rosters, kit.Clock, kit.Wakeups);

    private async Task<string> Away(Member by, string typed) => Said(await Absences.Away(await Call(by, typed), BotKit.Ct));

    private async Task<string> Back(Member by) => Said(await Absences.Back(await Call(by, string.Empty), BotKit.Ct));

    private Task<Answer> Submit(params (string Field, string Value)[] answers) => Absences.Submit(
        new Submission(PodKit.As(SamplePod.Rosa), "form-1", FormIds.Away, SamplePod.Emea.Id.Value, answers.ToDictionary(answer => answer.Field, answer => answer.Value, StringComparer.Ordinal)),
        BotKit.Ct);

    private async Task<CommandCall> Call(Member by, string typed)
    {
        var (pod, roster) = (await kit.Rosters.Find(SamplePod.Emea.Id, BotKit.Ct))!;
        var member = roster.Find(by.Id)!;
        return new CommandCall(PodKit.As(member), pod, member, Reader.Of(member, pod), typed);
    }

    private async Task<LeadId> TakenByRosa()
    {
        var lead = await kit.HandOver("ada");
        await kit.Do(lead, SamplePod.Rosa, new LeadCommand.Accept());
        return lead;
    }

    private async Task<MemberId?> OwnerOf(LeadId lead) => (await kit.Store.FindLead(lead, BotKit.Ct))!.Lead.Owner;

    private IReadOnlyList<string> Told(Member member) => new LadderKit(kit).Told(member);

    private Task MoveTo(Instant moment) => new LadderKit(kit).To(moment);

    private Task Settle() => new LadderKit(kit).Settle();
}
