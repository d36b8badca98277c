using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Teams;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>A promise runs out in Teams: reminder, breach, word to the team lead, re-offer, each in the right person's chat with the bot.</summary>
public sealed class LadderTests
{
    /// <summary>Friday, 17:20 in Amsterdam: ten minutes before the pod's day ends.</summary>
    private static readonly Instant FridayEvening = Instant.FromUtc(2026, 11, 20, 16, 20);

    [Fact]
    public async Task A_lead_that_nobody_takes_goes_from_reminder_to_the_team_lead_to_the_next_rep()
    {
        await using var bot = await TeamsBot.Start();
        var clock = bot.Service<DevClock>();
        var lead = await HandedOverAndReminded(bot);
        var card = await bot.CardOf(lead);
        await Told(bot, Rosa, "waits for a decision");

        await clock.MoveTo(Minute(62), TeamsBot.Ct);
        await Told(bot, Lena, "Nobody has decided on");
        await bot.Until(() => card.Words.Contains("Overdue", StringComparison.Ordinal));

        await clock.MoveTo(Minute(124), TeamsBot.Ct);
        await Eventually.Get(async () => await bot.StateOf(lead) is LeadState.Offered { ReservedFor: not null } reserved ? reserved : null);
        var rep = ((LeadState.Offered)await bot.StateOf(lead)).ReservedFor!.Value;
        await Told(bot, Everybody.First(member => member.Id == rep), "It is your turn");
    }

    [Fact]
    public async Task A_reminder_is_answered_where_it_stands()
    {
        await using var bot = await TeamsBot.Start();
        var lead = await HandedOverAndReminded(bot);
        var reminder = await Told(bot, Rosa, "waits for a decision");

        var press = bot.As(Rosa).Pressing(ActionIds.Accept, lead);
        press["conversation"]!["id"] = reminder.Conversation;
        press["conversation"]!["conversationType"] = "personal";
        press["replyToId"] = reminder.Id;
        Assert.Equal(200, (await bot.Post(press)).Status);

        Assert.Equal(Rosa.Id, ((LeadState.Accepted)await bot.StateOf(lead)).Owned.Owner);
    }

    [Fact]
    public async Task More_time_is_asked_for_in_a_dialog_and_kept_with_its_reason()
    {
        await using var bot = await TeamsBot.Start();
        var lead = await HandedOverAndReminded(bot);
        var rosa = bot.As(Rosa);
        var later = (await Told(bot, Rosa, "waits for a decision")).Buttons.Single(button => button.Verb == ActionIds.SnoozeForm);

        var dialog = await rosa.Open(later.Verb, later.Value);
        await rosa.Send(dialog, (FieldNames.Working, "60"), (FieldNames.Reason, "They call back at noon"));

        var clockOfLead = (await bot.Store.FindLead(lead, TeamsBot.Ct))!.Lead.RunningClock!;
        Assert.Equal((Rosa.Id, "They call back at noon"), (clockOfLead.Snoozed!.By, clockOfLead.Snoozed.Reason));
    }

    [Fact]
    public async Task A_lead_of_Friday_evening_is_due_on_Monday_and_says_why()
    {
        await using var bot = await TeamsBot.Start();
        await bot.Service<DevClock>().MoveTo(FridayEvening, TeamsBot.Ct);
        var lead = await bot.HandOver();
        var card = await bot.CardOf(lead);

        Assert.Contains("23 Nov 2026, 09:50", card.Words, StringComparison.Ordinal);

        await bot.As(Rosa).Say($"why {lead}");
        await bot.Until(() => bot.Teams.In(TeamsBot.Channel).Any(message => message.Words.Contains("no working hours", StringComparison.Ordinal) && message.Words.Contains("Mon 23 Nov, 09:50", StringComparison.Ordinal)));
    }

    /// <summary>A lead of the morning, 49 minutes later: four fifths of its time are over.</summary>
    private static async Task<LeadId> HandedOverAndReminded(TeamsBot bot)
    {
        var clock = bot.Service<DevClock>();
        await clock.MoveTo(Morning, TeamsBot.Ct);
        var lead = await bot.HandOver();
        await bot.CardOf(lead);
        await clock.MoveTo(Minute(49), TeamsBot.Ct);
        return lead;
    }

    /// <summary>The private message that says this, as soon as it is there.</summary>
    private static async Task<FakeTeamsMessage> Told(TeamsBot bot, Member member, string words)
    {
        FakeTeamsMessage? told = null;
        await bot.Until(() => (told = bot.Teams.Messages.LastOrDefault(
            message => message.Conversation == bot.As(member).Chat && message.Words.Contains(words, StringComparison.Ordinal))) is not null);
        return told!;
    }
}
