using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Teams;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>What somebody does in Teams in the evening reaches the others in the morning.</summary>
public sealed class HeldNoticeTests
{
    private static readonly Instant FridayNight = Instant.FromUtc(2026, 11, 20, 20, 0);
    private static readonly Instant MondayNine = Instant.FromUtc(2026, 11, 23, 8, 0);

    [Fact]
    public async Task Rejections_of_Friday_night_are_one_message_on_Monday_and_the_rep_is_answered_at_once()
    {
        await using var bot = await TeamsBot.Start();
        var clock = bot.Service<DevClock>();
        await clock.MoveTo(FridayNight, TeamsBot.Ct);
        foreach (var person in new[] { "ada", "bob" })
        {
            var lead = await bot.HandOver(person);
            var card = await bot.CardOf(lead);
            var dialog = await bot.As(Rosa).Open(ActionIds.RejectForm, lead.Value);
            await bot.As(Rosa).Send(dialog, (FieldNames.Reason, "no_budget"));
            Assert.IsType<LeadState.Rejected>(await bot.StateOf(lead));
            await bot.Until(() => card.Words.Contains("Rejected by", StringComparison.Ordinal));
        }

        await clock.MoveTo(MondayNine - Duration.FromMinutes(1), TeamsBot.Ct);
        Assert.Empty(bot.Teams.In(bot.As(Max).Chat));
        await clock.MoveTo(MondayNine + Duration.FromMinutes(1), TeamsBot.Ct);

        await bot.Until(() => bot.Teams.In(bot.As(Max).Chat).Count > 0);
        Assert.Contains("2 things wait for you", Assert.Single(bot.Teams.In(bot.As(Max).Chat)).Words, StringComparison.Ordinal);
    }
}
