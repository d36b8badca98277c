using System.Globalization;
using System.Text.RegularExpressions;

namespace AlignmentBot.Domain.Leads;

/// <summary>What a field of a brief may hold. The API and the forms ask the same rules.</summary>
public static partial class FieldRules
{
    public const int NameLimit = 200;
    public const int NotesLimit = 4000;
    public const int OwnValueLimit = 1000;
    public const int EmailLimit = 254;
    public const int PhoneLimit = 40;
    public const int EmployeesLimit = 10_000_000;
    public const int ScoreLimit = 100;

    /// <summary>The largest amount of money that is believed.</summary>
    public const decimal AmountLimit = 1_000_000_000_000m;

    /// <summary>What is wrong with this value in this field, or null when nothing is.</summary>
    /// <param name="name">A name that <see cref="BriefFields.Knows"/>.</param>
    public static FieldProblem? Check(string name, string value) => name switch
    {
        BriefFields.Email or "marketer" => IsEmail(value) ? null : new FieldProblem(FieldFault.Email, EmailLimit),
        BriefFields.Phone => value.Length <= PhoneLimit && Phone().IsMatch(value) ? null : new FieldProblem(FieldFault.Phone, PhoneLimit),
        "company.domain" => value.Length <= 253 && HostName().IsMatch(value) ? null : new FieldProblem(FieldFault.HostName, 253),
        "company.country" => Country().IsMatch(value) ? null : new FieldProblem(FieldFault.Country, 2),
        "company.employees" => Number(value, EmployeesLimit),
        "score" => Number(value, ScoreLimit),
        "notes" => Length(value, NotesLimit),
        _ when name.StartsWith(BriefFields.OwnPrefix, StringComparison.Ordinal) => Length(value, OwnValueLimit),
        _ => Length(value, NameLimit),
    };

    /// <summary>One at sign, something before it, a host name with a dot behind it, no blanks. Whether the mailbox exists only a mail can tell.</summary>
    public static bool IsEmail(string value) => value.Length <= EmailLimit && Email().IsMatch(value);

    /// <summary>The name of a pod's own field: 1 to 40 letters, digits, blanks and <c>_ - .</c>, with a letter or digit at both ends.</summary>
    public static bool IsOwnName(string name) => OwnName().IsMatch(name);

    /// <summary>Three letters, as ISO 4217 writes currencies.</summary>
    public static bool IsCurrency(string value) => Currency().IsMatch(value);

    private static FieldProblem? Length(string value, int limit) => value.Length <= limit ? null : new FieldProblem(FieldFault.TooLong, limit);

    private static FieldProblem? Number(string value, int limit) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= limit ? null : new FieldProblem(FieldFault.Number, limit);

    [GeneratedRegex(@"^[^\s@<>""]+@[^\s@<>""]+\.[^\s@<>"".]+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"^\+?[0-9 ().\-/]*[0-9][0-9 ().\-/]*(\s*(x|ext\.?)\s*[0-9]+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^([a-zA-Z0-9]([a-zA-Z0-9\-]*[a-zA-Z0-9])?\.)+[a-zA-Z0-9\-]{2,}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HostName();

    [GeneratedRegex(@"^[\p{L}\p{N}]([\p{L}\p{N} _.-]{0,38}[\p{L}\p{N}])?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnName();

    [GeneratedRegex("^[A-Za-z]{2}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Country();

    [GeneratedRegex("^[A-Z]{3}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Currency();
}

/// <summary>What is wrong with a value, and the limit it broke.</summary>
public sealed record FieldProblem(FieldFault Fault, int Limit);

public enum FieldFault
{
    TooLong,
    Email,
    Phone,
    HostName,
    Country,
    Number,
}
