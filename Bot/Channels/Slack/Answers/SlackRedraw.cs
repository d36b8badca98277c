using AlignmentBot.Bot.Channels.Slack.Outbound;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
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
    public async Task<SlackErrand?> Of(string changed, SlackOrigin origin, CancellationToken ct) => origin switch
    {
        { View: { } modal } => await Draw(changed, origin, (card, reader) => new SlackErrand.Update(modal, origin.User, SlackViews.Notice(card, reader)), ct),
        { Surface: SlackSurface.Ephemeral } => await Draw(changed, origin, (card, reader) => new SlackErrand.Whisper(origin.Whisper(replace: true), card, reader), ct),
        { Channel: { } channel, Message: { } ts } when SlackPlaces.IsDirect(channel) => await Direct(changed, SlackMessageId.In(channel, ts), origin, ct),
        _ => null,
    };

    /// <summary>A message that was owed shows what it was owed for; any other, such as a list, makes room for the lead itself.</summary>
    private async Task<SlackErrand?> Direct(string changed, SlackMessageId message, SlackOrigin origin, CancellationToken ct)
    {
        // A direct conversation is owed to by its user's id.
        var slots = await store.SlotsOf(Door.Slack, origin.User, message.ToString(), ct);
        return await Draw(slots.Count > 0 ? slots[0] : changed, origin, (card, reader) => new SlackErrand.Redraw(SlackAddress.Parse(origin.User).Workspace, message, card, reader), ct);
    }

    private async Task<SlackErrand?> Draw(string subject, SlackOrigin origin, Func<Card, Reader, SlackErrand> show, CancellationToken ct)
    {
        var reader = await places.ReaderFor(origin.Channel, origin.User, ct);
        return await cards.Draw(subject, reader.Member, inDigest: false, ct) is { } card ? show(card, reader) : null;
    }
}
