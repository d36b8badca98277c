using AlignmentBot.Bot.Channels.Teams.Outbound;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Teams.Inbound;

/// <summary>Learns once a day who is in the teams of pods, and what Teams calls them towards this bot: without that nobody who has not spoken yet
/// could be shown a view of their own, or be told anything first.</summary>
public sealed partial class TeamsRosterWatch(IStore store, TeamsReferences references, TeamsAcquaintance acquaintance, TeamsConnector connector, ILogger<TeamsRosterWatch> logger) : BackgroundService
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Daily = TimeSpan.FromDays(1);

    /// <summary>Asks for everybody, in every pod's channel that can be reached.</summary>
    public async Task Look(CancellationToken ct)
    {
        foreach (var pod in await store.Pods(ct))
        {
            if (pod.TeamsChannel is { } channel && await references.Place(channel, ct) is { EndedBecause: null } place)
                await Safely(channel, stop => Look(place, stop), ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = First; !stoppingToken.IsCancellationRequested; wait = Daily)
        {
            await Task.Delay(wait, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stoppingToken.IsCancellationRequested)
                await Safely("Teams", Look, stoppingToken);
        }
    }

    private async Task Look(TeamsPlace place, CancellationToken ct)
    {
        foreach (var person in await connector.Members(new TeamsTarget(place.ServiceUrl, place.Tenant, place.Conversation), ct))
        {
            if (person.Account is { } account)
                await acquaintance.Keep(new TeamsPerson(account, place.Tenant, person.UserId, place.ServiceUrl, null, null, null), ct);
        }
    }

    private async Task Safely(string where, Func<CancellationToken, Task> look, CancellationToken ct)
    {
        try
        {
            await look(ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            Log.Failed(logger, where, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "It could not be asked who is in {Conversation}. The next try is tomorrow.")]
        public static partial void Failed(ILogger logger, string conversation, Exception failure);
    }
}
