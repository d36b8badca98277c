namespace AlignmentBot.Storage.Sqlite;

/// <summary>As what a store is opened.</summary>
public enum SqliteOpen
{
    /// <summary>The one bot of this file: takes the lock for as long as the store is open, and applies the schema.</summary>
    Bot,

    /// <summary>A command beside a bot that may be running: short transactions, no lock. Applies the schema when no bot runs.</summary>
    Visitor,

    /// <summary>Reads and copies only; the file must exist.</summary>
    ReadOnly,
}
