using System.Text.Json;
using AlignmentBot.Bot.Configuration;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Bot.Intake.Reading;

/// <summary>Reads what became of a lead, as a CRM reports it.</summary>
public static class OutcomeReader
{
    public static readonly ValueList<string> Outcomes =
        [StateNames.Contacted, StateNames.Qualified, StateNames.Opportunity, StateNames.Won, StateNames.Lost];

    private static readonly string[] Names = ["outcome", "at", "amount", "currency", "reason"];
    private static readonly string[] MoneyNames = ["amount", "currency"];
    private static readonly string[] WithAmount = [StateNames.Opportunity, StateNames.Won];

    /// <param name="now">When it happened, where the report does not say.</param>
    /// <returns>Null when something was added to the faults.</returns>
    public static LeadCommand? Read(JsonElement value, Instant now, Faults faults)
    {
        if (ObjectReader.Open(value, Pointer.Root, faults, Names) is not { } report)
            return null;
        var outcome = report.Text("outcome", Known);
        if (report.Lacks("outcome"))
            report.Fault("outcome", $"This says what became of the lead. Give one of {Listed}.");
        var at = report.Moment("at") ?? now;
        var amount = Amount(report, outcome);
        var reason = Reason(report, outcome);
        return faults.Any ? null : Command(outcome!, at, amount, reason);
    }

    private static string Listed => string.Join(", ", Outcomes);

    private static LeadCommand Command(string outcome, Instant at, Money? amount, string? reason) => outcome switch
    {
        StateNames.Contacted => new LeadCommand.Contact(at),
        StateNames.Qualified => new LeadCommand.Qualify(at),
        StateNames.Opportunity => new LeadCommand.OpenOpportunity(at, amount),
        StateNames.Won => new LeadCommand.Win(at, amount),
        StateNames.Lost => new LeadCommand.Lose(at, reason!),
        _ => throw new NotSupportedException($"No command for the outcome {outcome}."),
    };

    private static Money? Amount(ObjectReader report, string? outcome)
    {
        var amount = report.Amount("amount", FieldRules.AmountLimit);
        var currency = report.Text("currency", text => FieldRules.IsCurrency(text) ? null : "It must be a currency as three capital letters, such as EUR.");
        if (outcome is not null && !WithAmount.Contains(outcome))
        {
            foreach (var name in MoneyNames.Where(report.Has))
                report.Fault(name, $"The outcome {outcome} has no amount; only {string.Join(" and ", WithAmount)} have one. Leave it out.");
        }

        if (report.Has("amount") && report.Lacks("currency"))
            report.Fault("currency", "An amount needs its currency, such as EUR.");
        if (report.Lacks("amount") && report.Has("currency"))
            report.Fault("amount", "A currency needs its amount.");
        return amount is { } number && currency is not null ? new Money(number, currency) : null;
    }

    private static string? Reason(ObjectReader report, string? outcome)
    {
        var reason = report.Text("reason", text => FieldSentences.AtMost(Rejection.NoteLimit, text), lines: true);
        if (outcome == StateNames.Lost && report.Lacks("reason"))
            report.Fault("reason", "A lost lead needs a reason, such as Chose another vendor.");
        if (outcome is not null && outcome != StateNames.Lost && report.Has("reason"))
            report.Fault("reason", $"The outcome {outcome} has no reason; only {StateNames.Lost} has one. Leave it out.");
        return reason;
    }

    private static string? Known(string outcome) =>
        Outcomes.Contains(outcome, StringComparer.Ordinal) ? null : $"It must be one of {Listed}.{RosterRules.Meant(outcome, Outcomes)}";
}
