using System.Globalization;
using System.Text.Json.Nodes;
using System.Web;

namespace AlignmentBot.Tests.Fakes.Teams;

/// <summary>What the calls of the connector do.</summary>
internal sealed class FakeConnectorApi(FakeTeams teams, FakeTeamsPeople people)
{
    private const string ThreadMark = ";messageid=";

    /// <summary>What is wrong with the body of a call.</summary>
    public static IEnumerable<string> Faults(FakeCall call, JsonObject? body) => call.Kind switch
    {
        "POST v3/conversations" => FakeActivityRules.OfConversation(body!),
        "POST v3/conversations/{}/activities" or "PUT v3/conversations/{}/activities/{}" => FakeActivityRules.OfMessage(body),
        _ => [],
    };

    public FakeReply Do(FakeCall call, JsonObject? body) => call.Kind switch
    {
        "POST v3/conversations" => Create(body!),
        "POST v3/conversations/{}/activities" => Post(call.Id(0), body!),
        "PUT v3/conversations/{}/activities/{}" => Put(call.Id(0), call.Id(1), body!),
        "GET v3/conversations/{}/pagedmembers" => Members(call.Query),
        "GET v3/conversations/{}/members/{}" => Member(call.Id(1)),
        "GET v3/teams/{}" => FakeReply.Ok(new JsonObject { ["id"] = call.Id(0), ["name"] = "Revenue", ["aadGroupId"] = FakeTeamsPeople.GroupId }),
        "GET v3/teams/{}/conversations" => Channels(),
        "GET graph/teams/{}/members" => Owners(),
        _ => throw new InvalidOperationException($"The fake does not know {call.Kind}."),
    };

    private FakeReply Create(JsonObject body)
    {
        if (body["channelData"]?["channel"]?["id"]?.GetValue<string>() is { } channel)
        {
            var top = teams.Add(channel, null, body["activity"]!.AsObject());
            return FakeReply.Ok(new JsonObject { ["id"] = channel + ThreadMark + top.Id, ["activityId"] = top.Id }, 201);
        }

        var user = body["members"]![0]!["id"]!.GetValue<string>();
        return people.Everybody.Any(person => person.Key == user || person.Value.UserId == user)
            ? FakeReply.Ok(new JsonObject { ["id"] = ChatWith(user) }, 201)
            : FakeReply.Error(403, "ForbiddenOperationException");
    }

    /// <summary>One chat per person, however they are named.</summary>
    private string ChatWith(string user) => "a:" + people.Everybody.First(person => person.Key == user || person.Value.UserId == user).Key;

    private FakeReply Post(string conversation, JsonObject activity)
    {
        var cut = conversation.IndexOf(ThreadMark, StringComparison.Ordinal);
        if (cut < 0)
            return Posted(teams.Add(conversation, null, activity));
        var (place, top) = (conversation[..cut], conversation[(cut + ThreadMark.Length)..]);
        return teams.Find(place, top) is null ? FakeReply.Error(404, "ConversationNotFound") : Posted(teams.Add(place, top, activity));
    }

    private FakeReply Put(string conversation, string id, JsonObject activity)
    {
        var cut = conversation.IndexOf(ThreadMark, StringComparison.Ordinal);
        if (teams.Find(cut < 0 ? conversation : conversation[..cut], id) is not { } message)
            return FakeReply.Error(404, "ActivityNotFoundInConversation");
        teams.Edit(message, activity);
        return Posted(message);
    }

    private static FakeReply Posted(FakeTeamsMessage message) => FakeReply.Ok(new JsonObject { ["id"] = message.Id });

    private FakeReply Members(string query)
    {
        var asked = HttpUtility.ParseQueryString(query);
        var from = int.Parse(asked["continuationToken"]?["page:".Length..] ?? "0", CultureInfo.InvariantCulture);
        var size = Math.Min(people.PageSize, int.Parse(asked["pageSize"]!, CultureInfo.InvariantCulture));
        var page = people.Members.Skip(from).Take(size).Select(member => (JsonNode)member).ToArray();
        var next = from + size < people.Members.Count ? string.Create(CultureInfo.InvariantCulture, $"page:{from + size}") : null;
        return FakeReply.Ok(new JsonObject { ["continuationToken"] = next, ["members"] = new JsonArray(page) });
    }

    private FakeReply Member(string user) =>
        people.Everybody.FirstOrDefault(person => person.Key == user || person.Value.UserId == user) is { Key: { } account, Value: { } person }
            ? FakeReply.Ok(person.Member(account))
            : FakeReply.Error(404, "MemberNotFoundInConversation");

    private FakeReply Channels() => FakeReply.Ok(new JsonObject
    {
        ["conversations"] = new JsonArray([.. people.Channels.Select(channel => (JsonNode)new JsonObject { ["id"] = channel.Key, ["name"] = channel.Value })]),
    });

    private FakeReply Owners() => people.GraphConsent
        ? FakeReply.Ok(new JsonObject
        {
            ["value"] = new JsonArray([.. people.Everybody.Select(person => (JsonNode)new JsonObject
            {
                ["userId"] = person.Key, ["roles"] = person.Value.Owner ? new JsonArray("owner") : new JsonArray(),
            })]),
        })
        : FakeReply.Error(403, "Forbidden");
}
