using System.Globalization;
using System.Text.Json.Nodes;
using AlignmentBot.Tests.Fakes.Slack;

namespace AlignmentBot.Tests.Fakes.Emulator;

/// <summary>Somebody in the emulated workspace. What they write is stored there; what they press is delivered as Slack does, with a trigger of the emulator's.</summary>
public sealed class EmulatedPerson(EmulatedBot bot, string name)
{
    private static int presses;

    private string User => bot.Emulator.UserId(name);

    private string Channel => bot.Emulator.ChannelId;

    public async Task<JsonNode?> Click(FakeMessage message, string action) => await bot.Deliver("interactive", await Press(
        message.Buttons.First(button => button.Action == action),
        new JsonObject { ["type"] = "message", ["message_ts"] = message.Ts, ["channel_id"] = message.Channel, ["is_ephemeral"] = false },
        message.Ts));

    public async Task<JsonNode?> Click(FakeView modal, string action)
    {
        var press = await Press(FakeBlocks.Buttons(modal.Json["blocks"]).First(button => button.Action == action), new JsonObject { ["type"] = "view", ["view_id"] = modal.Id }, "0");
        press["view"] = new JsonObject { ["id"] = modal.Id, ["type"] = "modal", ["state"] = new JsonObject { ["values"] = new JsonObject() } };
        press.Remove("channel");
        press.Remove("response_url");
        return await bot.Deliver("interactive", press);
    }

    public async Task<JsonNode?> Submit(FakeView modal, params (string Field, string Value)[] answers) => await bot.Deliver("interactive", new JsonObject
    {
        ["type"] = "view_submission",
        ["user"] = new JsonObject { ["id"] = User },
        ["trigger_id"] = await Trigger(),
        ["view"] = new JsonObject
        {
            ["id"] = modal.Id,
            ["type"] = "modal",
            ["callback_id"] = modal.Json["callback_id"]?.DeepClone(),
            ["private_metadata"] = modal.Json["private_metadata"]?.DeepClone(),
            ["state"] = new JsonObject { ["values"] = SlackPerson.Values(modal.Json["blocks"]!.AsArray(), answers) },
        },
    });

    public async Task<JsonNode?> Slash(string text) => await bot.Deliver("slash_commands", new JsonObject
    {
        ["command"] = "/mql",
        ["text"] = text,
        ["user_id"] = User,
        ["channel_id"] = Channel,
        ["trigger_id"] = await Trigger(),
        ["response_url"] = bot.Front.ResponseUrl(User, Channel),
    });

    /// <summary>Writes below a message: stored in the workspace first, then told to the bot.</summary>
    public async Task Reply(FakeMessage top, string words)
    {
        var posted = await bot.Emulator.Call(SlackEmulator.TokenOf(name), "chat.postMessage", new JsonObject { ["channel"] = top.Channel, ["text"] = words, ["thread_ts"] = top.Ts });
        await bot.Deliver("events_api", new JsonObject
        {
            ["type"] = "event_callback",
            ["event_id"] = "Ev" + posted["ts"]!.GetValue<string>(),
            ["event"] = new JsonObject
            {
                ["type"] = "message",
                ["channel"] = top.Channel,
                ["channel_type"] = "channel",
                ["user"] = User,
                ["text"] = words,
                ["ts"] = posted["ts"]!.DeepClone(),
                ["thread_ts"] = top.Ts,
            },
        });
    }

    public async Task OpenHome() => await bot.Deliver("events_api", new JsonObject
    {
        ["type"] = "event_callback",
        ["event_id"] = "EvHome" + name,
        ["event"] = new JsonObject { ["type"] = "app_home_opened", ["user"] = User, ["tab"] = "home" },
    });

    private async Task<JsonObject> Press(FakeButton button, JsonObject container, string ts) => new()
    {
        ["type"] = "block_actions",
        ["user"] = new JsonObject { ["id"] = User },
        ["trigger_id"] = await Trigger(),
        ["container"] = container,
        ["channel"] = new JsonObject { ["id"] = Channel },
        ["response_url"] = bot.Front.ResponseUrl(User, Channel, ts),
        ["actions"] = new JsonArray(new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = button.Action,
            ["block_id"] = "b1",
            ["value"] = button.Value,
            ["action_ts"] = string.Create(CultureInfo.InvariantCulture, $"1790000000.{Interlocked.Increment(ref presses):000000}"),
        }),
    };

    private async Task<string> Trigger() =>
        (await bot.Emulator.Call("views.generateTriggerId", new JsonObject { ["user_id"] = User }))["trigger_id"]!.GetValue<string>();
}
