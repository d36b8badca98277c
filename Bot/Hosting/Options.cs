namespace AlignmentBot.Bot.Hosting;

/// <summary>Section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>The database file; made with its folder when it is not there. Default: <c>data/alignmentbot.db</c> below the folder in which the bot is started.</summary>
    public string Path { get; set; } = "data/alignmentbot.db";

    /// <summary>The folder of the keys that encipher what the database keeps secret. Default: <c>keys</c> beside the database. Back it up with the database.</summary>
    public string? KeysPath { get; set; }

    /// <summary>The folder of the keys as a full path.</summary>
    public string KeysFolder => System.IO.Path.GetFullPath(
        string.IsNullOrWhiteSpace(KeysPath) ? System.IO.Path.Combine(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!, "keys") : KeysPath);
}

/// <summary>Section <c>Local</c>: the page on loopback.</summary>
public sealed class LocalOptions
{
    /// <summary>On, off, or, when not set, on while no other channel is configured.</summary>
    public bool? Enabled { get; set; }

    /// <summary>Whether an empty store starts with a sample pod and sample leads. Default: true.</summary>
    public bool SampleData { get; set; } = true;
}

/// <summary>Section <c>Clock</c>.</summary>
public sealed class ClockOptions
{
    /// <summary>Where the clock starts, as an ISO 8601 instant. Refused outside Development and off loopback.</summary>
    public string? Start { get; set; }
}
