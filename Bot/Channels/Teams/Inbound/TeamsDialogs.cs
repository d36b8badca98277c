using AlignmentBot.Bot.Channels.Teams.Answers;
using AlignmentBot.Bot.Channels.Teams.Drawing;
using AlignmentBot.Bot.Channels.Teams.Wire;
using AlignmentBot.Cards;

namespace AlignmentBot.Bot.Channels.Teams.Inbound;

/// <summary>Dialogs: opened by a button, sent with what was typed. A dialog that shows a card has buttons, too; pressing one sends it.</summary>
public sealed class TeamsDialogs(Routes routes, TeamsPlaces places, TeamsDialogAnswers answers)
{
    public Task<TeamsReply> Open(TeamsButtonData data, TeamsOrigin origin, CancellationToken ct) =>
        Open(new FormOpener(data.Verb ?? string.Empty, data.Value), origin.DeliveryOf(data.Token, $"{data.Verb}:{data.Value}"), origin, ct);

    public async Task<TeamsReply> Open(FormOpener opener, string delivery, TeamsOrigin origin, CancellationToken ct) => opener.Action == ActionIds.Wait
        ? await answers.ToWaiting(opener.Value, origin, ct)
        : await answers.ToOpening(await Press(opener, delivery, origin, ct), opener, origin, ct);

    public async Task<TeamsReply> Send(TeamsButtonData data, TeamsOrigin origin, CancellationToken ct)
    {
        if (data.Form is not { } form)
            return await Open(data, origin, ct);
        // What was sent says from which message it was opened; Teams does not.
        var from = data.Message is null ? origin : origin with { Message = data.Message };
        var opener = FormOpener.Parse(data.Opener) ?? new FormOpener(string.Empty, data.Value);
        var submission = new Submission(origin.Visitor, origin.DeliveryOf(data.Token, form), form, data.Value, data.Answers);
        return await answers.ToSending(await routes.Submit(submission, ct), opener, data.Answers, again => Press(opener, origin.Delivery, origin, again), from, ct);
    }

    private async Task<Answer> Press(FormOpener opener, string delivery, TeamsOrigin origin, CancellationToken ct) => opener.Action == ActionIds.RunCommand
        ? await routes.Run(new Command(origin.Visitor, delivery, (await places.PodFor(origin.Place, origin.Account, ct))?.Id, opener.Value) { Conversation = origin.Place }, ct)
        : await routes.Click(new Click(origin.Visitor, delivery, opener.Action, opener.Value), ct);
}
