using System.CommandLine;
using AlignmentBot.Bot.Configuration;
using AlignmentBot.Domain;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;

namespace AlignmentBot.Bot.CommandLine;

/// <summary><c>members import FILE.csv</c>: all lines or none.</summary>
internal static class MemberImport
{
    public static Command Make(CommandDesk desk)
    {
        var file = new Argument<string>("FILE") { Description = $"CSV in UTF-8; its first line names the columns: {string.Join(", ", MemberCsv.Columns)}. email, name and side are needed, and pod unless --pod is given" };
        var pod = Checked.Option("--pod", "The pod of lines that name none", RosterRules.PodId);
        var command = new Command("import", "Add or change many members. When a line is wrong, nothing is imported") { file, pod };
        command.SetAction((parsed, ct) => desk.WithStore(
            SqliteOpen.Visitor, store => Import(desk, store, parsed.GetRequiredValue(file), parsed.GetValue(pod), ct), ct));
        return command;
    }

    private static async Task<int> Import(CommandDesk desk, IStore store, string file, string? pod, CancellationToken ct)
    {
        var faults = new List<string>();
        IReadOnlyList<MemberLine> lines;
        try
        {
            lines = MemberCsv.Read(file, pod, faults);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return await desk.Refuse($"{file} cannot be read: {unreadable.Message}");
        }

        await Judge(lines, store, faults, ct);
        if (faults.Count > 0)
            return await desk.Refuse(string.Join(Environment.NewLine, faults.Append($"Nothing was imported. Faults: {faults.Count}.")));
        if (lines.Count == 0)
            return await desk.Refuse($"{file} names no members.");
        return await Save(desk, store, lines, ct);
    }

    private static async Task Judge(IReadOnlyList<MemberLine> lines, IStore store, List<string> faults, CancellationToken ct)
    {
        foreach (var group in lines.GroupBy(line => line.Pod))
        {
            if (await RosterConflicts.NoPod(store, group.Key, ct) is { } noPod)
            {
                faults.AddRange(group.Select(line => $"Line {line.Number}: {noPod}"));
                continue;
            }

            var members = await store.Members(group.Key, ct);
            faults.AddRange(group
                .Select(line => (line.Number, Conflict: RosterConflicts.Account(line.Draft, members)))
                .Where(line => line.Conflict is not null)
                .Select(line => $"Line {line.Number}: {line.Conflict}"));
        }
    }

    private static async Task<int> Save(CommandDesk desk, IStore store, IReadOnlyList<MemberLine> lines, CancellationToken ct)
    {
        var writer = new RosterWriter(store);
        var ends = new List<Saved>();
        foreach (var line in lines)
            ends.Add(await writer.Save(line.Pod, line.Draft, ct));
        return await desk.Say($"Added: {ends.Count(end => end == Saved.Added)}. Changed: {ends.Count(end => end == Saved.Updated)}. As before: {ends.Count(end => end == Saved.Unchanged)}.");
    }
}
