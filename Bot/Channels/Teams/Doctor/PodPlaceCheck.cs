using AlignmentBot.Bot.Channels.Teams.Outbound;

namespace AlignmentBot.Bot.Channels.Teams.Doctor;

/// <summary>Whether the bot reaches the channel of a pod.</summary>
public sealed class PodPlaceCheck(ConnectorRest rest)
{
    private const string AddApp = "In Teams open the team's menu (…), Manage team, Apps, and add AlignmentBot; what is parked is then delivered.";

    /// <returns>Null when the pod is elsewhere.</returns>
    public async Task<Finding?> Look(PodPlace pod, CancellationToken ct)
    {
        var subject = $"Channel of pod {pod.Pod.Id}";
        if (pod.Pod.TeamsChannel is not { } channel)
            return pod.Pod.SlackChannel is null ? new Finding(subject, "There is none, so nobody sees its leads.", "Write @AlignmentBot setup in its channel.") : null;
        if (pod.Place is not { } place)
            return new Finding(subject, $"Teams has not told yet where {channel} is.", "Write @AlignmentBot help in that channel once. If nothing answers, add the app to the team first.");
        if (place.EndedBecause is { } ended)
            return new Finding(subject, $"The app was taken out of its team ({ended}).", AddApp);
        var target = new TeamsTarget(place.ServiceUrl, place.Tenant, place.Conversation);
        var answer = await rest.MemberPage(target, null, ct);
        return answer.Error is { } error ? Judge(subject, place.ServiceUrl, error) : Finding.Well(subject, $"The bot reaches {channel} by {new Uri(place.ServiceUrl).Host}.");
    }

    private static Finding Judge(string subject, string service, ConnectorError error) => error switch
    {
        { Code: ConnectorErrors.NotAllowed } => new Finding(subject, $"Its connector {service} is not among the addresses that get the bot's token.", $"If {service} is Microsoft's, add it to Teams:AllowedServiceUrls."),
        { Fault: ConnectorFault.Refused } => new Finding(subject, $"Teams does not let the bot in: {error.Code}.", AddApp),
        { Fault: ConnectorFault.NeedsAdmin } => new Finding(subject, $"Teams does not take the bot's token: {error.Detail}.", ConnectorErrors.Remedy(error)),
        _ => new Finding(subject, $"Its connector {service} does not answer: {error.Detail}.", "Let this machine reach that address (firewall, proxy), and try again in a minute."),
    };
}
