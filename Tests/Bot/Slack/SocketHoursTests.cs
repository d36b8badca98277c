using System.Net.WebSockets;
using System.Text.Json.Nodes;
using AlignmentBot.Bot.Channels.Slack.Socket;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Slack;
using Microsoft.Extensions.DependencyInjection;

namespace AlignmentBot.Tests.Bot.Slack;

/// <summary>Weeks of Socket Mode in a few seconds: every socket ends soon, by a warning, a refresh or a cut, and words keep coming all the while.</summary>
public sealed class SocketHoursTests(ITestOutputHelper output)
{
    private const ulong Seed = 20261128;
    private const int Endings = 300;
    private const int Senders = 4;

    [Fact]
    public async Task No_envelope_is_lost_or_doubled_over_hundreds_of_sockets()
    {
        await using var bot = await SlackBot.Start(socket: true, also: services => services.AddSingleton(new SocketPatience(TimeSpan.Zero, TimeSpan.FromMilliseconds(1))));
        await bot.Until(() => bot.Slack.Socket.Open == 1);
        var card = await bot.Card();
        await bot.Until(() => bot.Workspace.In(SlackBot.Channel).Count == 1);

        using var over = new CancellationTokenSource();
        var sending = Enumerable.Range(0, Senders).Select(sender => Talk(bot, card, sender, over.Token)).ToList();
        await EndSockets(bot);
        await over.CancelAsync();
        var said = (await Task.WhenAll(sending)).Sum();

        var kept = (await bot.Store.History(new LeadId("adaxxxxxxx"), SlackBot.Ct)).Select(happened => happened.Fact).OfType<LeadFact.Commented>().Select(fact => fact.Reference).ToList();
        Assert.Equal(said, kept.Count);
        Assert.Equal(kept.Count, kept.Distinct(StringComparer.Ordinal).Count());
        Assert.True(bot.Slack.Socket.Opened > Endings, $"Only {bot.Slack.Socket.Opened} sockets were opened.");
        await bot.Until(() => bot.Slack.Socket.Open == 1);
        output.WriteLine($"{bot.Slack.Socket.Opened} sockets, {said} envelopes acknowledged, {resent} of them sent more than once");
    }

    private int resent;

    private static async Task EndSockets(SlackBot bot)
    {
        var chance = new Chance(Seed);
        for (var ended = 0; ended < Endings; ended++)
        {
            var opened = bot.Slack.Socket.Opened;
            await bot.Slack.Socket.End(chance.Next(3) switch
            {
                0 => "warning",
                1 => "refresh_requested",
                _ => null,
            });
            await bot.Until(() => bot.Slack.Socket.Opened > opened && bot.Slack.Socket.Open >= 1);
        }
    }

    /// <summary>One envelope after the other; like Slack, sends each again, over whichever socket is open, until it is acknowledged.</summary>
    private async Task<int> Talk(SlackBot bot, FakeMessage card, int sender, CancellationToken over)
    {
        var number = 0;
        for (; !over.IsCancellationRequested; number++)
        {
            var envelope = Reply(card, $"Ev{sender}x{number}", $"179000{sender}000.{number:000000}");
            for (var tries = 1; !await Acknowledged(bot, envelope); tries++)
            {
                if (tries == 1)
                    Interlocked.Increment(ref resent);
                Assert.True(tries < 200, "An envelope is never acknowledged.");
            }
        }

        return number;
    }

    private static async Task<bool> Acknowledged(SlackBot bot, JsonObject envelope)
    {
        try
        {
            await bot.Slack.Socket.Deliver("events_api", envelope.DeepClone().AsObject(), TimeSpan.FromMilliseconds(500), SlackBot.Ct);
            return true;
        }
        catch (Exception lost) when (lost is TimeoutException or WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), SlackBot.Ct);
            return false;
        }
    }

    private static JsonObject Reply(FakeMessage top, string id, string ts) => new()
    {
        ["type"] = "event_callback",
        ["event_id"] = id,
        ["event"] = new JsonObject
        {
            ["type"] = "message", ["channel"] = top.Channel, ["channel_type"] = "channel", ["user"] = SlackBot.UserOf(SamplePod.Max), ["text"] = "Hello", ["ts"] = ts, ["thread_ts"] = top.Ts,
        },
    };
}
