using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using AlignmentBot.Bot.Intake.Reading;
using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Bot.Intake.Answers;

/// <summary>What marketing hands over, under the names of the API.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public record BriefBody
{
    [MaxLength(FieldRules.NameLimit), Description("The lead's id in the system that sends it. Recognises the same lead where there is no mail address.")]
    public string? ExternalId { get; init; }

    [MaxLength(FieldRules.NameLimit)]
    public string? FirstName { get; init; }

    [MaxLength(FieldRules.NameLimit)]
    public string? LastName { get; init; }

    [MaxLength(FieldRules.NameLimit), Description("The person's role, such as CTO.")]
    public string? Title { get; init; }

    [MaxLength(FieldRules.EmailLimit), Description("Recognises the same person: lower case, without a +tag.")]
    public string? Email { get; init; }

    [MaxLength(FieldRules.PhoneLimit), Description("Digits, blanks, + ( ) - . and /, with an extension if need be.")]
    public string? Phone { get; init; }

    public CompanyBody? Company { get; init; }

    [MaxLength(FieldRules.NameLimit), Description("Where the lead comes from, such as webinar.")]
    public string? Source { get; init; }

    [MaxLength(FieldRules.NameLimit)]
    public string? Campaign { get; init; }

    [MaxLength(FieldRules.EmailLimit), Description("Mail address of the marketer who hands the lead over.")]
    public string? Marketer { get; init; }

    [Range(0, FieldRules.ScoreLimit)]
    public int? Score { get; init; }

    [MaxLength(BriefMerge.ActivityLimit), Description("What the person did that speaks for them.")]
    public IReadOnlyList<ActivityBody>? Activities { get; init; }

    [MaxLength(FieldRules.NotesLimit)]
    public string? Notes { get; init; }

    [Description("Fields of your own by name: at most 50, names of 1 to 40 characters, values of at most 1,000.")]
    public IReadOnlyDictionary<string, string>? Fields { get; init; }

    public static BriefBody Of(Brief brief) => new()
    {
        ExternalId = brief.ExternalId,
        FirstName = brief.FirstName,
        LastName = brief.LastName,
        Title = brief.Title,
        Email = brief.Email,
        Phone = brief.Phone,
        Company = brief.Company == Domain.Leads.Company.Unknown ? null : CompanyBody.Of(brief.Company),
        Source = brief.Source,
        Campaign = brief.Campaign,
        Marketer = brief.Marketer,
        Score = brief.Score,
        Activities = brief.Activities.Count == 0 ? null : brief.Activities.Select(a => new ActivityBody(a.At, a.Kind) { Detail = a.Detail }).ToList(),
        Notes = brief.Notes,
        Fields = brief.Fields.Count == 0 ? null : brief.Fields.ToDictionary(own => own.Name, own => own.Value, StringComparer.Ordinal),
    };
}

/// <summary>A lead as it is posted.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record LeadBody : BriefBody
{
    [MaxLength(40), Description("Id of the pod that gets the lead. May be left out when there is one pod.")]
    public string? Pod { get; init; }

    [MaxLength(FieldRules.EmailLimit), Description("Mail address of an active rep of the pod: only this rep or a sales pod lead accepts at first.")]
    public string? Owner { get; init; }
}

/// <summary>The person's employer.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record CompanyBody
{
    [MaxLength(FieldRules.NameLimit)]
    public string? Name { get; init; }

    [MaxLength(253), Description("Such as example.com.")]
    public string? Domain { get; init; }

    [MaxLength(FieldRules.NameLimit)]
    public string? Industry { get; init; }

    [Range(0, FieldRules.EmployeesLimit)]
    public int? Employees { get; init; }

    [RegularExpression("^[A-Za-z]{2}$"), Description("Two letters (ISO 3166 alpha-2), such as GB.")]
    public string? Country { get; init; }

    public static CompanyBody Of(Company company) => new()
    {
        Name = company.Name,
        Domain = company.Domain,
        Industry = company.Industry,
        Employees = company.Employees,
        Country = company.Country,
    };
}

/// <summary>One thing the person did.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ActivityBody(
    [property: Description("When, with the time zone: 2026-11-20T09:14:00Z.")] Instant At,
    [property: MaxLength(ActivityReader.KindLimit), Description("Such as page_visited.")] string Kind)
{
    [MaxLength(FieldRules.NameLimit)]
    public string? Detail { get; init; }
}
