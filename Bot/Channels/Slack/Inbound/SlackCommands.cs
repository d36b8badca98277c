using AlignmentBot.Bot.Channels.Slack.Answers;
using AlignmentBot.Bot.Channels.Slack.Wire;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Bot.Channels.Slack.Inbound;

/// <summary><c>/mql</c>, and the same words after the bot's name or in a direct message.</summary>
public sealed class SlackCommands(Routes routes, SlackPlaces places, SlackAnswers answers, SlackResponseUrls responses)
{
    public async Task<SlackAck> Slash(SlackSlash slash, CancellationToken ct)
    {
        if (slash.UserId is not { Length: > 0 } user)
            return SlackAck.Empty;
        var origin = new SlackOrigin(
            SlackSurface.Typed, user, slash.ChannelId, null, null, slash.TriggerId, responses.Trusted(slash.ResponseUrl), Environment.TickCount64);
        return await answers.ToCommand(await Run(origin, $"slash:{slash.TriggerId}", slash.Text ?? string.Empty, ct), origin, ct);
    }

    /// <param name="text">What was said to the bot; nothing asks for help.</param>
    public async Task Words(SlackEvent said, string delivery, string text, CancellationToken ct)
    {
        var origin = new SlackOrigin(SlackSurface.Typed, said.User!, said.Channel, said.Ts, said.ThreadTs, null, null, Environment.TickCount64);
        await answers.ToWords(await Run(origin, delivery, text, ct), origin, ct);
    }

    private async Task<Answer> Run(SlackOrigin origin, string delivery, string text, CancellationToken ct) =>
        await routes.Run(
            new Command(new Visitor(Door.Slack, origin.User), delivery, (await places.PodFor(origin.Channel, origin.User, ct))?.Id, text) { Conversation = origin.Channel }, ct);
}
