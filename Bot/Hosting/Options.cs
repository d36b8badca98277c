namespace AlignmentBot.Bot.Hosting;

/// <summary>Section <c>Storage</c>.</summary>
public sealed class StorageOptions
{
    /// <summary>The database file; made with its folder when it is not there. Default: <c>data/alignmentbot.db</c> below the folder in which the bot is started.</summary>
    public string Path { get; set; } = "data/alignmentbot.db";
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
