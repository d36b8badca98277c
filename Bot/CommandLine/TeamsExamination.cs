using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Channels.Teams;
using AlignmentBot.Bot.Channels.Teams.Doctor;
using AlignmentBot.Bot.Channels.Teams.Outbound;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;

namespace AlignmentBot.Bot.CommandLine;

/// <summary>What <c>doctor</c> looks at for Microsoft Teams. Nothing where Teams is not configured.</summary>
internal static class TeamsExamination
{
    private const int LatestParked = 200;

    public static async IAsyncEnumerable<Finding> Of(CommandDesk desk, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var (settings, faults) = Settings(desk);
        foreach (var fault in faults)
            yield return new Finding("Settings", fault, "Correct it in appsettings.json, in the environment or on the command line, and restart the bot.");
        if (settings is null)
            yield break;

        yield return Finding.Well("Settings", $"The section {TeamsSettings.Section} can be used.");
        var (patient, refused) = await Stored(desk, settings, ct);
        if (refused is not null)
            yield return new Finding("Store", refused, "Start the bot once with the same Storage:Path, and add a pod.");
        using var http = TeamsHttp.Client(settings);
        using var tokens = new TeamsTokens(settings);
        await foreach (var finding in new TeamsDoctor(patient, http, tokens, TimeProvider.System).Examine(ct))
            yield return finding;
    }

    private static (TeamsSettings? Settings, IReadOnlyList<string> Faults) Settings(CommandDesk desk)
    {
        try
        {
            return (TeamsSettings.Read(desk.Configuration, desk.Place), []);
        }
        catch (StartupFaultException wrong)
        {
            return (null, wrong.Faults);
        }
    }

    private static async Task<(TeamsPatient Patient, string? Refused)> Stored(CommandDesk desk, TeamsSettings settings, CancellationToken ct)
    {
        try
        {
            await using var store = await SqliteStore.Open(desk.StoragePath, SqliteOpen.ReadOnly, ct);
            var pods = new List<PodPlace>();
            foreach (var pod in await store.Pods(ct))
                pods.Add(new PodPlace(pod, pod.TeamsChannel is { } channel ? await store.FindTeamsPlace(channel, ct) : null));
            var parked = (await store.Parked(LatestParked, ct)).Where(row => row.Owed.Door == Door.Teams).ToList();
            return (new TeamsPatient(settings, pods, parked), null);
        }
        catch (StoreRefusedException refused)
        {
            return (new TeamsPatient(settings, null, []), refused.Message);
        }
    }
}
