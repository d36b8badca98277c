using System.Text;
using System.Text.Json;

namespace AlignmentBot.Tests.Fakes;

/// <summary>
/// Says what Teams would not take in an Adaptive Card: anything that version 1.5 does not know, missing parts, more than 25 KB.
/// Source: adaptivecards.io/schemas/1.5.0 and learn.microsoft.com/microsoftteams/platform (cards reference)
/// </summary>
internal static class AdaptiveCardRules
{
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["AdaptiveCard"] = ["$schema", "version", "body", "actions", "fallbackText", "msteams", "speak", "refresh"],
        ["TextBlock"] = ["text", "size", "weight", "style", "wrap", "isSubtle", "color", "spacing", "separator", "maxLines"],
        ["RichTextBlock"] = ["inlines", "spacing", "separator"],
        ["TextRun"] = ["text", "weight", "size", "isSubtle", "color", "selectAction", "italic", "strikethrough", "underline"],
        ["Image"] = ["url", "altText", "size", "spacing", "separator"],
        ["Container"] = ["items", "style", "spacing", "separator", "bleed"],
        ["ActionSet"] = ["actions", "spacing", "separator"],
        ["Chart.HorizontalBar"] = ["title", "showTitle", "data", "fallback", "separator"],
        ["Chart.VerticalBar"] = ["title", "showTitle", "data", "fallback", "separator"],
        ["Chart.VerticalBar.Grouped"] = ["title", "showTitle", "data", "fallback", "separator"],
        ["Chart.Line"] = ["title", "showTitle", "data", "fallback", "separator"],
        ["Chart.Donut"] = ["title", "showTitle", "data", "fallback", "separator"],
        ["Action.Execute"] = ["title", "verb", "data", "style", "tooltip", "fallback", "associatedInputs"],
        ["Action.Submit"] = ["title", "data", "style", "tooltip", "associatedInputs"],
        ["Action.OpenUrl"] = ["title", "url", "style", "tooltip"],
        ["Input.Text"] = ["id", "label", "isRequired", "errorMessage", "isMultiline", "maxLength", "placeholder", "value", "regex"],
        ["Input.ChoiceSet"] = ["id", "label", "isRequired", "errorMessage", "style", "choices", "value", "placeholder", "isMultiSelect", "wrap", "choices.data"],
    };

    private static readonly Dictionary<string, string[]> Words = new(StringComparer.Ordinal)
    {
        ["size"] = ["Default", "Small", "Medium", "Large", "ExtraLarge", "Auto", "Stretch"],
        ["weight"] = ["Default", "Lighter", "Bolder"],
        ["color"] = ["Default", "Dark", "Light", "Accent", "Good", "Warning", "Attention"],
        ["spacing"] = ["Default", "None", "Small", "Medium", "Large", "ExtraLarge", "Padding"],
        ["style"] = ["default", "heading", "emphasis", "good", "attention", "warning", "accent", "positive", "destructive", "compact", "expanded", "filtered"],
    };

    public static IReadOnlyList<string> Of(string json)
    {
        var faults = new List<string>();
        using var document = JsonDocument.Parse(json);
        var card = document.RootElement;
        if (card.GetProperty("type").GetString() != "AdaptiveCard" || card.GetProperty("version").GetString() != "1.5")
            faults.Add("not an Adaptive Card 1.5");
        if (Encoding.UTF8.GetByteCount(json) > 25 * 1024)
            faults.Add($"{Encoding.UTF8.GetByteCount(json)} bytes are more than 25 KB");
        Walk(card, "card", faults);
        return faults;
    }

    private static void Walk(JsonElement element, string where, List<string> faults)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in element.EnumerateArray())
                Walk(item, $"{where}[{index++}]", faults);
            return;
        }

        var type = element.GetProperty("type").GetString()!;
        if (!Known.TryGetValue(type, out var properties))
        {
            faults.Add($"{where}: no such element: {type}");
            return;
        }

        if (type.StartsWith("Chart.", StringComparison.Ordinal))
            AdaptiveChartRules.Check(element, where, faults);
        foreach (var property in element.EnumerateObject().Where(property => property.Name != "type"))
            Check(property, properties, $"{where}.{property.Name}", faults);
    }

    private static void Check(JsonProperty property, string[] properties, string where, List<string> faults)
    {
        if (!properties.Contains(property.Name, StringComparer.Ordinal))
            faults.Add($"{where}: unknown property");
        if (Words.TryGetValue(property.Name, out var words) && !words.Contains(property.Value.GetString(), StringComparer.Ordinal))
            faults.Add($"{where}: {property.Value} is not a word for it");
        if (property.Name == "actions" && property.Value.GetArrayLength() is < 1 or > 5)
            faults.Add($"{where}: 1 to 5 actions");
        if (property.Name is "text" or "title" && property.Value.GetString() is "")
            faults.Add($"{where}: empty");
        if (property.Name == "fallback" && property.Value.ValueKind == JsonValueKind.Object)
            Walk(property.Value, where, faults);
        if (property.Name is "body" or "items" or "inlines" or "actions" or "selectAction")
            Walk(property.Value, where, faults);
    }
}
