using System.ComponentModel;
using System.Globalization;
using AlignmentBot.Bot.Intake.Problems;

namespace AlignmentBot.Bot.Intake.Answers;

/// <summary>How one line of a batch ended.</summary>
public sealed record BatchAnswer(
    [property: Description("The line's number, from 1. Blank lines are counted and get no answer.")] int Line,
    [property: Description("offered, incomplete or merged as for a single lead; invalid: the line is wrong; refused: it was not taken although it is well formed; failed: it could not be stored, send it again.")] string Status)
{
    public string? Id { get; init; }

    public string? Url { get; init; }

    public IReadOnlyList<string>? Missing { get; init; }

    [Description("Why the line was not taken, in a sentence.")]
    public string? Detail { get; init; }

    [Description("Everything that is wrong with the line; pointers are into the line.")]
    public IReadOnlyList<ProblemError>? Errors { get; init; }

    public static BatchAnswer Of(int line, IntakeResult result) => result switch
    {
        IntakeResult.Taken { Answer.Body: var body } => new BatchAnswer(line, body.Status) { Id = body.Id, Url = body.Url, Missing = body.Missing },
        IntakeResult.Refused { Problem: { Errors: { } errors } } => new BatchAnswer(line, "invalid") { Errors = errors },
        IntakeResult.Refused { Problem: { Code: Problem.MalformedCode } malformed } => Invalid(line, malformed.Detail),
        IntakeResult.Refused refused => new BatchAnswer(line, "refused") { Detail = refused.Problem.Detail },
        _ => throw new NotSupportedException(string.Create(CultureInfo.InvariantCulture, $"No answer for {result.GetType().Name} of line {line}.")),
    };

    public static BatchAnswer Invalid(int line, string detail) => new(line, "invalid") { Detail = detail };

    public static BatchAnswer Failed(int line) => new(line, "failed") { Detail = "This lead could not be stored now. Send it again later." };
}
