using System.Text.Json.Nodes;

namespace AlignmentBot.Tests.Fakes.Slack;

/// <summary>Reads blocks as a person does.</summary>
public static class FakeBlocks
{
    public static string Words(JsonNode? node) => string.Join(' ', Texts(node));

    public static IReadOnlyList<FakeButton> Buttons(JsonNode? blocks) => (blocks as JsonArray ?? [])
        .Where(block => block?["type"]?.GetValue<string>() == "actions")
        .SelectMany(block => block!["elements"]!.AsArray())
        .Select(button => new FakeButton(
            button!["action_id"]!.GetValue<string>(), button["text"]!["text"]!.GetValue<string>(), button["value"]?.GetValue<string>() ?? string.Empty))
        .ToList();

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(property => property is { Key: "text" or "user_id", Value: JsonValue value } ? [value.GetValue<string>()] : Texts(property.Value)),
        JsonArray items => items.SelectMany(Texts),
        _ => [],
    };
}
