using System.Globalization;
using AlignmentBot.Domain;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot;

/// <summary>Names of what can be drawn. They stand in the outbox and in slots, so they are never renamed.</summary>
public static class Subjects
{
    private const string LeadPrefix = "lead/";
    private const string LinePrefix = "line/";
    private const string NoticePrefix = "notice/";
    private const string LeftPrefix = "left/";
    private const string SaidPrefix = CarriedWords.SubjectPrefix;

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

    public static LeadId? AsLead(string subject) =>
        subject.StartsWith(LeadPrefix, StringComparison.Ordinal) ? new LeadId(subject[LeadPrefix.Length..]) : null;

    public static (LeadId Lead, int Number)? AsLine(string subject) => Numbered(subject, LinePrefix);

    public static (LeadId Lead, int Number)? AsNotice(string subject) => Numbered(subject, NoticePrefix);

    public static (MemberId Member, MemberId Lead)? AsLeft(string subject) =>
        subject.StartsWith(LeftPrefix, StringComparison.Ordinal) && subject.LastIndexOf('/') is var slash && slash > LeftPrefix.Length
            ? (new MemberId(subject[LeftPrefix.Length..slash]), new MemberId(subject[(slash + 1)..]))
            : null;

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
