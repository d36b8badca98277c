using System.Text.Json;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Bot.Intake.Reading;

/// <summary>Reads what a person did that speaks for them.</summary>
public static class ActivityReader
{
    public const int KindLimit = 80;

    private static readonly string[] Names = ["at", "kind", "detail"];

    /// <returns>Newest first.</returns>
    public static ValueList<Activity> Read(IReadOnlyList<(JsonElement Value, string Pointer)> items, string pointer, Faults faults)
    {
        if (items.Count > BriefMerge.ActivityLimit)
            faults.Add(pointer, $"There are {items.Count} activities; at most {BriefMerge.ActivityLimit} fit. Send the newest.");
        return items
            .Take(BriefMerge.ActivityLimit)
            .Select(item => One(item.Value, item.Pointer, faults))
            .OfType<Activity>()
            .OrderByDescending(activity => activity.At)
            .ToValueList();
    }

    private static Activity? One(JsonElement value, string pointer, Faults faults)
    {
        if (ObjectReader.Open(value, pointer, faults, Names) is not { } activity)
            return null;
        var at = activity.Moment("at");
        var kind = activity.Text("kind", text => FieldSentences.AtMost(KindLimit, text));
        var detail = activity.Text("detail", text => FieldSentences.AtMost(FieldRules.NameLimit, text));
        if (activity.Lacks("at"))
            activity.Fault("at", "Every activity says when it was, such as 2026-11-20T09:14:00Z.");
        if (activity.Lacks("kind"))
            activity.Fault("kind", "Every activity says what it was, such as page_visited.");
        return at is { } moment && kind is not null ? new Activity(moment, kind, detail) : null;
    }
}
