using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace AlignmentBot.Tests.Fakes.Slack;

/// <summary>The people, user groups and channels of the fake workspace. Whoever is not listed is an ordinary colleague of their id's name.</summary>
public sealed class FakeDirectory(Dictionary<string, FakeChannel> channels)
{
    private readonly ConcurrentDictionary<string, JsonObject> people = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (string Name, string[] People)> groups = new(StringComparer.Ordinal);

    /// <summary>Accounts of which the workspace knows nothing.</summary>
    public ConcurrentBag<string> Unknown { get; } = [];

    /// <param name="flags">Such as <c>is_admin</c> or <c>deleted</c>.</param>
    public void Person(string id, string name, string? email, string zone = "Europe/Amsterdam", params string[] flags)
    {
        var person = new JsonObject
        {
            ["id"] = id,
            ["name"] = name.ToLowerInvariant(),
            ["tz"] = zone,
            ["locale"] = "en-US",
            ["profile"] = new JsonObject { ["display_name"] = name, ["real_name"] = name + " Example", ["email"] = email },
        };
        foreach (var flag in flags)
            person[flag] = true;
        people[id] = person;
    }

    public void Group(string id, string name, params string[] accounts) => groups[id] = (name, accounts);

    public JsonObject? Do(string method, JsonObject arguments) => method switch
    {
        "users.info" => User(Text(arguments, "user")),
        "usergroups.list" => new JsonObject { ["ok"] = true, ["usergroups"] = new JsonArray([.. groups.Select(group => (JsonNode)new JsonObject { ["id"] = group.Key, ["name"] = group.Value.Name, ["handle"] = group.Value.Name.ToLowerInvariant() })]) },
        "usergroups.users.list" => groups.TryGetValue(Text(arguments, "usergroup"), out var group)
            ? new JsonObject { ["ok"] = true, ["users"] = new JsonArray([.. group.People.Select(account => (JsonNode)account)]) }
            : Error("no_such_subteam"),
        "conversations.info" => Conversation(Text(arguments, "channel")),
        "chat.getPermalink" => channels.ContainsKey(Text(arguments, "channel"))
            ? new JsonObject { ["ok"] = true, ["permalink"] = $"https://example.slack.com/archives/{Text(arguments, "channel")}/p{Text(arguments, "message_ts").Replace(".", string.Empty, StringComparison.Ordinal)}" }
            : Error("channel_not_found"),
        _ => null,
    };

    private JsonObject User(string id)
    {
        if (Unknown.Contains(id))
            return Error("user_not_found");
        if (!people.TryGetValue(id, out var person))
        {
            Person(id, id[2..], id.ToLowerInvariant() + "@example.com");
            person = people[id];
        }

        return new JsonObject { ["ok"] = true, ["user"] = person.DeepClone() };
    }

    private JsonObject Conversation(string id)
    {
        if (id[0] == 'D')
            return new JsonObject { ["ok"] = true, ["channel"] = new JsonObject { ["id"] = id, ["is_im"] = true } };
        return channels.TryGetValue(id, out var channel) ? channel.Tell(id) : Error("channel_not_found");
    }

    private static string Text(JsonObject arguments, string name) => arguments[name]!.GetValue<string>();

    private static JsonObject Error(string error) => new() { ["ok"] = false, ["error"] = error };
}
