using NodaTime;

namespace AlignmentBot.Domain.Awards;

/// <summary>The published rules of a round. A round keeps those under which it opened.</summary>
public sealed record AwardPolicy
{
    /// <summary>Fewer voters than this cannot vote in secret: with two, each knows the other's vote.</summary>
    public const int SecretFrom = 3;

    /// <summary>How often people may lengthen one round.</summary>
    public const int ExtensionsByHand = 3;

    public static readonly AwardPolicy Default = new();

    /// <summary>The day of the month on which voting opens, moved to the next working day; null for the last working day of the month.</summary>
    public int? OpensOnDay { get; init; }

    /// <summary>When voting opens and reminders go out, in the pod's zone.</summary>
    public LocalTime OpensAt { get; init; } = new(10, 0);

    /// <summary>How many working days after the opening day voting closes, at the end of the pod's hours.</summary>
    public int VotingDays { get; init; } = 3;

    /// <summary>How many working days before the close those who have not voted are reminded; once more on the last day.</summary>
    public int RemindDaysBefore { get; init; } = 2;

    /// <summary>When the result is announced, on the working day after the close.</summary>
    public LocalTime AnnounceAt { get; init; } = new(10, 0);

    /// <summary>Share of those who may vote that must have voted, in percent.</summary>
    public int QuorumPercent { get; init; } = 50;

    /// <summary>By how many working days a round is lengthened, once when the quorum is missed, or by hand.</summary>
    public int ExtensionDays { get; init; } = 2;

    /// <summary>Decided leads of a seller, delivered leads of a marketer, from which on somebody can be nominated; fewer in small pods.</summary>
    public int MinimumActivity { get; init; } = 5;

    /// <summary>Whether last month's winner can be nominated again.</summary>
    public bool WinnerAgain { get; init; } = true;
}
