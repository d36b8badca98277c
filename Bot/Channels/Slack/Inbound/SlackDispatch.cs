using System.Text.Json;
using AlignmentBot.Bot.Channels.Slack.Answers;
using AlignmentBot.Bot.Channels.Slack.Outbound;
using AlignmentBot.Bot.Channels.Slack.Wire;

namespace AlignmentBot.Bot.Channels.Slack.Inbound;

/// <summary>Tells deliveries apart, by their body over HTTP and by their envelope over a socket; from here on both are the same.</summary>
public sealed class SlackDispatch(SlackAddressing addressing, SlackInteractions interactions, SlackCommands commands, SlackEvents events)
{
    /// <exception cref="JsonException">The body is not what it says it is.</exception>
    public Task<SlackAck> OfHttp(Memory<byte> body, CancellationToken ct) => body.Span is [(byte)'{', ..]
        ? Event(Read(body.Span, SlackJson.Default.SlackEventEnvelope), ct)
        : Form(body, ct);

    /// <param name="kind">The envelope's type.</param>
    public Task<SlackAck> OfSocket(string? kind, JsonElement payload, CancellationToken ct) => kind switch
    {
        "events_api" => Event(payload.Deserialize(SlackJson.Default.SlackEventEnvelope)!, ct),
        "interactive" => interactions.Handle(addressing.Of(payload.Deserialize(SlackJson.Default.SlackPayload)!), ct),
        "slash_commands" => commands.Slash(addressing.Of(payload.Deserialize(SlackJson.Default.SlackSlash)!), ct),
        _ => Task.FromResult(SlackAck.Empty),
    };

    private async Task<SlackAck> Event(SlackEventEnvelope envelope, CancellationToken ct)
    {
        if (envelope is { Type: "url_verification", Challenge: { } challenge })
            return new SlackAck(SlackMessageJson.Write(json => json.WriteString("challenge", challenge)));
        await events.Handle(envelope, addressing.WorkspaceOf(envelope), ct);
        return SlackAck.Empty;
    }

    private Task<SlackAck> Form(Memory<byte> body, CancellationToken ct)
    {
        var form = new FormReader(body);
        var slash = new SlackSlash(null, null, null, null, null, null);
        while (form.Next())
        {
            switch (form.Name)
            {
                case "payload":
                    return interactions.Handle(addressing.Of(Read(form.Value.Span, SlackJson.Default.SlackPayload)), ct);
                case "command":
                    slash = slash with { Command = form.Text };
                    break;
                case "text":
                    slash = slash with { Text = form.Text };
                    break;
                case "user_id":
                    slash = slash with { UserId = form.Text };
                    break;
                case "channel_id":
                    slash = slash with { ChannelId = form.Text };
                    break;
                case "trigger_id":
                    slash = slash with { TriggerId = form.Text };
                    break;
                case "team_id":
                    slash = slash with { TeamId = form.Text };
                    break;
                case "enterprise_id":
                    slash = slash with { EnterpriseId = form.Text };
                    break;
                case "is_enterprise_install":
                    slash = slash with { IsEnterpriseInstall = form.Text };
                    break;
                case "response_url":
                    slash = slash with { ResponseUrl = form.Text };
                    break;
            }
        }

        return slash.Command is null ? Task.FromResult(SlackAck.Empty) : commands.Slash(addressing.Of(slash), ct);
    }

    private static T Read<T>(ReadOnlySpan<byte> json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> shape) =>
        JsonSerializer.Deserialize(json, shape) ?? throw new JsonException("The body is null.");
}
