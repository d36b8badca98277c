using System.Text.Json.Nodes;

namespace AlignmentBot.Tests.Fakes.Slack;

public sealed partial class SlackPerson
{
    /// <summary>Presses a button in a modal.</summary>
    public Task<SlackReply> ClickModal(FakeView view, string action)
    {
        var button = FakeBlocks.Buttons(view.Json["blocks"]).First(shown => shown.Action == action);
        return door.Interaction(Payload(new JsonObject
        {
            ["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id },
            ["view"] = new JsonObject { ["id"] = view.Id, ["type"] = "modal", ["state"] = new JsonObject { ["values"] = new JsonObject() } },
        }, button));
    }

    /// <summary>Uses a shortcut on a message that anybody wrote.</summary>
    public Task<SlackReply> ShortcutOn(string channel, string ts, string id) => door.Interaction(new JsonObject
    {
        ["type"] = "message_action",
        ["user"] = new JsonObject { ["id"] = user },
        ["callback_id"] = id,
        ["channel"] = new JsonObject { ["id"] = channel },
        ["message"] = new JsonObject { ["ts"] = ts, ["text"] = "They called back." },
        ["message_ts"] = ts,
        ["response_url"] = door.ResponseUrl(user, channel),
        ["trigger_id"] = slack.Workspace.NewTrigger(),
    });

    /// <summary>Types into a field that looks its options up.</summary>
    public async Task<IReadOnlyList<(string Value, string Label)>> Type(FakeView view, string field, string typed)
    {
        var reply = await door.Interaction(new JsonObject
        {
            ["type"] = "block_suggestion",
            ["user"] = new JsonObject { ["id"] = user },
            ["action_id"] = field,
            ["block_id"] = field,
            ["value"] = typed,
            ["view"] = new JsonObject { ["id"] = view.Id, ["type"] = "modal", ["callback_id"] = view.Json["callback_id"]?.DeepClone(), ["private_metadata"] = view.Json["private_metadata"]?.DeepClone() },
        });
        var groups = reply.Json["option_groups"]?.AsArray().SelectMany(group => group!["options"]!.AsArray()) ?? reply.Json["options"]!.AsArray();
        return [.. groups.Select(option => (option!["value"]!.GetValue<string>(), option["text"]!["text"]!.GetValue<string>()))];
    }

    /// <summary>The state of a form that was filled in, as Slack sends it.</summary>
    public static JsonObject Values(JsonArray blocks, params (string Field, string Value)[] answers)
    {
        var values = new JsonObject();
        foreach (var input in blocks.Where(block => block!["type"]!.GetValue<string>() == "input"))
        {
            var field = input!["block_id"]!.GetValue<string>();
            var given = answers.Where(answer => answer.Field == field).Select(answer => answer.Value).FirstOrDefault();
            values[field] = new JsonObject { [input["element"]!["action_id"]!.GetValue<string>()] = Answer(input["element"]!["type"]!.GetValue<string>(), given) };
        }

        return values;
    }

    private static JsonObject Answer(string kind, string? given)
    {
        var element = new JsonObject { ["type"] = kind };
        switch (kind)
        {
            case "static_select" or "external_select":
                element["selected_option"] = string.IsNullOrEmpty(given) ? null : new JsonObject { ["value"] = given };
                break;
            case "multi_users_select":
                element["selected_users"] = new JsonArray([.. (given ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(account => (JsonNode)account)]);
                break;
            default:
                element["value"] = given;
                break;
        }

        return element;
    }
}
