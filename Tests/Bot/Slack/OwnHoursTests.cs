using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Slack;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Bot.Slack;

/// <summary>Own hours, and promises for some leads, in Slack.</summary>
public sealed class OwnHoursTests
{
    [Fact]
    public async Task Somebody_sets_their_hours_by_command_and_in_a_modal()
    {
        await using var bot = await SlackBot.Start();
        var rosa = bot.As(Rosa);

        Assert.Contains("Noted: you work Mon–Fri 08:00–16:00", (await rosa.Slash("hours set mon-fri 8-16", SlackBot.Channel)).Body, StringComparison.Ordinal);
        Assert.Equal(new LocalTime(16, 0), (await Stored(bot)).Hours!.Monday[0].To);

        await rosa.Slash("hours set", SlackBot.Channel);
        await bot.Until(() => bot.Workspace.Views.Count == 1);
        await rosa.Submit(bot.Workspace.Views[0], (FieldNames.Hours, "tue 10-12"), (FieldNames.TimeZone, "Asia/Tokyo"));

        var member = await Stored(bot);
        Assert.Equal(("Asia/Tokyo", 0, new LocalTime(12, 0)), (member.TimeZone, member.Hours!.Monday.Count, member.Hours.Tuesday[0].To));
    }

    [Fact]
    public async Task A_promise_for_some_leads_is_proposed_in_a_modal_and_signed_by_both_sides()
    {
        await using var bot = await SlackBot.Start();
        await bot.Service<DevClock>().MoveTo(Morning, SlackBot.Ct);
        var (lena, mona) = (bot.As(Lena), bot.As(Mona));
        await lena.Slash("sla change", SlackBot.Channel);
        await bot.Until(() => bot.Workspace.Views.Count == 1);

        await lena.Submit(bot.Workspace.Views[0], (FieldNames.Clause, "decide"), (FieldNames.Working, "20 min"), (FieldNames.Tier, "score 80+"), (FieldNames.Hours, "pod"));
        FakeMessage? card = null;
        await bot.Until(() => (card = bot.Workspace.In(SlackBot.Channel).FirstOrDefault(message => message.Words.Contains("score 80 and more: 20 min", StringComparison.Ordinal))) is not null);
        await lena.Click(card!, ActionIds.SignChange);
        await bot.Until(() => card!.Words.Contains("Lena has signed", StringComparison.Ordinal));
        await mona.Click(card!, ActionIds.SignChange);
        await bot.Until(() => card!.Words.Contains("Signed by both sides", StringComparison.Ordinal));

        var agreement = (await bot.Store.FindAgreement(Emea.Id, SlackBot.Ct))!;
        Assert.Equal(Duration.FromMinutes(20), agreement.Terms.TargetOf(Clause.Decide, Whole));
        Assert.Equal(WhoseHours.Pod, agreement.Terms.Hours);
    }

    private static async Task<Member> Stored(SlackBot bot) => (await bot.Store.FindMember(Rosa.Id, SlackBot.Ct))!;
}
