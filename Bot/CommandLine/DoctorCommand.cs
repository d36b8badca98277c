using AlignmentBot.Bot.Channels;
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
        var found = false;
        foreach (var platform in new[] { SlackExamination.Of(desk, ct), TeamsExamination.Of(desk, ct) })
        {
            await foreach (var finding in platform)
            {
                found = true;
                yield return finding;
            }
        }

        if (!found)
            yield return Finding.Well("Slack and Teams", "Neither is set up. How to connect them stands in docs/slack.md and docs/teams.md.");
    }
}
