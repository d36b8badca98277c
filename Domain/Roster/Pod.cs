using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Domain.Roster;

/// <summary>A group of marketers and reps that share one channel, one roster, one agreement and one calendar.</summary>
/// <param name="Id">The pod's slug: 1 to 40 lower-case letters, digits and hyphens.</param>
/// <param name="Name">What people call the pod; 1 to 80 characters.</param>
/// <param name="TimeZone">IANA time zone of the pod's calendar, such as <c>Europe/Amsterdam</c>.</param>
public sealed record Pod(PodId Id, string Name, string TimeZone)
{
    /// <summary>How long a decision can be taken back by the person who made it.</summary>
    public static readonly Duration UndoWindow = Duration.FromMinutes(5);

    public WorkWeek Hours { get; init; } = WorkWeek.Office;

    public ValueList<LocalDate> Holidays { get; init; } = [];

    /// <summary>Fields that every lead must carry before sales is asked (see <see cref="BriefFields"/>).</summary>
    public ValueList<string> RequiredFields { get; init; } = [BriefFields.Email, BriefFields.CompanyName];

    /// <summary>Why sales may turn a lead down.</summary>
    public ValueList<RejectionReason> Reasons { get; init; } = RejectionReason.Defaults;

    /// <summary>Language of what the bot says in the pod's channel.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The last day on which the pod only watches: nobody is reminded, and team leads read what would have been. Null when it does not.</summary>
    public LocalDate? WatchUntil { get; init; }

    public string? SlackChannel { get; init; }

    public string? TeamsChannel { get; init; }

    /// <summary>True while the pod only watches.</summary>
    public bool IsWatching(Instant now) => WatchUntil is { } until && now.InZone(Zone).Date <= until;

    /// <summary>The calendar's zone. The id was checked when the pod was made.</summary>
    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[TimeZone];
}
