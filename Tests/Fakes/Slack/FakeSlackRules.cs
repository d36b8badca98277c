using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace AlignmentBot.Tests.Fakes.Slack;

/// <summary>What each method needs and takes. A call beyond this list was never announced. Source: docs.slack.dev/reference/methods</summary>
internal static class FakeSlackRules
{
    public static readonly FrozenDictionary<string, FakeMethod> Methods = new Dictionary<string, FakeMethod>(StringComparer.Ordinal)
    {
        ["auth.test"] = new(null, Json: false, []),
        ["chat.postMessage"] = new("chat:write", Json: true, ["channel", "text", "blocks"], "thread_ts", "metadata", "unfurl_links", "unfurl_media"),
        ["chat.update"] = new("chat:write", Json: true, ["channel", "ts", "text", "blocks"], "unfurl_links", "unfurl_media"),
        ["chat.postEphemeral"] = new("chat:write", Json: true, ["channel", "user", "text", "blocks"], "thread_ts"),
        ["conversations.open"] = new("im:write", Json: false, ["users"]),
        ["conversations.info"] = new("channels:read", Json: false, ["channel"]),
        ["conversations.history"] = new("channels:history", Json: false, ["channel"], "oldest", "limit", "cursor", "include_all_metadata"),
        ["conversations.replies"] = new("channels:history", Json: false, ["channel", "ts"], "limit", "cursor", "include_all_metadata"),
        ["views.open"] = new(null, Json: true, ["trigger_id", "view"]),
        ["views.publish"] = new(null, Json: true, ["user_id", "view"], "hash"),
        ["views.update"] = new(null, Json: true, ["view_id", "view"]),
        ["users.info"] = new("users:read", Json: false, ["user"], "include_locale"),
        ["usergroups.list"] = new("usergroups:read", Json: false, []),
        ["usergroups.users.list"] = new("usergroups:read", Json: false, ["usergroup"]),
        ["chat.getPermalink"] = new(null, Json: false, ["channel", "message_ts"]),
        ["apps.connections.open"] = new(null, Json: false, []),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The scopes of <c>manifest/slack.json</c>.</summary>
    public static IEnumerable<string> GrantedScopes { get; } = Manifest()["oauth_config"]!["scopes"]!["bot"]!.AsArray().Select(scope => scope!.GetValue<string>()).ToList();

    public static IEnumerable<string> Faults(string method, JsonObject arguments)
    {
        var rule = Methods[method];
        foreach (var missing in rule.Required.Where(name => arguments[name] is null))
            yield return $"{method}: no {missing}";
        foreach (var (name, _) in arguments.Where(argument => !rule.Required.Contains(argument.Key) && !rule.Optional.Contains(argument.Key)))
            yield return $"{method}: unknown argument {name}";
        if (rule.Required.Contains("blocks") && arguments["blocks"] is not null)
        {
            foreach (var fault in BlockKitRules.OfMessage(arguments.ToJsonString()))
                yield return $"{method}: {fault}";
        }

        if (arguments["view"] is JsonObject view)
        {
            foreach (var fault in ViewFaults(view))
                yield return $"{method}: {fault}";
        }
    }

    /// <summary>A view without a form has no button that sends it; its blocks obey the rules all the same.</summary>
    public static IEnumerable<string> ViewFaults(JsonObject view)
    {
        if (view["submit"] is not null)
            return BlockKitRules.OfView(view.ToJsonString());
        var title = view["type"]?.GetValue<string>() == "modal" ? view["title"]?["text"]?.GetValue<string>() : "home";
        return BlockKitRules.OfPage(view.ToJsonString()).Concat(title is { Length: > 0 and <= 24 } ? [] : ["view: no title of 1 to 24"]);
    }

    private static JsonObject Manifest() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Layout.RepositoryRoot.Path, "manifest", "slack.json")))!.AsObject();
}

/// <param name="Scope">Null when any token will do.</param>
/// <param name="Json">Whether arguments come as JSON, else as a form.</param>
internal sealed record FakeMethod(string? Scope, bool Json, string[] Required, params string[] Optional);
