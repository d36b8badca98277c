using System.Text.Json.Nodes;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Slack;

namespace AlignmentBot.Tests.Bot.Slack;

/// <summary>What was parked because of a wrong channel comes back once that is put right.</summary>
public sealed class ParkedTests
{
    private const string Wrong = "C0WRONG";

    [Fact]
    public async Task Invited_bot_delivers_what_was_parked_for_the_channel()
    {
        await using var bot = await SlackBot.Start();
        bot.Slack.Refusal = method => method == "chat.postMessage" ? "channel_not_found" : null;
        await bot.HandOver();
        await bot.Parked();
        bot.Slack.Refusal = _ => null;

        await bot.Door.Event(new JsonObject { ["type"] = "member_joined_channel", ["user"] = "U0BOT", ["channel"] = SlackBot.Channel }, "Ev1");

        await bot.Until(() => bot.Workspace.In(SlackBot.Channel).Count == 1);
        Assert.Empty(await bot.Store.Parked(10, SlackBot.Ct));
    }

    [Fact]
    public async Task Pod_bound_to_the_right_channel_shows_there_what_was_parked_for_the_wrong_one()
    {
        await using var bot = await SlackBot.Start();
        await bot.Store.SavePod(SamplePod.Emea with { SlackChannel = Wrong }, SlackBot.Ct);
        bot.Slack.Refusal = method => method == "chat.postMessage" ? "channel_not_found" : null;
        await bot.HandOver();
        await bot.Parked();
        bot.Slack.Refusal = _ => null;

        await bot.Store.SavePod(SamplePod.Emea with { SlackChannel = SlackBot.Channel }, SlackBot.Ct);
        bot.Service<Wakeups>().Outbox.Ring();

        await bot.Until(() => bot.Workspace.In(SlackBot.Channel).Count == 1);
        Assert.Contains("ada", bot.Workspace.In(SlackBot.Channel)[0].Words, StringComparison.Ordinal);
        Assert.Empty(bot.Workspace.In(Wrong));
        Assert.Empty(await bot.Store.Parked(10, SlackBot.Ct));
    }
}
