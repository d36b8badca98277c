using System.Text.Unicode;
using AlignmentBot.Bot.Configuration;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using CsvHelper;

namespace AlignmentBot.Bot.CommandLine;

/// <summary>Reads members from CSV: commas, semicolons or tabs; columns in any order.</summary>
internal static class MemberCsv
{
    public static readonly ValueList<string> Columns =
        ["pod", "email", "name", "side", "podLead", "admin", "timeZone", "language", "slackUser", "teamsUser"];

    private static readonly string[] Needed = ["email", "name", "side"];

    /// <param name="pod">The pod of lines that name none, or null.</param>
    /// <param name="faults">Gets one sentence per fault, with the number of the line.</param>
    public static IReadOnlyList<MemberLine> Read(string file, string? pod, ICollection<string> faults)
    {
        var bytes = File.ReadAllBytes(file);
        if (!Utf8.IsValid(bytes))
        {
            faults.Add($"{file} is not UTF-8. Save it as CSV in UTF-8.");
            return [];
        }

        using var csv = CsvReader.Create(bytes, new CsvReaderOptions
        {
            TrackLineNumbers = true,
            TrimWhitespace = true,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = broken => faults.Add(Sentence(broken)),
        });
        var lines = new List<MemberLine>();
        if (!HeaderIsFine(csv.Headers, pod, faults))
            return lines;

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        while (csv.Read())
        {
            if (One(new CsvLine(csv, faults), pod) is { } member && !Twice(member, seen, faults))
                lines.Add(member);
        }

        return lines;
    }

    private static string Sentence(CsvMalformedRecord broken) => $"Line {broken.LineNumber}: " + (broken.Reason == CsvMalformedReason.FieldCountMismatch
        ? "there are more or fewer cells than columns. Put a cell that holds the separator in quotation marks."
        : "a quotation mark stands where none can be, or is not closed. Put the whole cell in quotation marks, and double those in it.");

    private static bool HeaderIsFine(IReadOnlyList<string> header, string? pod, ICollection<string> faults)
    {
        var before = faults.Count;
        foreach (var name in header.Where(name => !Columns.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase)))
            faults.Add($"Line 1: there is no column {Shown.Of(name)}.{RosterRules.Meant(name, Columns)} Known: {string.Join(", ", Columns)}.");
        foreach (var name in header.GroupBy(name => name.Trim(), StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1))
            faults.Add($"Line 1: the column {Shown.Of(name.Key)} comes twice.");
        foreach (var name in (pod is null ? Needed.Prepend("pod") : Needed).Where(name => !header.Contains(name, StringComparer.OrdinalIgnoreCase)))
            faults.Add($"Line 1: the column {name} is missing.");
        return faults.Count == before;
    }

    private static MemberLine? One(CsvLine line, string? pod)
    {
        var podId = line.Text("pod", RosterRules.PodId) ?? (line.Has("pod") ? null : pod ?? line.Missing("pod"));
        var email = line.Needed("email", RosterRules.Email);
        var name = line.Needed("name", RosterRules.Name);
        var side = line.Needed("side", RosterRules.Side);
        var draft = new MemberDraft(email ?? string.Empty, name ?? string.Empty, side is null ? default : RosterRules.SideOf(side)!.Value)
        {
            PodLead = line.Flag("podLead"),
            Admin = line.Flag("admin"),
            TimeZone = line.Text("timeZone", RosterRules.TimeZone),
            Language = line.Text("language", RosterRules.Language),
            SlackUser = line.Text("slackUser", RosterRules.SlackUser),
            TeamsUser = line.Text("teamsUser", RosterRules.TeamsUser),
        };
        return podId is null || email is null || name is null || side is null ? null : new MemberLine(line.Number, new PodId(podId), draft);
    }

    private static bool Twice(MemberLine member, Dictionary<string, int> seen, ICollection<string> faults)
    {
        string?[] keys =
        [
            $"{member.Pod} email {EmailKey.Of(member.Draft.Email)}",
            member.Draft.SlackUser is { } slack ? $"{member.Pod} slackUser {slack}" : null,
            member.Draft.TeamsUser is { } teams ? $"{member.Pod} teamsUser {teams}" : null,
        ];
        var twice = keys.OfType<string>().Where(key => !seen.TryAdd(key, member.Number)).ToList();
        foreach (var key in twice)
            faults.Add($"Line {member.Number}: line {seen[key]} has the same {key.Split(' ')[1]} in pod {member.Pod}.");
        return twice.Count > 0;
    }
}

/// <param name="Number">Of the line in the file, from 1.</param>
internal sealed record MemberLine(int Number, PodId Pod, MemberDraft Draft);
