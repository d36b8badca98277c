using AlignmentBot.Bot.Channels.Slack;
using AlignmentBot.Bot.Channels.Teams;
using NodaTime;
using NodaTime.Text;

namespace AlignmentBot.Bot.Hosting;

/// <summary>The settings that decide how the bot is put together, checked once at start.</summary>
/// <param name="StoragePath">The database file as a full path.</param>
/// <param name="KeysFolder">The folder of the keys that encipher secrets, as a full path.</param>
/// <param name="LocalChannel">Whether the local page is on.</param>
public sealed record BotSettings(string StoragePath, string KeysFolder, bool LocalChannel, bool SampleData, Instant? ClockStart)
{
    /// <exception cref="StartupFaultException">One sentence per fault.</exception>
    public static BotSettings Read(IConfiguration configuration, HostPlace place)
    {
        var faults = new List<string>();
        var storage = Bind<StorageOptions>(configuration, "Storage", faults);
        var local = Bind<LocalOptions>(configuration, "Local", faults);
        var clock = Bind<ClockOptions>(configuration, "Clock", faults);

        if (string.IsNullOrWhiteSpace(storage.Path))
            faults.Add("Storage:Path is empty. Give the path of the database file, such as data/alignmentbot.db.");
        if (local.Enabled == true && !place.OnLoopback)
            faults.Add("Local:Enabled is true, but the bot listens on an address that other machines reach. Listen on 127.0.0.1, or set Local:Enabled to false.");
        var start = ReadStart(clock, place, faults);

        if (faults.Count > 0)
            throw new StartupFaultException(faults);
        return new BotSettings(
            Path.GetFullPath(storage.Path), storage.KeysFolder, local.Enabled ?? (place.OnLoopback && !SlackSettings.IsConfigured(configuration) && !TeamsSettings.IsConfigured(configuration)), local.SampleData, start);
    }

    private static T Bind<T>(IConfiguration configuration, string section, List<string> faults)
        where T : new()
    {
        try
        {
            return configuration.GetSection(section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException wrong)
        {
            faults.Add($"Section {section}: {wrong.Message}");
            return new T();
        }
    }

    private static Instant? ReadStart(ClockOptions clock, HostPlace place, List<string> faults)
    {
        if (clock.Start is null)
            return null;
        if (!place.AllowsClockControl)
        {
            faults.Add("Clock:Start is set, but the clock can be moved only in the Development environment and on a loopback address. Remove it.");
            return null;
        }

        if (InstantPattern.ExtendedIso.Parse(clock.Start) is { Success: true, Value: var start })
            return start;
        faults.Add($"Clock:Start is \"{clock.Start}\". Give an instant such as 2026-11-01T08:00:00Z.");
        return null;
    }
}
