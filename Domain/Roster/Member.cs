using AlignmentBot.Domain.Time;
using NodaTime;

namespace AlignmentBot.Domain.Roster;

/// <summary>A person on a pod's roster.</summary>
/// <param name="Id">The member's own id.</param>
/// <param name="Pod">The pod whose roster this is. A person in two pods is two members.</param>
/// <param name="Email">Lower-case mail address; unique in the pod.</param>
/// <param name="Name">What the pod calls this person; 1 to 80 characters.</param>
/// <param name="Side">Sales or marketing.</param>
public sealed record Member(MemberId Id, PodId Pod, string Email, string Name, Side Side)
{
    /// <summary>Team lead of this side: may reassign, and may act for the members of the side.</summary>
    public bool PodLead { get; init; }

    /// <summary>May change the pod's set-up.</summary>
    public bool Admin { get; init; }

    /// <summary>Slack user id such as <c>U0123</c>, when linked.</summary>
    public string? SlackUser { get; init; }

    /// <summary>The directory object id of the person in Microsoft Entra, when linked.</summary>
    public string? TeamsUser { get; init; }

    /// <summary>IANA time zone; the pod's own when not set.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Own working hours; the pod's when not set.</summary>
    public WorkWeek? Hours { get; init; }

    /// <summary>Own holidays, instead of the pod's; the pod's when not set.</summary>
    public ValueList<LocalDate>? Holidays { get; init; }

    /// <summary>Days on which this person is away, past ones included.</summary>
    public ValueList<DaysOff> Off { get; init; } = [];

    /// <summary>Language of what the bot says to this person, such as <c>en</c>; the pod's when not set.</summary>
    public string? Language { get; init; }

    /// <summary>How many leads this rep gets by turn for each that a colleague of weight 1 gets, 0 to 10; 0 for none.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>False once the person has left the roster; the history keeps naming them.</summary>
    public bool Active { get; init; } = true;
}
