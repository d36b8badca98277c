using System.CommandLine;
using AlignmentBot.Bot.Configuration;

namespace AlignmentBot.Bot.CommandLine;

/// <summary>The commands beside running the bot. They work on the store of the same configuration, also while the bot runs.</summary>
public static class BotCommandLine
{
    public const int Done = 0;

    /// <summary>Refused, with a sentence on the error stream.</summary>
    public const int Refused = 1;

    /// <summary>The command itself is wrong: an option, a value, a name.</summary>
    public const int Usage = 2;

    private static readonly string[] HelpWords = ["--help", "-h", "-?", "--version"];

    /// <summary>True when the arguments name a command or ask for help; false when they only configure the bot that is to run.</summary>
    public static bool IsCommand(string[] args) => Arguments.Split(args).Words is [var first, ..]
        && (HelpWords.Contains(first) || !(first.StartsWith('-') || first.Contains('=', StringComparison.Ordinal)));

    /// <param name="args">A command with its options; switches such as <c>--Storage:Path=bot.db</c> may stand anywhere.</param>
    /// <returns>The exit code: 0 done, 1 refused, 2 wrong usage.</returns>
    public static async Task<int> Run(string[] args, TextWriter output, TextWriter error, CancellationToken ct)
    {
        var (switches, rest) = Arguments.Split(args);
        var desk = new CommandDesk(switches, output, error);
        // A word that starts with @ is that word, not the name of a file with more words.
        var parsed = Root(desk).Parse(rest, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count == 0)
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }, ct);

        foreach (var sentence in Faults(parsed))
            await error.WriteLineAsync(sentence);
        await error.WriteLineAsync($"Add --help to see how it is used: {PathOf(parsed)} --help");
        return Usage;
    }

    private static RootCommand Root(CommandDesk desk) => new("""
        Hands marketing qualified leads to sales in Slack and Microsoft Teams.
        Without a command the bot runs. Settings are given as --Section:Name=value, such as --Storage:Path=bot.db or --urls http://127.0.0.1:5080.
        """)
    {
        KeyCommands.Make(desk),
        PodCommands.Make(desk),
        MemberCommands.Make(desk),
        HolidayCommands.Make(desk),
        BackupCommands.Backup(desk),
        BackupCommands.Restore(desk),
        AwardsCommands.Make(desk),
        ManifestCommands.Make(desk),
        DoctorCommand.Make(desk),
        StatsCommand.Make(desk),
    };

    private static IEnumerable<string> Faults(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        return parsed.UnmatchedTokens is [var typed, ..] && command.Subcommands.Count > 0
            ? [$"There is no command {Shown.Of(typed)}.{RosterRules.Meant(typed, command.Subcommands.Select(known => known.Name))}"]
            : parsed.Errors.Select(fault => fault.Message)
                .Concat(parsed.UnmatchedTokens.Select(token => RosterRules.Meant(token, command.Options.Select(known => known.Name)).TrimStart()))
                .Where(sentence => sentence.Length > 0);
    }

    private static string PathOf(ParseResult parsed)
    {
        var names = new List<string>();
        for (var command = parsed.CommandResult; command.Parent is System.CommandLine.Parsing.CommandResult parent; command = parent)
            names.Insert(0, command.Command.Name);
        return string.Join(' ', names.Prepend("dotnet run --project Bot --"));
    }
}
