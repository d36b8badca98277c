using AlignmentBot.Bot.Channels.Slack.Outbound;

namespace AlignmentBot.Bot.Channels.Slack.Install;

/// <summary>
/// At start: what was parked while a workspace could not be reached is owed again once it can. From then on: every minute, tokens whose end
/// is near are renewed.
/// </summary>
public sealed partial class SlackUpkeep(SlackWebApi web, SlackInstallations installations, SlackRotation? rotation, ILogger<SlackUpkeep> logger) : BackgroundService
{
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(1);

    /// <summary>The start's part, until it has been done for every workspace.</summary>
    /// <returns>False when Slack did not answer for one of them.</returns>
    public async Task<bool> Recover(CancellationToken ct)
    {
        if (rotation is null)
            return await RecoverOne(null, ct);
        var all = true;
        foreach (var held in await installations.All(ct))
        {
            if (held.Ended is null || (held.Secret is not null && await installations.Revive(held, ct)))
                all &= await RecoverOne(held.Stored.Workspace, ct);
        }

        return all;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var recovered = false;
        using var timer = new PeriodicTimer(Turn);
        try
        {
            do
            {
                try
                {
                    recovered = recovered || await Recover(stoppingToken);
                    if (rotation is not null)
                        await rotation.RenewDue(stoppingToken);
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    Log.Failed(logger, failure);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The bot stops.
        }
    }

    private async Task<bool> RecoverOne(string? workspace, CancellationToken ct)
    {
        try
        {
            var identity = await web.In(workspace).AuthTest(ct);
            if (!identity.Ok)
                return true;
            await installations.OweAgain(workspace, ct);
            return true;
        }
        catch (ChannelUnavailableException)
        {
            return false;
        }
        catch (ChannelRefusedException)
        {
            return true;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The upkeep of Slack's tokens stopped short; it goes on in a minute.")]
        public static partial void Failed(ILogger logger, Exception failure);
    }
}
