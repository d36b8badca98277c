using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Bot.Configuration;

/// <summary>A pod as somebody described it. What is not said stays as it is stored, or takes its default on a new pod.</summary>
public sealed record PodDraft(PodId Id)
{
    public string? Name { get; init; }

    public string? TimeZone { get; init; }

    public string? Language { get; init; }

    public WorkWeek? Hours { get; init; }

    public ValueList<LocalDate>? Holidays { get; init; }

    public ValueList<string>? RequiredFields { get; init; }

    public string? SlackChannel { get; init; }

    public string? TeamsChannel { get; init; }

    public LocalDate? WatchUntil { get; init; }

    /// <summary>What the pod promises; null when nothing is said about it.</summary>
    public AgreementTerms? Terms { get; init; }

    public ValueList<MemberDraft> Members { get; init; } = [];

    /// <summary>The stored pod with what was said laid over it, or a new one; null when a new pod lacks its name or time zone.</summary>
    public Pod? Over(Pod? known)
    {
        if ((Name ?? known?.Name) is not { } name || (TimeZone ?? known?.TimeZone) is not { } zone)
            return null;
        var pod = (known ?? new Pod(Id, name, zone)) with { Name = name.Trim(), TimeZone = zone };
        return pod with
        {
            Language = Language ?? pod.Language,
            Hours = Hours ?? pod.Hours,
            Holidays = Holidays ?? pod.Holidays,
            RequiredFields = RequiredFields ?? pod.RequiredFields,
            WatchUntil = WatchUntil ?? pod.WatchUntil,
            SlackChannel = SlackChannel ?? pod.SlackChannel,
            TeamsChannel = TeamsChannel ?? pod.TeamsChannel,
        };
    }
}

/// <summary>A member as somebody described them. What is not said stays as it is stored.</summary>
public sealed record MemberDraft(string Email, string Name, Side Side)
{
    public bool? PodLead { get; init; }

    public bool? Admin { get; init; }

    public int? Weight { get; init; }

    public string? SlackUser { get; init; }

    public string? TeamsUser { get; init; }

    public string? TimeZone { get; init; }

    public string? Language { get; init; }

    public WorkWeek? Hours { get; init; }

    public ValueList<LocalDate>? Holidays { get; init; }

    /// <summary>The stored member with what was said laid over them, on the roster again if they had left it.</summary>
    public Member Over(Member known) => known with
    {
        Email = Email.Trim().ToLowerInvariant(),
        Name = Name.Trim(),
        Side = Side,
        PodLead = PodLead ?? known.PodLead,
        Admin = Admin ?? known.Admin,
        Weight = Weight ?? known.Weight,
        SlackUser = SlackUser ?? known.SlackUser,
        TeamsUser = TeamsUser ?? known.TeamsUser,
        TimeZone = TimeZone ?? known.TimeZone,
        Language = Language ?? known.Language,
        Hours = Hours ?? known.Hours,
        Holidays = Holidays ?? known.Holidays,
        Active = true,
    };
}
