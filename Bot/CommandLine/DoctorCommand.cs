using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Channels.Slack;
using AlignmentBot.Bot.Channels.Slack.Doctor;
using AlignmentBot.Bot.Channels.Slack.Install;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;
using Command = System.CommandLine.Command;

namespace AlignmentBot.Bot.CommandLine;

/// <summary><c>doctor</c>: looks at what the platforms need, one line each, and says for each fault what to do. Works beside a running bot.</summary>
internal static class DoctorCommand
{
    public static Command Make(CommandDesk desk)
    {
        var command = new Command("doctor", "Check settings, tokens, scopes, channels and the clock; say for each fault what to click where");
        command.SetAction((_, ct) => desk.Try(() => Run(desk, ct)));
        return command;
    }

    private static async Task<int> Run(CommandDesk desk, CancellationToken ct)
    {
        var (all, faults) = (0, 0);
        await foreach (var finding in Examine(desk, ct))
        {
            all++;
            faults += finding.Ok ? 0 : 1;
            await desk.Output.WriteLineAsync($"{(finding.Ok ? "ok   " : "fault")}  {finding.Subject}: {finding.Says}");
            if (finding.Remedy is { } remedy)
                await desk.Output.WriteLineAsync("       " + remedy);
        }

        await desk.Output.WriteLineAsync(faults switch
        {
            0 => "All is well.",
            1 => $"1 of {all} checks found a fault.",
            _ => $"{faults} of {all} checks found faults.",
        });
        return faults == 0 ? BotCommandLine.Done : BotCommandLine.Refused;
    }

    private static async IAsyncEnumerable<Finding> Examine(CommandDesk desk, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var (settings, faults) = Settings(desk.Configuration);
        foreach (var fault in faults)
            yield return new Finding("Settings", fault, "Correct it in appsettings.json, in the environment or on the command line, and restart the bot.");
        if (settings is null)
        {
            if (faults.Count == 0)
                yield return Finding.Well("Slack", "It is not set up. How to connect it stands in docs/slack.md.");
            yield break;
        }

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
