using System.Globalization;
using System.Text.Json.Nodes;

namespace AlignmentBot.Tests.Fakes.Slack;

/// <summary>Somebody in the workspace, at a phone.</summary>
public sealed partial class SlackPerson(string user, SlackDoor door, FakeSlack slack)
{
    private static int clicks;

    public string User => user;

    /// <summary>Presses the button with this action on a message, as it stands there now.</summary>
    public Task<SlackReply> Click(FakeMessage message, string action, string? value = null) => Press(ClickOn(message, action, value));

    public Task<SlackReply> Press(JsonObject payload) => door.Interaction(payload);

    /// <summary>The payload of a click, which can be sent more than once.</summary>
    public JsonObject ClickOn(FakeMessage message, string action, string? value = null)
    {
        var button = message.Buttons.FirstOrDefault(shown => shown.Action == action && (value is null || shown.Value == value))
            ?? throw new InvalidOperationException($"The message shows no {action}, only: {string.Join(", ", message.Buttons.Select(shown => shown.Action))}");
        return Payload(new JsonObject
        {
            ["container"] = Container(message.Channel, message.Ts, message.ThreadTs, ephemeral: false),
            ["channel"] = new JsonObject { ["id"] = message.Channel },
            ["message"] = new JsonObject { ["ts"] = message.Ts, ["text"] = message.Text, ["blocks"] = message.Blocks.DeepClone() },
            ["response_url"] = door.ResponseUrl(user, message.Channel),
        }, button);
    }

    /// <summary>Presses a button in what only they see.</summary>
    public Task<SlackReply> ClickEphemeral(string channel, FakeButton button) => door.Interaction(Payload(new JsonObject
    {
        ["container"] = Container(channel, slack.Workspace.NewTs(), null, ephemeral: true),
        ["channel"] = new JsonObject { ["id"] = channel },
        ["response_url"] = door.ResponseUrl(user, channel),
    }, button));

    /// <summary>Presses a button on their Home tab.</summary>
    public Task<SlackReply> ClickHome(FakeButton button) => door.Interaction(Payload(new JsonObject
    {
        ["container"] = new JsonObject { ["type"] = "view", ["view_id"] = "VHOME" },
        ["view"] = new JsonObject { ["id"] = "VHOME", ["type"] = "home", ["state"] = new JsonObject { ["values"] = new JsonObject() } },
    }, button));

    /// <summary>Fills in a modal and sends it.</summary>
    public Task<SlackReply> Submit(FakeView view, params (string Field, string Value)[] answers) => door.Interaction(SubmissionOf(view, answers));

    public JsonObject SubmissionOf(FakeView view, params (string Field, string Value)[] answers) => new()
    {
        ["type"] = "view_submission",
        ["user"] = new JsonObject { ["id"] = user },
        ["trigger_id"] = slack.Workspace.NewTrigger(),
        ["view"] = new JsonObject
        {
            ["id"] = view.Id,
            ["type"] = "modal",
            ["callback_id"] = view.Json["callback_id"]?.DeepClone(),
            ["private_metadata"] = view.Json["private_metadata"]?.DeepClone(),
            ["state"] = new JsonObject { ["values"] = Values(view.Json["blocks"]!.AsArray(), answers) },
        },
    };

    public Task<SlackReply> Slash(string text, string channel) => door.Slash(user, channel, text);

    /// <summary>Writes below a message. What is answered with 503 is sent again, as Slack does.</summary>
    public async Task<SlackReply> Reply(FakeMessage top, string words, string eventId)
    {
        var said = ReplyTo(top, words);
        for (var tries = 0; ; tries++)
        {
            var reply = await door.Event(said.DeepClone().AsObject(), eventId);
            if (reply.Status != 503 || tries == 100)
                return reply;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
        }
    }

    public JsonObject ReplyTo(FakeMessage top, string words) => new()
    {
        ["type"] = "message",
        ["channel"] = top.Channel,
        ["channel_type"] = "channel",
        ["user"] = user,
        ["text"] = words,
        ["ts"] = slack.Workspace.NewTs(),
        ["thread_ts"] = top.Ts,
    };

    /// <summary>Writes to the bot: in its direct conversation, or with its name in a channel.</summary>
    public Task<SlackReply> Write(string words, string channel, string eventId) => door.Event(new JsonObject
    {
        ["type"] = channel[0] == 'D' ? "message" : "app_mention",
        ["channel"] = channel,
        ["channel_type"] = channel[0] == 'D' ? "im" : "channel",
        ["user"] = user,
        ["text"] = words,
        ["ts"] = slack.Workspace.NewTs(),
    }, eventId);

    /// <summary>Chooses a global shortcut.</summary>
    public Task<SlackReply> Shortcut(string id) => door.Interaction(new JsonObject
    {
        ["type"] = "shortcut",
        ["user"] = new JsonObject { ["id"] = user },
        ["callback_id"] = id,
        ["action_ts"] = slack.Workspace.NewTs(),
        ["trigger_id"] = slack.Workspace.NewTrigger(),
    });

    public Task<SlackReply> OpenHome(string eventId) =>
        door.Event(new JsonObject { ["type"] = "app_home_opened", ["user"] = user, ["tab"] = "home", ["channel"] = "D" + user[1..] }, eventId);

    private JsonObject Payload(JsonObject where, FakeButton button)
    {
        where["type"] = "block_actions";
        where["user"] = new JsonObject { ["id"] = user, ["username"] = "nobody" };
        where["team"] = new JsonObject { ["id"] = "T0TEAM" };
        where["trigger_id"] = slack.Workspace.NewTrigger();
        where["actions"] = new JsonArray(new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = button.Action,
            ["block_id"] = "b1",
            ["value"] = button.Value,
            ["action_ts"] = string.Create(CultureInfo.InvariantCulture, $"1790000000.{Interlocked.Increment(ref clicks):000000}"),
        });
        return where;
    }

    private static JsonObject Container(string channel, string ts, string? thread, bool ephemeral)
    {
        var container = new JsonObject { ["type"] = "message", ["message_ts"] = ts, ["channel_id"] = channel, ["is_ephemeral"] = ephemeral };
        if (thread is not null)
            container["thread_ts"] = thread;
        return container;
    }
}
