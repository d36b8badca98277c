using NodaTime;

namespace AlignmentBot.Domain.Leads;

/// <summary>What marketing hands over: who the person is, where they come from, and why they count as qualified.</summary>
public sealed record Brief
{
    /// <summary>The lead's id in the system that sent it.</summary>
    public string? ExternalId { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Title { get; init; }

    /// <summary>As it was given; <see cref="EmailKey"/> is what is compared.</summary>
    public string? Email { get; init; }

    public string? Phone { get; init; }

    public Company Company { get; init; } = Company.Unknown;

    public string? Source { get; init; }

    public string? Campaign { get; init; }

    /// <summary>The marketer who hands the lead over, by mail address.</summary>
    public string? Marketer { get; init; }

    /// <summary>0 to 100.</summary>
    public int? Score { get; init; }

    /// <summary>What the person did, newest first.</summary>
    public ValueList<Activity> Activities { get; init; } = [];

    public string? Notes { get; init; }

    /// <summary>The pod's own fields, ordered by name.</summary>
    public ValueList<NamedValue> Fields { get; init; } = [];

    /// <summary>The address by which the same person is recognised, or null without one.</summary>
    public string? EmailKey => string.IsNullOrWhiteSpace(Email) ? null : Leads.EmailKey.Of(Email);

    /// <summary>First and last name, else the mail address's local part, else null.</summary>
    public string? PersonName
    {
        get
        {
            var name = string.Join(' ', new[] { FirstName, LastName }.Where(part => !string.IsNullOrWhiteSpace(part)));
            return name.Length > 0 ? name : Email?.Split('@')[0].Trim() is { Length: > 0 } local ? local : null;
        }
    }
}

/// <summary>The person's employer. Employees: 0 or more. Country: ISO 3166 alpha-2.</summary>
public sealed record Company(string? Name = null, string? Domain = null, string? Industry = null, int? Employees = null, string? Country = null)
{
    public static readonly Company Unknown = new();
}

/// <summary>One thing the person did that speaks for them.</summary>
public sealed record Activity(Instant At, string Kind, string? Detail);

/// <summary>A field of the pod's own.</summary>
public sealed record NamedValue(string Name, string Value);
