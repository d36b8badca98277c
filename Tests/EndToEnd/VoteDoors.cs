using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using AlignmentBot.Cards;
using AlignmentBot.Tests.Fakes.Slack;
using AlignmentBot.Tests.Fakes.Teams;

namespace AlignmentBot.Tests.EndToEnd;

/// <summary>Votes as the two platforms deliver them: signed form posts of Slack, invokes of Teams with a signed token.</summary>
/// <param name="bearer">Of the Bot Framework, good for all requests.</param>
internal sealed class VoteDoors(HttpClient http, FakeSlack slack, FakeConnector connector, string bearer)
{
    private readonly SlackDoor door = new(http, slack);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static string SlackOf(string member) => "U0" + member.ToUpperInvariant();

    public static string TeamsOf(string member) => "aad-" + member;

    /// <summary>Sends the ballot in a modal of Slack; returns what it says then.</summary>
    public async Task<string> InSlack(string member, string delivery, string round, string choice)
    {
        var reply = await door.Interaction(new JsonObject
        {
            ["type"] = "view_submission",
            ["user"] = new JsonObject { ["id"] = SlackOf(member) },
            ["view"] = new JsonObject
            {
                ["id"] = "V" + delivery,
                ["type"] = "modal",
                ["callback_id"] = FormIds.Vote,
                ["private_metadata"] = round,
                ["state"] = new JsonObject { ["values"] = new JsonObject { ["choice"] = new JsonObject { ["choice"] = new JsonObject { ["type"] = "static_select", ["selected_option"] = new JsonObject { ["value"] = choice } } } } },
            },
        });
        Assert.True(reply.Status == 200, $"{reply.Status}: {reply.Body}");
        return reply.Body;
    }

    /// <summary>Opens the ballot in a dialog of Teams.</summary>
    /// <returns>What the dialog carries when it is sent, but for what is chosen in it.</returns>
    public async Task<JsonObject> OpenInTeams(string member, string round)
    {
        var data = new JsonObject { ["msteams"] = new JsonObject { ["type"] = "task/fetch" }, ["verb"] = ActionIds.VoteForm, ["value"] = round, ["t"] = "open-" + member };
        var answer = JsonNode.Parse(await Post(Invoke(member, "open-" + member, "task/fetch", data)))!;
        return answer["task"]!["value"]!["card"]!["content"]!["actions"]![0]!["data"]!.DeepClone().AsObject();
    }

    /// <summary>Sends the ballot in a dialog of Teams; returns what it says then.</summary>
    /// <param name="dialog">Of any voter: its token is replaced by the delivery.</param>
    public Task<string> InTeams(string member, string delivery, JsonObject dialog, string choice)
    {
        var data = dialog.DeepClone().AsObject();
        data["t"] = delivery;
        data["choice"] = choice;
        return Post(Invoke(member, delivery, "task/submit", data));
    }

    private JsonObject Invoke(string member, string id, string name, JsonObject data) => new()
    {
        ["type"] = "invoke",
        ["id"] = "f:" + id,
        ["name"] = name,
        ["channelId"] = "msteams",
        ["serviceUrl"] = connector.ServiceUrl,
        ["locale"] = "en-GB",
        ["from"] = new JsonObject { ["id"] = "29:" + member, ["name"] = member, ["aadObjectId"] = TeamsOf(member) },
        ["recipient"] = new JsonObject { ["id"] = "28:" + FakeEntra.AppId, ["name"] = "AlignmentBot" },
        ["conversation"] = new JsonObject { ["id"] = "a:" + TeamsOf(member), ["conversationType"] = "personal", ["tenantId"] = FakeConnector.Tenant },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = FakeConnector.Tenant } },
        ["value"] = new JsonObject { ["data"] = data, ["commandId"] = string.Empty, ["context"] = new JsonObject { ["theme"] = "default" } },
    };

    private async Task<string> Post(JsonObject activity)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.Authorization = AuthenticationHeaderValue.Parse(bearer);
        using var response = await http.SendAsync(request, Ct);
        var body = await response.Content.ReadAsStringAsync(Ct);
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {body}");
        return body;
    }
}
