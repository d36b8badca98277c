using System.Text.Json.Nodes;

namespace AlignmentBot.Tests.Fakes.Slack;

/// <summary>A message as it stands in the fake workspace.</summary>
public sealed class FakeMessage(string channel, string ts, string? threadTs, JsonObject body)
{
    public string Channel => channel;

    public string Ts => ts;

    public string? ThreadTs => threadTs;

    public string Text { get; private set; } = body["text"]!.GetValue<string>();

    public JsonArray Blocks { get; private set; } = body["blocks"]!.DeepClone().AsArray();

    public JsonNode? Metadata { get; } = body["metadata"]?.DeepClone();

    public string? Effect => Metadata?["event_payload"]?["effect"]?.GetValue<string>();

    public int Edits { get; private set; }

    /// <summary>All words that the blocks show.</summary>
    public string Words => FakeBlocks.Words(Blocks);

    public IReadOnlyList<FakeButton> Buttons => FakeBlocks.Buttons(Blocks);

    public void Edit(JsonObject update)
    {
        Text = update["text"]!.GetValue<string>();
        Blocks = update["blocks"]!.DeepClone().AsArray();
        Edits++;
    }
}

/// <summary>A button as somebody sees it.</summary>
public sealed record FakeButton(string Action, string Label, string Value);
