using AlignmentBot.Bot.Channels.Teams.Answers;
using AlignmentBot.Bot.Channels.Teams.Wire;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Teams.Inbound;

/// <summary>
/// Words to the bot: commands in a channel, a group chat or the personal chat, and comments below a lead. In a channel the bot hears only what
/// mentions it, unless the team lets it hear everything; then it keeps what is said below a lead and leaves the rest.
/// </summary>
public sealed class TeamsMessages(Routes routes, TeamsCommands commands, IStore store, LeadReplies replies, TeamsMessageAnswers answers)
{
    public async Task Handle(TeamsActivity activity, TeamsOrigin origin, CancellationToken ct)
    {
        var data = TeamsButtonData.Read(activity.Value);
        if (data.Verb is not null || data.Form is not null)
        {
            await Pressed(data, origin, ct);
            return;
        }

        var said = SaidWords.Of(activity);
        var above = IsCommand(said) ? [] : await CardAbove(origin, ct);
        if (above is [var slot] && Subjects.AsLead(slot) is { } lead)
            await Comment(said, lead, activity.Id!, origin, ct);
        else if (above.Count > 1 && said.Mentioned)
            await answers.SayWhichLead(origin, ct);
        else if (origin.Kind == TeamsPlaceKind.Personal || said.Mentioned)
            await commands.Run(activity, origin, ct);
    }

    /// <summary>A button as old clients send it: as words without text.</summary>
    private async Task Pressed(TeamsButtonData data, TeamsOrigin origin, CancellationToken ct)
    {
        var answer = data.Form is { } form
            ? await routes.Submit(new Submission(origin.Visitor, origin.DeliveryOf(data.Token, form), form, data.Value, data.Answers), ct)
            : await routes.Click(TeamsActions.ClickOf(data.Verb!, data, origin), ct);
        if (answers.IsNew(origin.Delivery))
            await answers.ToPress(answer, origin, ct);
    }

    private async Task Comment(SaidWords said, LeadId lead, string activity, TeamsOrigin origin, CancellationToken ct)
    {
        var reference = new TeamsMessageId(origin.Conversation, activity).ToString();
        var answer = await replies.Keep(new Reply(origin.Visitor, origin.Delivery, lead, reference) { Words = said.Text }, null, ct);
        // Who did not speak to the bot is not answered by it.
        if (said.Mentioned && answers.IsNew(origin.Delivery))
            answers.ToWords(answer, origin, said.Text, aloud: true);
    }

    /// <summary>What the bot's message at the top of the thread shows; nothing outside of threads.</summary>
    private async Task<IReadOnlyList<string>> CardAbove(TeamsOrigin origin, CancellationToken ct) =>
        TeamsMessageId.TopOf(origin.Conversation) is { } top ? await store.SlotsOf(Door.Teams, origin.Place, top.ToString(), ct) : [];

    private bool IsCommand(SaidWords said) => said.Mentioned && commands.Knows(said.Text);
}
