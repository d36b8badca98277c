using System.Text.Json;

namespace AlignmentBot.Tests.Fakes;

/// <summary>The rules for what stands inside blocks.</summary>
internal static class BlockKitElements
{
    private static readonly string[] Schemes = ["https", "http", "mailto", "tel"];

    public static Action<JsonElement, string> Button(BlockKitFaults faults) => (button, where) =>
    {
        faults.Only(button, where, "type", "action_id", "text", "value", "style", "accessibility_label", "url", "confirm");
        if (BlockKitFaults.Kind(button) != "button")
            faults.Add($"{where}: not a button");
        faults.Text(button, "action_id", 1, 255, where);
        faults.PlainText(button, "text", 75, where);
        faults.Text(button, "value", 0, 2000, where);
        faults.Text(button, "accessibility_label", 0, 75, where);
        if (button.TryGetProperty("style", out var style) && style.GetString() is not ("primary" or "danger"))
            faults.Add($"{where}: style {style}");
    };

    public static Action<JsonElement, string> RichText(BlockKitFaults faults) => (element, where) =>
    {
        switch (BlockKitFaults.Kind(element))
        {
            case "rich_text_section":
                faults.Only(element, where, "type", "elements");
                faults.Each(element, "elements", 1, 500, where, Inline(faults));
                break;
            case "rich_text_list":
                faults.Only(element, where, "type", "style", "elements", "indent", "border", "offset");
                if (element.GetProperty("style").GetString() is not ("bullet" or "ordered"))
                    faults.Add($"{where}: style");
                faults.Each(element, "elements", 1, 500, where, RichText(faults));
                break;
            default:
                faults.Add($"{where}: no such rich text: {BlockKitFaults.Kind(element)}");
                break;
        }
    };

    public static void Input(BlockKitFaults faults, JsonElement block, string where)
    {
        faults.Only(block, where, "type", "block_id", "optional", "label", "hint", "element", "dispatch_action");
        faults.Text(block, "block_id", 1, 255, where);
        faults.PlainText(block, "label", 2000, where);
        if (block.TryGetProperty("hint", out _))
            faults.PlainText(block, "hint", 2000, where);
        var element = block.GetProperty("element");
        faults.Text(element, "action_id", 1, 255, where);
        switch (BlockKitFaults.Kind(element))
        {
            case "plain_text_input":
                TextInput(faults, element, where + ".element");
                break;
            case "external_select":
                External(faults, element, where + ".element");
                break;
            case "multi_users_select":
                People(faults, element, where + ".element");
                break;
            default:
                Select(faults, element, where + ".element");
                break;
        }
    }

    private static void External(BlockKitFaults faults, JsonElement element, string where)
    {
        faults.Only(element, where, "type", "action_id", "placeholder", "initial_option", "min_query_length");
        faults.PlainText(element, "placeholder", 150, where);
        if (element.TryGetProperty("initial_option", out var chosen))
            Option(faults)(chosen, where + ".initial_option");
    }

    private static void People(BlockKitFaults faults, JsonElement element, string where)
    {
        faults.Only(element, where, "type", "action_id", "placeholder", "initial_users", "max_selected_items");
        faults.PlainText(element, "placeholder", 150, where);
        if (element.TryGetProperty("initial_users", out var users) && users.EnumerateArray().Any(user => user.GetString() is not ['U' or 'W', ..]))
            faults.Add($"{where}: initial_users are no user ids");
    }

    private static Action<JsonElement, string> Inline(BlockKitFaults faults) => (inline, where) =>
    {
        switch (BlockKitFaults.Kind(inline))
        {
            case "text":
                faults.Only(inline, where, "type", "text", "style");
                faults.Text(inline, "text", 1, 3000, where);
                break;
            case "channel":
                faults.Only(inline, where, "type", "channel_id", "style");
                faults.Text(inline, "channel_id", 2, 40, where);
                break;
            case "user":
                faults.Only(inline, where, "type", "user_id", "style");
                faults.Text(inline, "user_id", 2, 40, where);
                break;
            case "date":
                faults.Only(inline, where, "type", "timestamp", "format", "fallback", "url");
                faults.Text(inline, "format", 1, 100, where);
                break;
            case "emoji":
                faults.Only(inline, where, "type", "name", "unicode");
                faults.Text(inline, "name", 1, 100, where);
                break;
            case "link":
                faults.Only(inline, where, "type", "url", "text", "style");
                faults.Text(inline, "url", 1, 3000, where);
                if (!Uri.TryCreate(inline.GetProperty("url").GetString(), UriKind.Absolute, out var address) || !Schemes.Contains(address.Scheme, StringComparer.Ordinal))
                    faults.Add($"{where}: address");
                break;
            default:
                faults.Add($"{where}: no such inline: {BlockKitFaults.Kind(inline)}");
                break;
        }
    };

    private static void TextInput(BlockKitFaults faults, JsonElement element, string where)
    {
        faults.Only(element, where, "type", "action_id", "multiline", "max_length", "min_length", "initial_value", "placeholder");
        var limit = element.TryGetProperty("max_length", out var most) ? most.GetInt32() : 3000;
        if (limit is < 1 or > 3000)
            faults.Add($"{where}: max_length {limit}");
        faults.Text(element, "initial_value", 0, limit, where);
    }

    private static void Select(BlockKitFaults faults, JsonElement element, string where)
    {
        faults.Only(element, where, "type", "action_id", "placeholder", "options", "option_groups", "initial_option");
        if (BlockKitFaults.Kind(element) != "static_select")
            faults.Add($"{where}: no such input: {BlockKitFaults.Kind(element)}");
        faults.PlainText(element, "placeholder", 150, where);
        if (element.TryGetProperty("options", out _) == element.TryGetProperty("option_groups", out _))
            faults.Add($"{where}: options or option_groups, one of them");
        if (element.TryGetProperty("options", out _))
            faults.Each(element, "options", 1, 100, where, Option(faults));
        else
            faults.Each(element, "option_groups", 1, 100, where, (group, at) =>
            {
                faults.PlainText(group, "label", 75, at);
                faults.Each(group, "options", 1, 100, at, Option(faults));
            });
    }

    private static Action<JsonElement, string> Option(BlockKitFaults faults) => (option, where) =>
    {
        faults.Only(option, where, "text", "value", "description");
        faults.PlainText(option, "text", 75, where);
        faults.Text(option, "value", 1, 75, where);
    };
}
