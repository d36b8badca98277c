using System.Globalization;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Bot.Intake.Reading;

/// <summary>The rules of a lead's fields as sentences of the API.</summary>
public static class FieldSentences
{
    /// <summary>The broken rule, or null when the value is fine.</summary>
    /// <param name="name">A name of <see cref="BriefFields"/>.</param>
    public static string? Check(string name, string value) => FieldRules.Check(name, value) is { } problem ? Of(problem, value) : null;

    public static string? AtMost(int limit, string value) => value.Length <= limit ? null : TooLong(limit, value);

    private static string Of(FieldProblem problem, string value) => problem.Fault switch
    {
        FieldFault.TooLong => TooLong(problem.Limit, value),
        FieldFault.Email => Limited("It must be a mail address such as ada@example.com, at most {0} characters.", problem.Limit),
        FieldFault.Phone => Limited("It must be a phone number: digits, blanks, + ( ) - . and /, at most {0} characters.", problem.Limit),
        FieldFault.HostName => Limited("It must be a domain such as example.com, at most {0} characters.", problem.Limit),
        FieldFault.Country => "It must be a country as two letters, such as GB.",
        FieldFault.Number => Limited("It must be a whole number from 0 to {0}.", problem.Limit),
    };

    private static string TooLong(int limit, string value) =>
        string.Create(CultureInfo.InvariantCulture, $"It has {value.Length} characters; at most {limit} fit.");

    private static string Limited(string sentence, int limit) => string.Format(CultureInfo.InvariantCulture, sentence, limit);
}
