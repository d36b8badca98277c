using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Rendering;

namespace AlignmentBot.Bench;

/// <summary>Clicks as Slack posts them: signed, form-encoded, with the whole message in them; ready as bytes before anything is measured.</summary>
internal sealed class SlackRequests
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";

    private readonly JsonNode message = Card();
    private readonly string timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>Somebody accepts the lead of this number.</summary>
    /// <param name="responseUrl">Where the bot may answer afterwards.</param>
    public byte[] Accept(int number, string user = "U0ROSA", string responseUrl = "http://127.0.0.1:1/response") => Signed(new JsonObject
    {
        ["type"] = "block_actions",
        ["user"] = new JsonObject { ["id"] = user, ["username"] = "rosa", ["team_id"] = "T0TEAM" },
        ["api_app_id"] = "A0APP",
        ["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = "1790000000.000100", ["channel_id"] = "C0123", ["is_ephemeral"] = false },
        ["trigger_id"] = string.Create(CultureInfo.InvariantCulture, $"{number}.738474920.0123456789abcdef"),
        ["team"] = new JsonObject { ["id"] = "T0TEAM", ["domain"] = "example" },
        ["channel"] = new JsonObject { ["id"] = "C0123", ["name"] = "leads" },
        ["message"] = message.DeepClone(),
        ["response_url"] = responseUrl,
        ["actions"] = new JsonArray(new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = ActionIds.Accept,
            ["block_id"] = "b1",
            ["value"] = SampleLeads.Id(number).Value,
            ["action_ts"] = string.Create(CultureInfo.InvariantCulture, $"17900{number / 1000:00000}.{number % 1000:000}000"),
        }),
    });

    /// <summary>Somebody closed a modal: verified, decoded and read, and nothing is to be done.</summary>
    public byte[] Closed() => Signed(new JsonObject
    {
        ["type"] = "view_closed",
        ["user"] = new JsonObject { ["id"] = "U0ROSA", ["username"] = "rosa", ["team_id"] = "T0TEAM" },
        ["api_app_id"] = "A0APP",
        ["team"] = new JsonObject { ["id"] = "T0TEAM", ["domain"] = "example" },
        ["view"] = new JsonObject { ["id"] = "V0123", ["type"] = "modal", ["callback_id"] = FormIds.Reject, ["blocks"] = message["blocks"]!.DeepClone() },
        ["is_cleared"] = false,
    });

    /// <summary>The same bytes to another address, which need not look at them.</summary>
    public static byte[] To(string path, byte[] request)
    {
        var end = request.AsSpan().IndexOf("\r\n"u8);
        return [.. Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1"), .. request.AsSpan(end)];
    }

    private byte[] Signed(JsonObject payload)
    {
        var body = Encoding.ASCII.GetBytes("payload=" + Uri.EscapeDataString(payload.ToJsonString()));
        byte[] signed = [.. Encoding.ASCII.GetBytes($"v0:{timestamp}:"), .. body];
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.ASCII.GetBytes(Secret), signed));
        var head = string.Create(CultureInfo.InvariantCulture, $"POST /slack/events HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: Slackbot 1.0\r\nContent-Type: application/x-www-form-urlencoded\r\nX-Slack-Request-Timestamp: {timestamp}\r\nX-Slack-Signature: v0={signature}\r\nContent-Length: {body.Length}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    private static JsonNode Card()
    {
        var view = SampleLeads.View();
        var reader = Reader.Everyone(view.Pod);
        var output = new ArrayBufferWriter<byte>(8 * 1024);
        BlockKitRenderer.Message(LeadCard.Draw(view, reader), reader, output);
        return JsonNode.Parse(output.WrittenSpan)!;
    }
}
