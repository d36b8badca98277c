using AlignmentBot.Bot.Intake.Problems;

namespace AlignmentBot.Bot.Intake.Reading;

/// <summary>Gathers everything that is wrong with a body, so that it is said at once.</summary>
public sealed class Faults
{
    /// <summary>More than these are only counted.</summary>
    public const int Limit = 100;

    private readonly List<ProblemError> errors = [];
    private int count;

    public bool Any => count > 0;

    public bool Has(string pointer) => errors.Exists(error => error.Pointer == pointer);

    /// <param name="pointer">Where, as <see cref="Pointer"/> writes it.</param>
    public void Add(string pointer, string sentence)
    {
        count++;
        if (count <= Limit)
            errors.Add(new ProblemError(pointer, null, sentence));
    }

    public IReadOnlyList<ProblemError> Errors => count <= Limit
        ? errors
        : [.. errors, new ProblemError(Pointer.Root, null, $"{count - Limit} more faults are not listed.")];
}
