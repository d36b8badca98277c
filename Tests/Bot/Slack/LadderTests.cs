using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Slack;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Bot.Slack;

/// <summary>A promise runs out in Slack: reminder, breach, re-offer, each in the right person's direct messages.</summary>
public sealed class LadderTests
{
    [Fact]
    public async Task A_lead_that_nobody_takes_goes_from_reminder_to_the_team_lead_to_the_next_rep()
    {
        await using var bot = await SlackBot.Start();
        var clock = bot.Service<DevClock>();
        await clock.MoveTo(Morning, SlackBot.Ct);
        var card = await bot.Card();

        await clock.MoveTo(Minute(49), SlackBot.Ct);
        await Told(bot, Rosa, "waits for a decision");

        await clock.MoveTo(Minute(62), SlackBot.Ct);
        await Told(bot, Lena, "Nobody has decided on");
        await bot.Until(() => card.Words.Contains("Overdue", StringComparison.Ordinal));

        await clock.MoveTo(Minute(124), SlackBot.Ct);
        var rep = ((LeadState.Offered)await bot.StateOf(new LeadId("adaxxxxxxx"))).ReservedFor!.Value;
        await Told(bot, Everybody.First(member => member.Id == rep), "It is your turn");
    }

    [Fact]
    public async Task A_reminder_is_answered_where_it_stands()
    {
        await using var bot = await SlackBot.Start();
        var clock = bot.Service<DevClock>();
        await clock.MoveTo(Morning, SlackBot.Ct);
        await bot.Card();
        await clock.MoveTo(Minute(49), SlackBot.Ct);

        await bot.As(Rosa).Click(await Told(bot, Rosa, "waits for a decision"), ActionIds.Accept);

        Assert.Equal(Rosa.Id, ((LeadState.Accepted)await bot.StateOf(new LeadId("adaxxxxxxx"))).Owned.Owner);
    }

    [Fact]
    public async Task More_time_is_asked_for_in_a_dialog_and_kept_with_its_reason()
    {
        await using var bot = await SlackBot.Start();
        var clock = bot.Service<DevClock>();
        await clock.MoveTo(Morning, SlackBot.Ct);
        await bot.Card();
        await clock.MoveTo(Minute(49), SlackBot.Ct);
        var rosa = bot.As(Rosa);
        var reminder = await Told(bot, Rosa, "waits for a decision");

        await rosa.Click(reminder, ActionIds.SnoozeForm);
        await bot.Until(() => bot.Workspace.Views.Count > 0);
        await rosa.Submit(bot.Workspace.Views[^1], (FieldNames.Working, "60"), (FieldNames.Reason, "They call back at noon"));

        var clockOfLead = (await bot.Store.FindLead(new LeadId("adaxxxxxxx"), SlackBot.Ct))!.Lead.RunningClock!;
        Assert.Equal((Rosa.Id, "They call back at noon"), (clockOfLead.Snoozed!.By, clockOfLead.Snoozed.Reason));
    }

    /// <summary>The private message that says this, as soon as it is there.</summary>
    private static async Task<FakeMessage> Told(SlackBot bot, Member member, string words)
    {
        FakeMessage? told = null;
        await bot.Until(() => (told = bot.Workspace.In("D0" + member.Id.Value.ToUpperInvariant()).LastOrDefault(message => message.Words.Contains(words, StringComparison.Ordinal))) is not null);
        return told!;
    }
}
