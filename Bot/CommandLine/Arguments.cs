namespace AlignmentBot.Bot.CommandLine;

/// <summary>Tells the switches of the configuration from a command and its options.</summary>
public static class Arguments
{
    /// <summary>The settings that stand in no section.</summary>
    private static readonly string[] WithoutSection = ["--PublicUrl", "--urls"];

    /// <summary>A switch names a section and a key, with a colon between: <c>--Storage:Path=bot.db</c> or <c>--Storage:Path bot.db</c>.</summary>
    public static (string[] Switches, string[] Words) Split(string[] args)
    {
        var switches = new List<string>();
        var rest = new List<string>();
        for (var at = 0; at < args.Length; at++)
        {
            if (!IsSwitch(args[at]))
            {
                rest.Add(args[at]);
                continue;
            }

            switches.Add(args[at]);
            if (!args[at].Contains('=', StringComparison.Ordinal) && at + 1 < args.Length)
                switches.Add(args[++at]);
        }

        return ([.. switches], [.. rest]);
    }

    private static bool IsSwitch(string arg)
    {
        var name = arg.Split('=')[0];
        return name.StartsWith("--", StringComparison.Ordinal)
            && (name.Contains(':', StringComparison.Ordinal) || WithoutSection.Contains(name, StringComparer.OrdinalIgnoreCase));
    }
}
