using System.Globalization;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;

namespace AlignmentBot.Bot;

/// <summary>Names of what can be drawn of the awards. They stand in the outbox and in slots, so they are never renamed.</summary>
public static class AwardSubjects
{
    private const string RoundPrefix = "round/";
    private const string NotePrefix = "round-note/";
    private const string ResultPrefix = "award-result/";
    private const string BallotPrefix = "ballot/";
    private const string ReminderPrefix = "vote-reminder/";
    private const string ChoosePrefix = "vote-choose/";
    private const string YearPrefix = "award-year/";
    private const string KudosPrefix = "kudos/";
    private const string ReportPrefix = "kudos-report/";

    /// <summary>The round's card in the channel.</summary>
    public static string Round(RoundId id) => RoundPrefix + id;

    /// <summary>What an admin did to the round, for everybody.</summary>
    public static string Note(RoundId id, int number) => string.Create(CultureInfo.InvariantCulture, $"{NotePrefix}{id}/{number}");

    public static string Outcome(RoundId id) => ResultPrefix + id;

    /// <summary>A voter's private card.</summary>
    public static string Ballot(RoundId id, MemberId voter) => $"{BallotPrefix}{id}/{voter}";

    /// <summary>The word to a voter that the vote is missing.</summary>
    /// <param name="day">Of which day it is, such as 20261201.</param>
    public static string Reminder(RoundId id, int day, MemberId voter) => string.Create(CultureInfo.InvariantCulture, $"{ReminderPrefix}{id}/{day}/{voter}");

    /// <summary>The question to an admin how a side with few voters is to vote.</summary>
    public static string Choose(RoundId id, Award award, MemberId admin) => $"{ChoosePrefix}{id}/{Name(award)}/{admin}";

    public static string Year(PodId pod, int year) => string.Create(CultureInfo.InvariantCulture, $"{YearPrefix}{pod}/{year}");

    public static string Kudos(string id) => KudosPrefix + id;

    /// <summary>The word to a team lead that a thank-you was reported.</summary>
    public static string Report(string kudos, MemberId lead) => $"{ReportPrefix}{kudos}/{lead}";

    /// <summary>Reads a subject; null when it is not one of the awards.</summary>
    public static AwardSubject? Read(string subject)
    {
        var slash = subject.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return null;
        var parts = subject[(slash + 1)..].Split('/');
        return (subject[..(slash + 1)], parts) switch
        {
            (RoundPrefix, [var id]) => new AwardSubject.OfRound(new RoundId(id)),
            (NotePrefix, [var id, var number]) when Number(number) is { } n => new AwardSubject.OfNote(new RoundId(id), n),
            (ResultPrefix, [var id]) => new AwardSubject.OfResult(new RoundId(id)),
            (BallotPrefix, [var id, var voter]) => new AwardSubject.OfBallot(new RoundId(id), new MemberId(voter)),
            (ReminderPrefix, [var id, var day, var voter]) when Number(day) is { } d => new AwardSubject.OfReminder(new RoundId(id), d, new MemberId(voter)),
            (ChoosePrefix, [var id, var award, var admin]) when AwardOf(award) is { } a => new AwardSubject.OfChoice(new RoundId(id), a, new MemberId(admin)),
            (YearPrefix, [var pod, var year]) when Number(year) is { } y => new AwardSubject.OfYear(new PodId(pod), y),
            (KudosPrefix, [var id]) => new AwardSubject.OfKudos(id),
            (ReportPrefix, [var id, var lead]) => new AwardSubject.OfReport(id, new MemberId(lead)),
            _ => null,
        };
    }

    /// <summary>An award's name within subjects, buttons and forms.</summary>
    public static string Name(Award award) => award switch
    {
        Award.Seller => "seller",
        Award.Marketer => "marketer",
    };

    public static Award? AwardOf(string name) => name switch
    {
        "seller" => Award.Seller,
        "marketer" => Award.Marketer,
        _ => null,
    };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>Something of the awards that can be drawn.</summary>
public abstract record AwardSubject
{
    private AwardSubject()
    {
    }

    public sealed record OfRound(RoundId Round) : AwardSubject;

    public sealed record OfNote(RoundId Round, int Number) : AwardSubject;

    public sealed record OfResult(RoundId Round) : AwardSubject;

    public sealed record OfBallot(RoundId Round, MemberId Voter) : AwardSubject;

    public sealed record OfReminder(RoundId Round, int Day, MemberId Voter) : AwardSubject;

    public sealed record OfChoice(RoundId Round, Award Award, MemberId Admin) : AwardSubject;

    public sealed record OfYear(PodId Pod, int Year) : AwardSubject;

    public sealed record OfKudos(string Id) : AwardSubject;

    public sealed record OfReport(string Id, MemberId Lead) : AwardSubject;
}
