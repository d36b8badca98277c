using AlignmentBot.Bot.Configuration;
using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Intake.Keys;

/// <summary>What the holder of an API key may do.</summary>
public static class KeyScopes
{
    /// <summary>Hand leads over and report outcomes.</summary>
    public const string LeadsWrite = "leads:write";

    /// <summary>Read leads and their history.</summary>
    public const string LeadsRead = "leads:read";

    public static readonly ValueList<string> All = [LeadsWrite, LeadsRead];

    public static string Listed { get; } = string.Join(", ", All);

    /// <summary>The rule in a sentence when this is no scope, else null.</summary>
    public static string? Check(string scope) => All.Contains(scope, StringComparer.Ordinal) ? null : $"It must be one of {Listed}.{RosterRules.Meant(scope, All)}";
}
