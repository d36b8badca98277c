using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Slack;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Bot.Slack;

/// <summary>What somebody does in Slack in the evening reaches the others in the morning.</summary>
public sealed class HeldNoticeTests
{
    private static readonly Instant FridayNight = Instant.FromUtc(2026, 11, 20, 20, 0);
    private static readonly Instant MondayNine = Instant.FromUtc(2026, 11, 23, 8, 0);

    [Fact]
    public async Task Rejections_of_Friday_night_are_one_message_on_Monday_and_the_rep_is_answered_at_once()
    {
        await using var bot = await SlackBot.Start();
        var clock = bot.Service<DevClock>();
        await clock.MoveTo(FridayNight, SlackBot.Ct);
        foreach (var person in new[] { "ada", "bob" })
            await Reject(bot, await bot.Card(person));
        Assert.IsType<LeadState.Rejected>(await bot.StateOf(new LeadId("adaxxxxxxx")));

        await clock.MoveTo(MondayNine - Duration.FromMinutes(1), SlackBot.Ct);
        Assert.Empty(bot.Workspace.In("D0MAX"));
        await clock.MoveTo(MondayNine + Duration.FromMinutes(1), SlackBot.Ct);

        await bot.Until(() => bot.Workspace.In("D0MAX").Count > 0);
        Assert.Contains("2 things wait for you", Assert.Single(bot.Workspace.In("D0MAX")).Words, StringComparison.Ordinal);
    }

    /// <summary>The answer to Rosa's own click is there at once: her card says it.</summary>
    private static async Task Reject(SlackBot bot, FakeMessage card)
    {
        var rosa = bot.As(Rosa);
        var before = bot.Workspace.Views.Count;
        await rosa.Click(card, ActionIds.RejectForm);
        await bot.Until(() => bot.Workspace.Views.Count > before);
        await rosa.Submit(bot.Workspace.Views[^1], (FieldNames.Reason, "no_budget"));
        await bot.Until(() => card.Words.Contains("Rejected by", StringComparison.Ordinal));
    }
}
