using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Channels.Slack;
using AlignmentBot.Bot.Channels.Slack.Doctor;
using AlignmentBot.Bot.Channels.Slack.Install;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;

namespace AlignmentBot.Bot.CommandLine;

/// <summary>What <c>doctor</c> looks at for Slack. Nothing where Slack is not configured.</summary>
internal static class SlackExamination
{
    public static async IAsyncEnumerable<Finding> Of(CommandDesk desk, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var (settings, faults) = Settings(desk.Configuration);
        foreach (var fault in faults)
            yield return new Finding("Settings", fault, "Correct it in appsettings.json, in the environment or on the command line, and restart the bot.");
        if (settings is null)
            yield break;

        yield return Finding.Well("Settings", $"The section {SlackSettings.Section} can be used.");
        var (pods, installed, refused) = await Stored(desk, ct);
        if (refused is not null)
            yield return new Finding("Store", refused, "Start the bot once with the same Storage:Path, and add a pod.");
        using var http = SlackHttp.Client(settings);
        var doctor = new SlackDoctor(new SlackPatient(settings, pods, installed), new SlackProbe(http, settings), TimeProvider.System);
        await foreach (var finding in doctor.Examine(ct))
            yield return finding;
    }

    private static (SlackSettings? Settings, IReadOnlyList<string> Faults) Settings(IConfiguration configuration)
    {
        try
        {
            return (SlackSettings.Read(configuration), []);
        }
        catch (StartupFaultException wrong)
        {
            return (null, wrong.Faults);
        }
    }

    private static async Task<(IReadOnlyList<Pod>? Pods, IReadOnlyList<SlackHeld> Installed, string? Refused)> Stored(CommandDesk desk, CancellationToken ct)
    {
        try
        {
            await using var store = await SqliteStore.Open(desk.StoragePath, SqliteOpen.ReadOnly, ct);
            return (await store.Pods(ct), Opened(await store.Installations(ct), desk.KeysFolder), null);
        }
        catch (StoreRefusedException refused)
        {
            return (null, [], refused.Message);
        }
    }

    private static IReadOnlyList<SlackHeld> Opened(IReadOnlyList<Installation> stored, string keysFolder)
    {
        if (stored.Count == 0)
            return [];
        var secrets = new SlackSecrets(ProtectionKeys.Open(keysFolder));
        return stored.Select(secrets.Open).ToList();
    }
}
