using System.Text.Json.Nodes;

namespace AlignmentBot.Tests.Fakes.Teams;

/// <summary>What the bot may put into the bodies of its calls, and no more.
/// Source: learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference</summary>
internal static class FakeActivityRules
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";

    private static readonly string[] Properties = ["type", "summary", "attachments", "attachmentLayout", "importance"];

    /// <summary>Of a message with a card.</summary>
    public static IEnumerable<string> OfMessage(JsonNode? node)
    {
        if (node is not JsonObject activity)
            return ["no activity"];
        var faults = new List<string>();
        if (activity["type"]?.GetValue<string>() != "message")
            faults.Add("not a message");
        if (activity["text"] is not null && activity["attachments"] is not null)
            faults.Add("text beside a card: Teams would make two messages of it");
        faults.AddRange(activity.Where(property => !Properties.Contains(property.Key, StringComparer.Ordinal)).Select(property => $"unknown property {property.Key}"));
        if (activity["summary"] is not JsonValue summary || summary.GetValue<string>() is not { Length: > 0 })
            faults.Add("no summary for the notification");
        faults.AddRange(activity["attachments"] is JsonArray { Count: 1 } attachments ? OfCard(attachments[0]!) : ["not exactly one attachment"]);
        return faults;
    }

    /// <summary>Of what starts a thread or a chat.</summary>
    public static IEnumerable<string> OfConversation(JsonObject body)
    {
        var thread = body["channelData"]?["channel"]?["id"] is not null;
        string[] known = thread ? ["isGroup", "channelData", "activity", "tenantId", "bot"] : ["isGroup", "bot", "members", "tenantId", "channelData"];
        foreach (var (name, _) in body.Where(property => !known.Contains(property.Key, StringComparer.Ordinal)))
            yield return $"unknown property {name}";
        if (body["isGroup"]?.GetValue<bool>() != thread)
            yield return "isGroup is true for a thread and false for a chat";
        if (body["tenantId"]?.GetValue<string>() is not { Length: > 0 })
            yield return "no tenantId";
        if (!thread && body["members"] is not JsonArray { Count: 1 })
            yield return "a chat has exactly one member";
        if (!thread)
            yield break;
        foreach (var fault in OfMessage(body["activity"]))
            yield return fault;
    }

    private static IEnumerable<string> OfCard(JsonNode attachment)
    {
        if (attachment["contentType"]?.GetValue<string>() != CardType)
            yield return "the attachment is no Adaptive Card";
        foreach (var (name, _) in attachment.AsObject().Where(property => property.Key is not ("contentType" or "content")))
            yield return $"unknown property of the attachment: {name}";
        foreach (var fault in AdaptiveCardRules.Of(attachment["content"]?.ToJsonString() ?? "{}"))
            yield return fault;
    }
}
