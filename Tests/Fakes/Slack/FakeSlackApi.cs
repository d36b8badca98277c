using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace AlignmentBot.Tests.Fakes.Slack;

/// <summary>What the methods do.</summary>
internal sealed class FakeSlackApi(FakeWorkspace workspace, FakeDirectory directory)
{
    private readonly ConcurrentDictionary<string, long> lastPost = new(StringComparer.Ordinal);

    public JsonObject Do(string method, JsonObject arguments, FakeTeam team, TimeSpan gap, Action<string> violate) => method switch
    {
        "auth.test" => Ok(("team", team.Name), ("team_id", team.Id), ("user_id", team.BotUser), ("bot_id", "B0BOT")),
        "chat.postMessage" => Post(arguments, gap, violate),
        "chat.update" => Update(arguments),
        "chat.postEphemeral" => Whisper(arguments),
        "conversations.open" => new JsonObject { ["ok"] = true, ["channel"] = new JsonObject { ["id"] = Direct(Text(arguments, "users")!) } },
        "conversations.history" => History(arguments),
        "conversations.replies" => Replies(arguments),
        "views.open" => Open(arguments),
        "views.update" => workspace.Replace(Text(arguments, "view_id")!, arguments["view"]!.AsObject()) ? Shown(Text(arguments, "view_id")!) : Error("not_found"),
        "views.publish" => Publish(arguments),
        _ => directory.Do(method, arguments) ?? throw new InvalidOperationException($"The fake does not know {method}."),
    };

    private static string Direct(string channel) => channel[0] == 'U' ? "D" + channel[1..] : channel;

    private JsonObject Post(JsonObject arguments, TimeSpan gap, Action<string> violate)
    {
        var channel = Direct(Text(arguments, "channel")!);
        var now = Environment.TickCount64;
        // Timers of the machine are that coarse.
        const int tolerance = 30;
        if (lastPost.TryGetValue(channel, out var last) && now - last + tolerance < gap.TotalMilliseconds)
            violate($"chat.postMessage: {now - last} ms after the last message in {channel}");
        lastPost[channel] = now;
        var thread = Text(arguments, "thread_ts");
        if (thread is not null && !workspace.In(channel).Any(message => message.Ts == thread))
            violate($"chat.postMessage: thread_ts {thread} is no message of {channel}");
        var message = workspace.Add(channel, thread, arguments);
        return Ok(("channel", message.Channel), ("ts", message.Ts));
    }

    private JsonObject Update(JsonObject arguments)
    {
        var (channel, ts) = (Text(arguments, "channel")!, Text(arguments, "ts")!);
        return workspace.Edit(channel, ts, arguments) ? Ok(("channel", channel), ("ts", ts)) : Error("message_not_found");
    }

    private JsonObject Whisper(JsonObject arguments)
    {
        workspace.Whisper(new FakeEphemeral(
            Text(arguments, "channel"), Text(arguments, "user")!, FakeBlocks.Words(arguments["blocks"]), false, arguments["blocks"]!.DeepClone().AsArray()));
        return Ok(("message_ts", workspace.NewTs()));
    }

    private JsonObject Publish(JsonObject arguments)
    {
        var (user, hash) = (Text(arguments, "user_id")!, Text(arguments, "hash"));
        if (hash is not null && hash != workspace.HashOf(user))
            return Error("hash_conflict");
        workspace.Publish(user, arguments["view"]!.AsObject());
        return new JsonObject { ["ok"] = true, ["view"] = new JsonObject { ["id"] = "VHOME", ["hash"] = workspace.HashOf(user) } };
    }

    private JsonObject Open(JsonObject arguments) =>
        workspace.Open(Text(arguments, "trigger_id")!, arguments["view"]!.AsObject()) is { } error ? Error(error) : Shown(workspace.Views[^1].Id);

    private static JsonObject Shown(string view) => new() { ["ok"] = true, ["view"] = new JsonObject { ["id"] = view, ["hash"] = "h" } };

    private JsonObject History(JsonObject arguments)
    {
        var oldest = decimal.Parse(Text(arguments, "oldest") ?? "0", CultureInfo.InvariantCulture);
        return Page(arguments, workspace.In(Text(arguments, "channel")!).Where(message => decimal.Parse(message.Ts, CultureInfo.InvariantCulture) >= oldest).Reverse());
    }

    private JsonObject Replies(JsonObject arguments)
    {
        var (channel, ts) = (Text(arguments, "channel")!, Text(arguments, "ts")!);
        return workspace.In(channel).FirstOrDefault(message => message.Ts == ts) is { } top
            ? Page(arguments, workspace.Thread(top).Prepend(top))
            : Error("thread_not_found");
    }

    private static JsonObject Page(JsonObject arguments, IEnumerable<FakeMessage> messages)
    {
        var limit = int.Parse(Text(arguments, "limit") ?? "100", CultureInfo.InvariantCulture);
        var from = int.Parse(Text(arguments, "cursor") ?? "0", CultureInfo.InvariantCulture);
        var all = messages.ToList();
        var shown = all.Skip(from).Take(limit).Select(message => (JsonNode)new JsonObject
        {
            ["ts"] = message.Ts,
            ["text"] = message.Text,
            ["metadata"] = Text(arguments, "include_all_metadata") == "true" ? message.Metadata?.DeepClone() : null,
        });
        var next = from + limit < all.Count ? (from + limit).ToString(CultureInfo.InvariantCulture) : string.Empty;
        return new JsonObject { ["ok"] = true, ["messages"] = new JsonArray([.. shown]), ["response_metadata"] = new JsonObject { ["next_cursor"] = next } };
    }

    private static string? Text(JsonObject arguments, string name) => arguments[name]?.GetValue<string>();

    private static JsonObject Ok(params (string Name, string Value)[] more)
    {
        var answer = new JsonObject { ["ok"] = true };
        foreach (var (name, value) in more)
            answer[name] = value;
        return answer;
    }

    private static JsonObject Error(string error) => new() { ["ok"] = false, ["error"] = error };
}
