using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Bot.Configuration;

/// <summary>Reads one pod of section <c>Pods</c> with its members.</summary>
public static class PodSection
{
    /// <returns>Null when the pod has a fault of its own; each is in <paramref name="faults"/>.</returns>
    public static PodDraft? Read(IConfigurationSection section, ICollection<string> faults)
    {
        var reader = new SectionReader(
            section, faults, "id", "name", "timeZone", "language", "hours", "holidays", "requiredFields", "slackChannel", "teamsChannel", "members",
            "clauses", "tiers", "whoseHours", "ladders", "watchUntil");
        var id = reader.Needed("id", RosterRules.PodId, "the pod's id, such as emea");
        var draft = new PodDraft(new PodId(id ?? string.Empty))
        {
            Name = reader.Needed("name", RosterRules.Name, "what people call the pod"),
            TimeZone = reader.Needed("timeZone", RosterRules.TimeZone, "the pod's IANA time zone, such as Europe/Amsterdam"),
            Language = reader.Text("language", RosterRules.Language),
            Hours = Hours(reader, faults),
            Holidays = Holidays(reader),
            RequiredFields = reader.List("requiredFields", RosterRules.RequiredField),
            SlackChannel = reader.Text("slackChannel", RosterRules.SlackChannel),
            TeamsChannel = reader.Text("teamsChannel", RosterRules.TeamsChannel),
            WatchUntil = reader.Text("watchUntil", RosterRules.Holiday) is { } day ? RosterRules.HolidayOf(day) : null,
            Terms = AgreementSection.Read(reader, faults),
            Members = Members(reader.Items("members"), faults),
        };
        return id is null ? null : draft;
    }

    private static ValueList<MemberDraft> Members(IEnumerable<IConfigurationSection> sections, ICollection<string> faults)
    {
        var members = new List<(MemberDraft Draft, string Key)>();
        foreach (var section in sections)
        {
            if (Member(section, faults) is { } draft)
                members.Add((draft, section.Path));
        }

        Duplicates.Find(members, "email", member => EmailKey.Of(member.Email), "Another member of the pod has this mail address.", faults);
        Duplicates.Find(members, "slackUser", member => member.SlackUser, "Another member of the pod has this account.", faults);
        Duplicates.Find(members, "teamsUser", member => member.TeamsUser, "Another member of the pod has this account.", faults);
        return members.Select(member => member.Draft).ToValueList();
    }

    private static MemberDraft? Member(IConfigurationSection section, ICollection<string> faults)
    {
        var reader = new SectionReader(
            section, faults, "email", "name", "side", "podLead", "admin", "slackUser", "teamsUser", "timeZone", "language", "weight", "hours", "holidays");
        var email = reader.Needed("email", RosterRules.Email, "the member's mail address");
        var name = reader.Needed("name", RosterRules.Name, "the member's name");
        var side = reader.Needed("side", RosterRules.Side, "sales or marketing");
        var draft = new MemberDraft(email ?? string.Empty, name ?? string.Empty, side is null ? default : RosterRules.SideOf(side)!.Value)
        {
            PodLead = reader.Flag("podLead"),
            Admin = reader.Flag("admin"),
            SlackUser = reader.Text("slackUser", RosterRules.SlackUser),
            TeamsUser = reader.Text("teamsUser", RosterRules.TeamsUser),
            TimeZone = reader.Text("timeZone", RosterRules.TimeZone),
            Language = reader.Text("language", RosterRules.Language),
            Weight = reader.Number("weight", 0, 10),
            Hours = Hours(reader, faults),
            Holidays = Holidays(reader),
        };
        return email is null || name is null || side is null ? null : draft;
    }

    private static ValueList<LocalDate>? Holidays(SectionReader reader) => reader
        .List("holidays", (day, _) => RosterRules.Holiday(day))?
        .Select(RosterRules.HolidayOf).OfType<LocalDate>().Distinct().Order().ToValueList();

    private static WorkWeek? Hours(SectionReader parent, ICollection<string> faults)
    {
        if (parent.Find("hours") is not { } section)
            return null;
        var before = faults.Count;
        var days = new SectionReader(section, faults, [.. WorkWeekText.Days]);
        var week = WorkWeekText.Read(WorkWeekText.Days.ToDictionary(day => day, day => days.List(day, WorkWeekText.Check) ?? [], StringComparer.Ordinal));
        if (week.HasShifts || faults.Count > before)
            return week;
        faults.Add($"{section.Path} names no working hours, so that nothing could ever be due. Give at least one day, such as \"mon\": [\"09:00-17:30\"], or leave hours out.");
        return null;
    }
}
