using System.Text.Json.Nodes;

namespace AlignmentBot.Tests.Fakes.Teams;

/// <summary>A message of the bot as it stands in the fake Teams.</summary>
/// <param name="conversation">The channel or chat, without a thread.</param>
/// <param name="top">The first message of its thread, or null for one that stands for itself.</param>
public sealed class FakeTeamsMessage(string conversation, string id, string? top, JsonObject activity)
{
    public string Conversation => conversation;

    public string Id => id;

    public string? Top => top;

    /// <summary>What the notification said.</summary>
    public string Summary { get; } = activity["summary"]!.GetValue<string>();

    public JsonObject Card { get; private set; } = CardOf(activity);

    public int Edits { get; private set; }

    /// <summary>All words that the card shows.</summary>
    public string Words => FakeCard.Words(Card);

    public IReadOnlyList<FakeCardButton> Buttons => FakeCard.Buttons(Card);

    /// <summary>The button as the card has it.</summary>
    public JsonObject Button(string verb, string value) =>
        FakeCard.Button(Card, verb, value) ?? throw new InvalidOperationException($"There is no {verb} for {value} on the card:\n{Words}");

    public void Edit(JsonObject update)
    {
        Card = CardOf(update);
        Edits++;
    }

    private static JsonObject CardOf(JsonObject activity) => activity["attachments"]![0]!["content"]!.DeepClone().AsObject();
}

/// <summary>A button as somebody sees it.</summary>
/// <param name="OpensDialog">True when it asks for a dialog instead of changing the card.</param>
public sealed record FakeCardButton(string Verb, string Title, string Value, bool OpensDialog);

/// <summary>Reads Adaptive Cards as a person does.</summary>
internal static class FakeCard
{
    public static string Words(JsonNode? node) => string.Join('\n', All(node).Select(part => part switch
    {
        { } text when Type(text) is "TextBlock" or "TextRun" => text["text"]?.GetValue<string>(),
        { } action when Type(action)?.StartsWith("Action.", StringComparison.Ordinal) == true => action["title"]?.GetValue<string>(),
        _ => null,
    }).OfType<string>());

    public static IReadOnlyList<FakeCardButton> Buttons(JsonNode? card) => All(card)
        .Where(part => Type(part) is "Action.Execute" or "Action.Submit" && part["title"] is not null)
        .Select(action => new FakeCardButton(
            action["verb"]?.GetValue<string>() ?? action["data"]!["verb"]!.GetValue<string>(),
            action["title"]!.GetValue<string>(),
            action["data"]!["value"]!.GetValue<string>(),
            Type(action) == "Action.Submit"))
        .ToList();

    public static JsonObject? Button(JsonNode? card, string verb, string value) =>
        All(card).FirstOrDefault(part => part["verb"]?.ToString() == verb && part["data"]?["value"]?.ToString() == value && part["title"] is not null);

    /// <summary>The field of a form.</summary>
    public static JsonObject Input(JsonNode? card, string field) =>
        All(card).FirstOrDefault(part => part["id"]?.ToString() == field) ?? throw new InvalidOperationException($"The form has no field {field}:\n{Words(card)}");

    private static string? Type(JsonObject part) => part["type"] is JsonValue type && type.TryGetValue<string>(out var name) ? name : null;

    private static IEnumerable<JsonObject> All(JsonNode? node) => node switch
    {
        JsonObject part => part.Where(property => property.Key is not ("refresh" or "fallback")).SelectMany(property => All(property.Value)).Prepend(part),
        JsonArray list => list.SelectMany(All),
        _ => [],
    };
}
