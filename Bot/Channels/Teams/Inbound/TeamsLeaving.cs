using AlignmentBot.Bot.Channels.Teams.Wire;
using AlignmentBot.Bot.Handlers.Setup;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Teams.Inbound;

/// <summary>Whoever leaves a team is taken off the rosters of the pods in it; in other teams they stay.</summary>
public sealed partial class TeamsLeaving(IStore store, TeamsReferences references, Departures departures, ILogger<TeamsLeaving> logger)
{
    /// <param name="wholeTeam">False when only the one channel was left.</param>
    public async Task Left(TeamsAccount member, TeamsPlace place, bool wholeTeam, CancellationToken ct)
    {
        if (await AccountOf(member, ct) is not { } account || await Pods(place, wholeTeam, ct) is not { Count: > 0 } pods)
            return;
        Log.Left(logger, account, place.Conversation);
        await departures.Left(new Visitor(Door.Teams, account), pods, ct);
    }

    private async Task<string?> AccountOf(TeamsAccount member, CancellationToken ct) =>
        member.AadObjectId ?? (member.Id is { } user ? (await references.PersonByUserId(user, ct))?.Account : null);

    private async Task<HashSet<PodId>> Pods(TeamsPlace place, bool wholeTeam, CancellationToken ct)
    {
        var found = new HashSet<PodId>();
        foreach (var pod in await store.Pods(ct))
        {
            if (pod.TeamsChannel is { } channel
                && (channel == place.Conversation || (wholeTeam && (await references.Place(channel, ct))?.Team is { } team && team == place.Team)))
            {
                found.Add(pod.Id);
            }
        }

        return found;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Account} has left {Conversation}.")]
        public static partial void Left(ILogger logger, string account, string conversation);
    }
}
