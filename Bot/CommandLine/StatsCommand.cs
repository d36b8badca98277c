using System.CommandLine;
using System.Globalization;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;
using NodaTime.Text;

namespace AlignmentBot.Bot.CommandLine;

/// <summary><c>stats verify</c>: are the figures what the events say?</summary>
internal static class StatsCommand
{
    public static Command Make(CommandDesk desk) => new("stats", "Look after the figures") { Verify(desk) };

    private static Command Verify(CommandDesk desk)
    {
        var command = new Command("verify", "Count every day again from the events alone, and compare with what the figures are made of");
        command.SetAction((_, ct) => desk.WithStore(SqliteOpen.Visitor, store => Compare(desk, store, ct), ct));
        return command;
    }

    private static async Task<int> Compare(CommandDesk desk, IStore store, CancellationToken ct)
    {
        var wrong = 0;
        foreach (var pod in await store.Pods(ct))
        {
            var check = await store.VerifyFigures(pod, ct);
            wrong += check.Different.Count;
            await desk.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{pod.Id}: days counted from their events: {check.Days} ({check.Leads} leads); days that differ: {Named(check)}"));
        }

        return wrong == 0
            ? await desk.Say("The figures are what the events say.")
            : await desk.Refuse("Some days differ from their events. Please report this, with the lines above: it is a fault of the program.");
    }

    private static string Named(FigureCheck check) =>
        check.Different.Count == 0 ? "none" : string.Join(", ", check.Different.Select(LocalDatePattern.Iso.Format));
}
