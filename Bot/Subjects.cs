using System.Globalization;
using AlignmentBot.Domain;
using AlignmentBot.Storage;
using NodaTime;
using NodaTime.Text;

namespace AlignmentBot.Bot;

/// <summary>Names of what can be drawn. They stand in the outbox and in slots, so they are never renamed.</summary>
public static class Subjects
{
    private const string LeadPrefix = "lead/";
    private const string LinePrefix = "line/";
    private const string NoticePrefix = "notice/";
    private const string LeftPrefix = "left/";
    private const string SaidPrefix = CarriedWords.SubjectPrefix;
    private const string AwayPrefix = "away/";
    private const string BackPrefix = "back/";
    private const string StaysPrefix = "stays/";
    private const string NudgesPrefix = "nudges/";
    private const string ProposalPrefix = "agreement/";
    private const string PackPrefix = "pack/";
    private const string CheckInPrefix = "checkin/";

    /// <summary>The lead's card. It is also the name of the card's slot.</summary>
    public static string Lead(LeadId id) => LeadPrefix + id.Value;

    /// <summary>The line in the lead's thread about one event.</summary>
    public static string Line(LeadId id, int number) => string.Create(CultureInfo.InvariantCulture, $"{LinePrefix}{id.Value}/{number}");

    /// <summary>The private message about one event.</summary>
    public static string Notice(LeadId id, int number) => string.Create(CultureInfo.InvariantCulture, $"{NoticePrefix}{id.Value}/{number}");

    /// <summary>The private message to a team lead that somebody has left the roster.</summary>
    public static string Left(MemberId member, MemberId lead) => $"{LeftPrefix}{member.Value}/{lead.Value}";

    /// <summary>What somebody wrote in the lead's thread on another platform, by the event that keeps it.</summary>
    public static string Said(LeadId id, int number) => string.Create(CultureInfo.InvariantCulture, $"{SaidPrefix}{id.Value}/{number}");

    public static (LeadId Lead, int Number)? AsSaid(string subject) => Numbered(subject, SaidPrefix);

    /// <summary>One private message that says what waited for somebody.</summary>
    public static string Nudges(string batch) => NudgesPrefix + batch;

    /// <summary>The card on which a change of an agreement is signed.</summary>
    public static string Proposal(string id) => ProposalPrefix + id;

    public static string? AsNudges(string subject) => After(NudgesPrefix, subject);

    public static string? AsProposal(string subject) => After(ProposalPrefix, subject);

    /// <summary>A pack in the pod's channel. It is also the name of its slot.</summary>
    /// <param name="kind">Such as <c>weekly</c>.</param>
    /// <param name="from">The first day it looks at, in ISO 8601.</param>
    public static string Pack(PodId pod, string kind, string from) => $"{PackPrefix}{kind}/{pod.Value}/{from}";

    /// <summary>A check-in's agenda in the pod's channel. It is also the name of its slot.</summary>
    public static string CheckIn(string id) => CheckInPrefix + id;

    public static (PodId Pod, string Kind, string From)? AsPack(string subject) =>
        subject.StartsWith(PackPrefix, StringComparison.Ordinal) && subject.Split('/') is [_, var kind, var pod, var from] ? (new PodId(pod), kind, from) : null;

    public static string? AsCheckIn(string subject) =>
        subject.StartsWith(CheckInPrefix, StringComparison.Ordinal) ? subject[CheckInPrefix.Length..] : null;

    /// <summary>The private message that somebody is away from this day on.</summary>
    public static string Away(MemberId member, LocalDate from) => $"{AwayPrefix}{member.Value}/{LocalDatePattern.Iso.Format(from)}";

    /// <summary>The private message that somebody is back after this day.</summary>
    public static string Back(MemberId member, LocalDate last) => $"{BackPrefix}{member.Value}/{LocalDatePattern.Iso.Format(last)}";

    /// <summary>The private message that somebody has taken these days off back.</summary>
    public static string Stays(MemberId member, LocalDate from, LocalDate? until) =>
        $"{StaysPrefix}{member.Value}/{LocalDatePattern.Iso.Format(from)}/{(until is { } last ? LocalDatePattern.Iso.Format(last) : string.Empty)}";

    public static (MemberId Member, LocalDate From, LocalDate? Until)? AsStays(string subject)
    {
        if (!subject.StartsWith(StaysPrefix, StringComparison.Ordinal) || subject.Split('/') is not [_, var member, var first, var last])
            return null;
        var (from, until) = (LocalDatePattern.Iso.Parse(first), LocalDatePattern.Iso.Parse(last));
        return from.Success ? (new MemberId(member), from.Value, until.Success ? until.Value : null) : null;
    }

    public static (MemberId Member, LocalDate Day)? AsAway(string subject) => Dated(subject, AwayPrefix);

    public static (MemberId Member, LocalDate Day)? AsBack(string subject) => Dated(subject, BackPrefix);

    public static LeadId? AsLead(string subject) =>
        subject.StartsWith(LeadPrefix, StringComparison.Ordinal) ? new LeadId(subject[LeadPrefix.Length..]) : null;

    public static (LeadId Lead, int Number)? AsLine(string subject) => Numbered(subject, LinePrefix);

    public static (LeadId Lead, int Number)? AsNotice(string subject) => Numbered(subject, NoticePrefix);

    public static (MemberId Member, MemberId Lead)? AsLeft(string subject) =>
        subject.StartsWith(LeftPrefix, StringComparison.Ordinal) && subject.LastIndexOf('/') is var slash && slash > LeftPrefix.Length
            ? (new MemberId(subject[LeftPrefix.Length..slash]), new MemberId(subject[(slash + 1)..]))
            : null;

    private static string? After(string prefix, string subject) => subject.StartsWith(prefix, StringComparison.Ordinal) ? subject[prefix.Length..] : null;

    private static (MemberId Member, LocalDate Day)? Dated(string subject, string prefix)
    {
        if (!subject.StartsWith(prefix, StringComparison.Ordinal))
            return null;
        var slash = subject.LastIndexOf('/');
        return slash > prefix.Length && LocalDatePattern.Iso.Parse(subject[(slash + 1)..]) is { Success: true, Value: var day }
            ? (new MemberId(subject[prefix.Length..slash]), day)
            : null;
    }

    private static (LeadId Lead, int Number)? Numbered(string subject, string prefix)
    {
        if (!subject.StartsWith(prefix, StringComparison.Ordinal))
            return null;
        var slash = subject.LastIndexOf('/');
        return slash > prefix.Length && int.TryParse(subject.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (new LeadId(subject[prefix.Length..slash]), number)
            : null;
    }
}
