using System.Globalization;
using AlignmentBot.Bot.Handlers;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Statistics;
using CsvHelper;
using NodaTime;

namespace AlignmentBot.Bot.Statistics;

/// <summary>Leads as lines for a spreadsheet. Moments are in the pod's zone; durations in minutes. A value that a spreadsheet would run as a
/// formula gets an apostrophe in front (owasp.org/www-community/attacks/CSV_Injection).</summary>
public static class LeadCsv
{
    private static readonly string[] Names =
    [
        "lead", "handed_over", "state", "rep", "marketer", "campaign", "source", "tier", "agreement_version", "complete", "decided", "accepted", "contacted",
        "qualified", "opportunity", "won", "lost", "loss_reason", "amount", "currency", "given_back", "rejections", "rejections_answered",
        "decision_minutes", "decision_working_minutes", "contact_minutes", "contact_working_minutes",
    ];

    public static byte[] Write(IEnumerable<LeadOutline> leads, PodRoster pod)
    {
        using var file = new MemoryStream();

        // The mark at the start tells spreadsheets that the text is UTF-8.
        using (var csv = CsvWriter.Create(file, new CsvWriterOptions { Injection = CsvInjection.Escape, WriteByteOrderMark = true }, leaveOpen: true))
        {
            WriteLine(csv, Names);
            foreach (var lead in leads)
                WriteLine(csv, Line(lead, pod));
        }

        return file.ToArray();
    }

    private static void WriteLine(CsvWriter csv, IEnumerable<string?> values)
    {
        foreach (var value in values)
            csv.WriteField(value ?? string.Empty);
        csv.EndRecord();
    }

    private static IEnumerable<string?> Line(LeadOutline lead, PodRoster pod)
    {
        string? Moment(Instant? at) => at?.InZone(pod.Pod.Zone).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var group = lead.Group;
        yield return lead.Id.Value;
        yield return Moment(lead.HandedOverAt);
        yield return lead.State;
        yield return pod.Roster.Find(new MemberId(group.Rep))?.Name ?? group.Rep;
        yield return pod.Roster.FindByEmail(group.Marketer)?.Name ?? group.Marketer;
        yield return group.Campaign;
        yield return group.Source;
        yield return group.Tier;
        yield return Number(group.AgreementVersion);
        yield return lead.Complete ? "yes" : "no";
        foreach (var moment in new[] { lead.DecidedAt, lead.AcceptedAt, lead.ContactedAt, lead.QualifiedAt, lead.OpportunityAt, lead.WonAt, lead.LostAt })
            yield return Moment(moment);
        yield return lead.LossReason;
        yield return lead.Amount?.Amount.ToString(CultureInfo.InvariantCulture);
        yield return lead.Amount?.Currency;
        yield return Number(lead.Releases);
        yield return string.Join(' ', lead.Rejections.Select(rejection => rejection.Code));
        yield return Number(lead.Answered);
        foreach (var time in new[] { lead.DecisionRaw, lead.DecisionWorking, lead.ContactRaw, lead.ContactWorking })
            yield return time is { } taken ? Number((int)taken.TotalMinutes) : null;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
