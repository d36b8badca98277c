namespace AlignmentBot.Bot.Channels;

/// <summary>One thing that <c>doctor</c> looked at.</summary>
/// <param name="Subject">What: a few words.</param>
/// <param name="Says">How it is: one sentence.</param>
/// <param name="Remedy">Of a fault: what to do, or click, and where. Null when all is well.</param>
public sealed record Finding(string Subject, string Says, string? Remedy)
{
    public bool Ok => Remedy is null;

    public static Finding Well(string subject, string says) => new(subject, says, null);
}
