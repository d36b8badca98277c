using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Tests.Fakes.Teams;

/// <summary>What one person does in the fake Teams, as Teams would tell the bot.</summary>
public sealed class TeamsHand(HttpClient http, FakeConnector connector, Member member)
{
    private static int count;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Presses a button of a card.</summary>
    /// <returns>The body of the bot's answer.</returns>
    public async Task<JsonObject> Press(FakeTeamsMessage card, string verb, string value)
    {
        var action = card.Button(verb, value);
        var activity = Activity("invoke", card.Conversation, card.Top ?? card.Id);
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = card.Id;
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = action["data"]!.DeepClone() },
            ["trigger"] = "manual",
        };
        return (await Send(activity))!;
    }

    /// <summary>Opens the dialog behind a button.</summary>
    public Task<TeamsAnswer> Open(string verb, string value) => Dialog(
        "task/fetch", new JsonObject { ["msteams"] = new JsonObject { ["type"] = "task/fetch" }, ["verb"] = verb, ["value"] = value, ["t"] = "token-1" });

    /// <summary>Sends a dialog with what was typed.</summary>
    public Task<TeamsAnswer> Send(TeamsAnswer dialog, string field, string value)
    {
        var data = dialog.Card["actions"]![0]!["data"]!.DeepClone().AsObject();
        data[field] = value;
        return Dialog("task/submit", data);
    }

    /// <summary>Writes below a card, mentioning the bot.</summary>
    public async Task Write(FakeTeamsMessage top, string words)
    {
        const string mention = "<at>AlignmentBot</at>";
        var activity = Activity("message", top.Conversation, top.Id);
        activity["text"] = $"{mention} {words}\n";
        activity["textFormat"] = "plain";
        activity["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = mention,
            ["mentioned"] = new JsonObject { ["id"] = "28:" + FakeTokenEndpoint.AppId, ["name"] = "AlignmentBot" },
        });
        await Send(activity);
    }

    private async Task<TeamsAnswer> Dialog(string name, JsonObject data)
    {
        var activity = Activity("invoke", "a:" + SendingBot.AccountOf(member), "1");
        activity["conversation"] = new JsonObject { ["id"] = "a:" + SendingBot.AccountOf(member), ["conversationType"] = "personal", ["tenantId"] = FakeConnector.Tenant };
        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = FakeConnector.Tenant } };
        activity["name"] = name;
        activity["value"] = new JsonObject { ["data"] = data, ["context"] = new JsonObject { ["theme"] = "default" } };
        return new TeamsAnswer(200, (await Send(activity))!.ToJsonString());
    }

    private JsonObject Activity(string type, string conversation, string thread) => new()
    {
        ["type"] = type,
        ["id"] = string.Create(CultureInfo.InvariantCulture, $"f:{Interlocked.Increment(ref count)}"),
        ["timestamp"] = "2026-11-20T09:00:00.000Z",
        ["channelId"] = "msteams",
        ["serviceUrl"] = connector.ServiceUrl,
        ["from"] = new JsonObject { ["id"] = "29:" + member.Id.Value, ["name"] = member.Name, ["aadObjectId"] = SendingBot.AccountOf(member) },
        ["recipient"] = new JsonObject { ["id"] = "28:" + FakeTokenEndpoint.AppId, ["name"] = "AlignmentBot" },
        ["conversation"] = new JsonObject
        {
            ["id"] = $"{conversation};messageid={thread}", ["conversationType"] = "channel", ["tenantId"] = FakeConnector.Tenant, ["isGroup"] = true,
        },
        ["channelData"] = new JsonObject
        {
            ["tenant"] = new JsonObject { ["id"] = FakeConnector.Tenant },
            ["team"] = new JsonObject { ["id"] = FakeTeamsPeople.TeamId, ["aadGroupId"] = FakeTeamsPeople.GroupId },
            ["channel"] = new JsonObject { ["id"] = conversation },
        },
    };

    private async Task<JsonObject?> Send(JsonObject activity)
    {
        using var answer = await http.PostAsJsonAsync(new Uri("/api/messages", UriKind.Relative), activity, Ct);
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadAsStringAsync(Ct);
        return body.Length == 0 ? null : JsonNode.Parse(body)!.AsObject();
    }
}
