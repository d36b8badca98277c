using System.Globalization;

namespace AlignmentBot.Domain.Leads;

/// <summary>The fields of a brief by the names that people and the API use. One table serves required fields, repair forms and merges.</summary>
public static class BriefFields
{
    public const string Email = "email";
    public const string Phone = "phone";
    public const string CompanyName = "company.name";

    /// <summary>Starts the names of the pod's own fields: <c>fields.budget</c>.</summary>
    public const string OwnPrefix = "fields.";

    private static readonly Dictionary<string, Field> Table = new(StringComparer.Ordinal)
    {
        ["firstName"] = new(b => b.FirstName, (b, v) => b with { FirstName = v }),
        ["lastName"] = new(b => b.LastName, (b, v) => b with { LastName = v }),
        ["title"] = new(b => b.Title, (b, v) => b with { Title = v }),
        [Email] = new(b => b.Email, (b, v) => b with { Email = v }),
        [Phone] = new(b => b.Phone, (b, v) => b with { Phone = v }),
        [CompanyName] = new(b => b.Company.Name, (b, v) => b with { Company = b.Company with { Name = v } }),
        ["company.domain"] = new(b => b.Company.Domain, (b, v) => b with { Company = b.Company with { Domain = v } }),
        ["company.industry"] = new(b => b.Company.Industry, (b, v) => b with { Company = b.Company with { Industry = v } }),
        ["company.employees"] = new(b => Text(b.Company.Employees), (b, v) => b with { Company = b.Company with { Employees = Number(v, int.MaxValue) ?? b.Company.Employees } }),
        ["company.country"] = new(b => b.Company.Country, (b, v) => b with { Company = b.Company with { Country = v } }),
        ["source"] = new(b => b.Source, (b, v) => b with { Source = v }),
        ["campaign"] = new(b => b.Campaign, (b, v) => b with { Campaign = v }),
        ["marketer"] = new(b => b.Marketer, (b, v) => b with { Marketer = v }),
        ["score"] = new(b => Text(b.Score), (b, v) => b with { Score = Number(v, 100) ?? b.Score }),
        ["notes"] = new(b => b.Notes, (b, v) => b with { Notes = v }),
    };

    /// <summary>The fixed names, in the order in which a form asks for them.</summary>
    public static IReadOnlyCollection<string> Names => Table.Keys;

    public static bool Knows(string name) =>
        Table.ContainsKey(name) || (name.StartsWith(OwnPrefix, StringComparison.Ordinal) && name.Length > OwnPrefix.Length);

    /// <summary>The field's value as text, or null when it is not there.</summary>
    public static string? Get(Brief brief, string name) => Table.TryGetValue(name, out var field)
        ? field.Get(brief)
        : brief.Fields.FirstOrDefault(own => OwnPrefix + own.Name == name)?.Value;

    /// <summary>The brief with the field set. A number that is none or out of range, or a name that is not known, changes nothing.</summary>
    public static Brief Set(Brief brief, string name, string value)
    {
        if (Table.TryGetValue(name, out var field))
            return field.Set(brief, value);
        return Knows(name) ? brief with { Fields = WithOwn(brief.Fields, name[OwnPrefix.Length..], value) } : brief;
    }

    /// <summary>Which of the required fields the brief does not carry, in the pod's order.</summary>
    public static ValueList<string> Missing(Brief brief, IEnumerable<string> required) =>
        required.Where(name => string.IsNullOrWhiteSpace(Get(brief, name))).ToValueList();

    private static ValueList<NamedValue> WithOwn(ValueList<NamedValue> fields, string name, string value) => fields
        .Where(own => own.Name != name)
        .Append(new NamedValue(name, value))
        .OrderBy(own => own.Name, StringComparer.Ordinal)
        .ToValueList();

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static int? Number(string text, int most) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;

    private sealed record Field(Func<Brief, string?> Get, Func<Brief, string, Brief> Set);
}
