using System.Buffers;
using AlignmentBot.Bot.Channels.Slack.Answers;
using AlignmentBot.Bot.Channels.Slack.Wire;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Rendering;

namespace AlignmentBot.Bot.Channels.Slack.Inbound;

/// <summary>Options for somebody who types into a field of a modal. Source: docs.slack.dev/reference/interaction-payloads/block_suggestion-payload</summary>
public sealed class SlackSuggestions(Routes routes)
{
    public async Task<SlackAck> Find(SlackPayload payload, Visitor who, CancellationToken ct)
    {
        var question = new LookupQuestion(payload.View?.CallbackId ?? string.Empty, payload.ActionId ?? string.Empty);
        var search = new Search(who, question, payload.View?.PrivateMetadata ?? string.Empty, payload.Value ?? string.Empty);
        var options = await routes.Find(search, ct);
        var buffer = new ArrayBufferWriter<byte>(4096);
        BlockKitRenderer.Options(options, buffer);
        return new SlackAck(buffer.WrittenMemory);
    }
}
