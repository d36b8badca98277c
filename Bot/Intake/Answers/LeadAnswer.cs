using System.ComponentModel;

namespace AlignmentBot.Bot.Intake.Answers;

/// <summary>What is answered to a lead or a report that was taken.</summary>
public sealed record LeadAnswer(
    [property: Description("The bot's id of the lead. Of a merged lead: the id of the open lead that it was joined onto.")] string Id,
    [property: Description("offered: sales is asked now. incomplete: required information is missing. merged: this person had an open lead at the pod. Of a report: the lead's state after it.")] string Status,
    [property: Description("Where the lead can be read.")] string Url)
{
    [Description("Names of the required fields that are missing, while the lead is incomplete.")]
    public IReadOnlyList<string>? Missing { get; init; }
}
