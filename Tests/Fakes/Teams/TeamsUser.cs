using System.Globalization;
using System.Text.Json.Nodes;
using AlignmentBot.Cards;
using AlignmentBot.Domain;

namespace AlignmentBot.Tests.Fakes.Teams;

/// <summary>Somebody in Teams, and the activities that Teams makes of what they do.</summary>
public sealed class TeamsUser(TeamsBot bot, string account, string userId)
{
    private static long lastId = 1_790_000_000_000;

    public string Account => account;

    public string Chat => "a:" + account;

    /// <summary>The card of a subject as this person sees it.</summary>
    public Task<TeamsAnswer> View(string subject, string? message = null) => bot.Post(Execute(ActionIds.View, new JsonObject { ["value"] = subject }, message));

    /// <summary>Presses a button that changes its card.</summary>
    public Task<TeamsAnswer> Press(string verb, LeadId lead, string token = "token-1") => bot.Post(Pressing(verb, lead, token));

    public JsonObject Pressing(string verb, LeadId lead, string token = "token-1") => Execute(verb, new JsonObject { ["value"] = lead.Value, ["t"] = token });

    public Task<TeamsAnswer> Press(JsonNode button, string? message = null) =>
        bot.Post(Execute(button["verb"]!.GetValue<string>(), button["data"]!.DeepClone().AsObject(), message));

    /// <summary>Presses a button of a card where it stands in its channel.</summary>
    public JsonObject Pressing(FakeTeamsMessage card, string verb, string value)
    {
        var action = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = card.Button(verb, value)["data"]!.DeepClone() };
        var activity = Invoke("adaptiveCard/action", new JsonObject { ["action"] = action, ["trigger"] = "manual" }, $"{card.Conversation};messageid={card.Top ?? card.Id}");
        activity["replyToId"] = card.Id;
        return activity;
    }

    /// <summary>Presses a button that opens a dialog.</summary>
    public Task<TeamsAnswer> Open(string verb, string value, string? conversation = null) => bot.Post(Invoke(
        "task/fetch",
        new JsonObject
        {
            ["data"] = new JsonObject { ["msteams"] = new JsonObject { ["type"] = "task/fetch" }, ["verb"] = verb, ["value"] = value, ["t"] = "token-1" },
            ["context"] = new JsonObject { ["theme"] = "default" },
        },
        conversation));

    /// <summary>Sends a dialog with what was typed.</summary>
    public Task<TeamsAnswer> Send(TeamsAnswer dialog, params (string Field, string Value)[] typed) => Send(dialog, null, typed);

    public Task<TeamsAnswer> Send(TeamsAnswer dialog, string? conversation, params (string Field, string Value)[] typed) => bot.Post(Sending(dialog, conversation, typed));

    public JsonObject Sending(TeamsAnswer dialog, params (string Field, string Value)[] typed) => Sending(dialog, null, typed);

    public JsonObject Sending(TeamsAnswer dialog, string? conversation, params (string Field, string Value)[] typed)
    {
        var data = dialog.Card["actions"]![0]!["data"]!.DeepClone().AsObject();
        foreach (var (field, value) in typed)
            data[field] = value;
        return Invoke("task/submit", new JsonObject { ["data"] = data, ["commandId"] = "", ["context"] = new JsonObject { ["theme"] = "default" } }, conversation);
    }

    /// <summary>Chooses "Add to lead" in the menu of a message.</summary>
    public JsonObject Adding(string conversation, string message) => Invoke(
        "composeExtension/fetchTask",
        new JsonObject
        {
            ["commandId"] = "addMessage", ["commandContext"] = "message",
            ["messagePayload"] = new JsonObject { ["id"] = message, ["body"] = new JsonObject { ["contentType"] = "text", ["content"] = "They call back on Monday." } },
            ["context"] = new JsonObject { ["theme"] = "default" },
        },
        conversation);

    public JsonObject Invoke(string name, JsonObject value, string? conversation = null)
    {
        var activity = Activity("invoke", conversation);
        activity["name"] = name;
        activity["value"] = value;
        return activity;
    }

    /// <summary>Words in a conversation; where the bot is mentioned they start with its name.</summary>
    public Task<TeamsAnswer> Say(string text, string? conversation = null, bool mention = true) => bot.Post(Saying(text, conversation, mention));

    public JsonObject Saying(string text, string? conversation = null, bool mention = true)
    {
        var activity = Activity("message", conversation);
        activity["text"] = mention ? $"<at>Bot</at> {text}\n" : text;
        activity["textFormat"] = "plain";
        if (mention)
        {
            activity["entities"]!.AsArray().Add(new JsonObject
            {
                ["type"] = "mention", ["text"] = "<at>Bot</at>", ["mentioned"] = new JsonObject { ["id"] = "28:" + FakeEntra.AppId, ["name"] = "Bot" },
            });
        }

        return activity;
    }

    public JsonObject Activity(string type, string? conversation = null)
    {
        var id = conversation ?? TeamsBot.Channel;
        var personal = id.StartsWith("a:", StringComparison.Ordinal);
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = NextId(),
            ["channelId"] = "msteams",
            ["serviceUrl"] = bot.ServiceUrl,
            ["localTimezone"] = "Europe/Berlin",
            ["locale"] = "en-GB",
            ["from"] = new JsonObject { ["id"] = userId, ["name"] = account, ["aadObjectId"] = account },
            ["recipient"] = new JsonObject { ["id"] = "28:" + FakeEntra.AppId, ["name"] = "Bot" },
            ["conversation"] = new JsonObject
            {
                ["id"] = id, ["conversationType"] = personal ? "personal" : id.Contains("@thread.tacv2", StringComparison.Ordinal) ? "channel" : "groupChat", ["tenantId"] = TeamsBot.Tenant,
            },
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["timezone"] = "Europe/Berlin", ["country"] = "DE" }),
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = TeamsBot.Tenant } },
        };
        if (id.Contains("@thread.tacv2", StringComparison.Ordinal))
        {
            activity["channelData"]!["team"] = new JsonObject { ["id"] = TeamsBot.Team, ["aadGroupId"] = FakeTeamsPeople.GroupId };
            activity["channelData"]!["channel"] = new JsonObject { ["id"] = id.Split(';')[0] };
        }

        return activity;
    }

    public static string NextId() => Interlocked.Increment(ref lastId).ToString(CultureInfo.InvariantCulture);

    private JsonObject Execute(string verb, JsonObject data, string? message = null)
    {
        var activity = Invoke("adaptiveCard/action", new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data }, ["trigger"] = "manual" });
        activity["replyToId"] = message ?? "1789999999999";
        return activity;
    }
}
