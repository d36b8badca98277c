using AlignmentBot.Bot.Channels.Slack.Outbound;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Slack.Answers;

/// <summary>
/// Shows a change in the message where somebody clicked. The cards in a pod's channel are redrawn by the outbox; what only one person
/// sees is nobody's debt, so it is redrawn from here.
/// </summary>
public sealed class SlackRedraw(IStore store, SubjectCards cards, SlackPlaces places)
{
    /// <returns>Null when the outbox does it.</returns>
    public async Task<SlackErrand?> Of(string changed, SlackOrigin origin, CancellationToken ct)
    {
        var subject = origin.Surface == SlackSurface.Ephemeral ? changed : await Shown(changed, origin, ct);
        if (subject is null)
            return null;
        var reader = await places.ReaderFor(origin.Channel, origin.User, ct);
        return await cards.Draw(subject, reader.Member, inDigest: false, ct) is { } card
            ? new SlackErrand.Whisper(origin.Whisper(replace: true), card, reader)
            : null;
    }

    /// <summary>What the clicked message shows, where the outbox will not draw it anew.</summary>
    private async Task<string?> Shown(string changed, SlackOrigin origin, CancellationToken ct)
    {
        if (origin is not { Channel: { } channel, Message: { } ts } || !SlackPlaces.IsDirect(channel))
            return null;
        // A direct conversation is owed to by its user's id.
        var slots = await store.SlotsOf(Door.Slack, origin.User, new SlackMessageId(channel, ts).ToString(), ct);
        return slots.Count > 0 ? slots[0] : changed;
    }
}
