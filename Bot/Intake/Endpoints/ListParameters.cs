using System.Globalization;
using AlignmentBot.Bot.Configuration;
using AlignmentBot.Bot.Intake.Problems;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Intake.Endpoints;

/// <summary>Reads which leads are asked for. A parameter that is not known is a fault: else it would silently ask for everything.</summary>
public static class ListParameters
{
    public const int DefaultLimit = 50;
    public const int MostLimit = 200;

    private static readonly string[] Names = ["pod", "state", "cursor", "limit"];

    public static (LeadQuery Query, IReadOnlyList<ProblemError> Errors) Read(IQueryCollection query, IReadOnlyList<string> pods)
    {
        var errors = new List<ProblemError>();
        void Fault(string name, string value, string rule) => errors.Add(ProblemError.In(name, $"{Shown.Of(value)}: {rule}"));

        foreach (var name in query.Keys.Where(name => !Names.Contains(name)))
            errors.Add(ProblemError.In(name, $"There is no such parameter.{RosterRules.Meant(name, Names)} Known: {string.Join(", ", Names)}."));
        foreach (var name in Names.Where(name => name != "state" && query[name].Count > 1))
            errors.Add(ProblemError.In(name, "This parameter comes twice. Send it once."));

        var pod = Text(query, "pod");
        if (pod is not null && !pods.Contains(pod, StringComparer.Ordinal))
            Fault("pod", pod, $"There is no such pod.{RosterRules.Meant(pod, pods)}");
        var states = query["state"].SelectMany(value => value!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToValueList();
        foreach (var state in states.Where(state => !StateNames.All.Contains(state, StringComparer.Ordinal)))
            Fault("state", state, $"There is no such state.{RosterRules.Meant(state, StateNames.All)} Known: {string.Join(", ", StateNames.All)}.");
        var cursor = Text(query, "cursor") is { } word ? CursorText.Read(word) : null;
        if (cursor is null && Text(query, "cursor") is { } wrong)
            Fault("cursor", wrong, "Give what was answered as next, unchanged.");
        var limit = Limit(Text(query, "limit"), rule => Fault("limit", Text(query, "limit")!, rule));
        return (new LeadQuery(pod is null ? null : new PodId(pod), states, null, cursor, limit), errors);
    }

    private static string? Text(IQueryCollection query, string name) => string.IsNullOrEmpty(query[name]) ? null : query[name][0];

    private static int Limit(string? text, Action<string> fault)
    {
        if (text is null)
            return DefaultLimit;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MostLimit)
            return limit;
        fault(string.Create(CultureInfo.InvariantCulture, $"It must be a whole number from 1 to {MostLimit}."));
        return DefaultLimit;
    }
}
