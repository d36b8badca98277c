using AlignmentBot.Bot.Channels.Teams.Answers;
using AlignmentBot.Bot.Channels.Teams.Wire;
using AlignmentBot.Cards;

namespace AlignmentBot.Bot.Channels.Teams.Inbound;

/// <summary>Buttons that change their card, and Teams' own question for a reader's view of it.</summary>
public sealed class TeamsActions(Routes routes, TeamsAnswers answers)
{
    public async Task<TeamsReply> Press(TeamsAction action, TeamsOrigin origin, CancellationToken ct)
    {
        var data = TeamsButtonData.Read(action.Data);
        var verb = action.Verb ?? data.Verb ?? string.Empty;
        return verb == ActionIds.View
            ? await answers.ToView(data.Value, origin, ct)
            : await answers.ToAction(await routes.Click(ClickOf(verb, data, origin), ct), origin, ct);
    }

    /// <summary>The same press, delivered again under another id, is the same click.</summary>
    public static Click ClickOf(string verb, TeamsButtonData data, TeamsOrigin origin) =>
        new(origin.Visitor, origin.DeliveryOf(data.Token, $"{verb}:{data.Value}"), verb, data.Value);
}
