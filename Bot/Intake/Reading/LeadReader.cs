using System.Text.Json;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Bot.Intake.Reading;

/// <summary>Reads a lead as it is posted. Every field is judged by the rules of the domain, and all faults are gathered.</summary>
public static class LeadReader
{
    public const int OwnFieldLimit = 50;

    private const string Company = "company";
    private const string Fields = "fields";
    private const string Activities = "activities";

    private static readonly string[] Numbers = ["score", "company.employees"];
    private static readonly string[] CompanyNames = InCompany().Select(name => name[(Company.Length + 1)..]).ToArray();

    /// <summary>The names at the top of a lead, in the order of the documentation.</summary>
    public static readonly ValueList<string> Names =
        ["externalId", "pod", .. BriefFields.Names.Except(InCompany(), StringComparer.Ordinal), Company, "owner", Activities, Fields];

    /// <returns>What could be read; meaningful only when nothing was added to the faults.</returns>
    public static LeadDraft? Read(JsonElement value, Faults faults)
    {
        if (ObjectReader.Open(value, Pointer.Root, faults, Names) is not { } lead)
            return null;

        var company = lead.Object(Company, CompanyNames);
        var brief = new Brief
        {
            ExternalId = lead.Text("externalId", text => FieldSentences.AtMost(FieldRules.NameLimit, text)),
            Activities = ActivityReader.Read(lead.List(Activities), Pointer.To(Pointer.Root, Activities), faults),
            Fields = OwnFields(lead),
        };
        brief = BriefFields.Names
            .Select(name => (Name: name, Value: ValueOf(name, lead, company)))
            .Where(field => field.Value is not null)
            .Aggregate(brief, (known, field) => BriefFields.Set(known, field.Name, field.Value!));
        if (!faults.Any && Nobody(brief))
            faults.Add(Pointer.Root, "Nothing here says who the lead is. Give at least one of email, phone, externalId, firstName, lastName and company.name.");
        return new LeadDraft(lead.Text("pod", text => FieldSentences.AtMost(40, text)), lead.Text("owner", text => FieldSentences.Check(BriefFields.Email, text)), brief);
    }

    private static string? ValueOf(string name, ObjectReader lead, ObjectReader? company)
    {
        var inCompany = name.StartsWith(Company + ".", StringComparison.Ordinal);
        if ((inCompany ? company : lead) is not { } reader)
            return null;
        var field = inCompany ? name[(Company.Length + 1)..] : name;
        if (Numbers.Contains(name))
            return reader.Whole(field, name == "score" ? FieldRules.ScoreLimit : FieldRules.EmployeesLimit)?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var text = reader.Text(field, value => FieldSentences.Check(name, value), lines: name == "notes");
        return name == "company.country" ? text?.ToUpperInvariant() : text;
    }

    private static ValueList<NamedValue> OwnFields(ObjectReader lead)
    {
        if (lead.Object(Fields, null) is not { } own)
            return [];
        var names = own.Names.ToList();
        if (names.Count > OwnFieldLimit)
            lead.Fault(Fields, $"There are {names.Count} fields; at most {OwnFieldLimit} fit.");

        foreach (var name in names.Where(name => !FieldRules.IsOwnName(name)))
            own.Fault(name, "The name of a field of your own has 1 to 40 letters, digits, blanks and _ - . in it, and a letter or digit at both ends.");
        return names
            .Select(name => (Name: name, Value: own.Text(name, value => FieldSentences.Check(BriefFields.OwnPrefix + name, value), lines: true)))
            .Where(field => field.Value is not null)
            .Select(field => new NamedValue(field.Name, field.Value!))
            .OrderBy(field => field.Name, StringComparer.Ordinal)
            .ToValueList();
    }

    private static bool Nobody(Brief brief) => brief is
    {
        Email: null, Phone: null, ExternalId: null, FirstName: null, LastName: null, Company.Name: null,
    };

    private static IEnumerable<string> InCompany() => BriefFields.Names.Where(name => name.StartsWith(Company + ".", StringComparison.Ordinal));
}

/// <summary>A posted lead before its pod and owner are known to exist.</summary>
/// <param name="Pod">Id of the pod, or null when there is only one.</param>
/// <param name="Owner">Mail address of the rep it is meant for, or null.</param>
public sealed record LeadDraft(string? Pod, string? Owner, Brief Brief);
