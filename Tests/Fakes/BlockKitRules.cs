using System.Text.Json;

namespace AlignmentBot.Tests.Fakes;

/// <summary>
/// Says what Slack would refuse in a message or a modal: unknown kinds and properties, what is missing, too long, too many or named twice.
/// As strict as the published limits. Source: docs.slack.dev/reference/block-kit
/// </summary>
internal static class BlockKitRules
{
    public static IReadOnlyList<string> OfMessage(string json)
    {
        using var document = JsonDocument.Parse(json);
        var faults = new BlockKitFaults();
        var message = document.RootElement;
        faults.Text(message, "text", 1, 4000, "message");
        faults.Blocks(message, 50, "message", inModal: false);
        return faults.Found;
    }

    /// <summary>A Home tab, or a modal that only shows something.</summary>
    public static IReadOnlyList<string> OfPage(string json)
    {
        using var document = JsonDocument.Parse(json);
        var faults = new BlockKitFaults();
        faults.Blocks(document.RootElement, 100, "view", inModal: true);
        if (json.Length > 250_000)
            faults.Add("view: more than 250 KB");
        return faults.Found;
    }

    public static IReadOnlyList<string> OfView(string json)
    {
        using var document = JsonDocument.Parse(json);
        var faults = new BlockKitFaults();
        var view = document.RootElement;
        faults.Only(view, "view", "type", "callback_id", "private_metadata", "title", "submit", "close", "blocks", "notify_on_close", "clear_on_close", "external_id");
        faults.Text(view, "callback_id", 1, 255, "view");
        faults.Text(view, "private_metadata", 0, 3000, "view");
        foreach (var label in new[] { "title", "submit", "close" })
            faults.PlainText(view, label, 24, "view");
        faults.Blocks(view, 100, "view", inModal: true);
        if (json.Length > 250_000)
            faults.Add("view: more than 250 KB");
        return faults.Found;
    }
}
