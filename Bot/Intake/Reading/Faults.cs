using AlignmentBot.Bot.Intake.Problems;

namespace AlignmentBot.Bot.Intake.Reading;

/// <summary>Gathers everything that is wrong with a body, so that it is said at once.</summary>
public sealed class Faults
{
    /// <summary>More than these are only counted.</summary>
    public const int Limit = 100;

    private readonly List<ProblemError> errors = [];

    public int Count { get; private set; }

    public bool Any => Count > 0;

    public bool Has(string pointer) => errors.Exists(error => error.Pointer == pointer);

    /// <param name="pointer">Where, as <see cref="Pointer"/> writes it.</param>
    public void Add(string pointer, string sentence)
    {
        Count++;
        if (Count <= Limit)
            errors.Add(ProblemError.At(pointer, sentence));
    }

    public IReadOnlyList<ProblemError> Errors => Count <= Limit
        ? errors
        : [.. errors, ProblemError.At(Pointer.Root, $"{Count - Limit} more faults are not listed.")];
}
