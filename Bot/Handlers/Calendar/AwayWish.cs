using System.Text.RegularExpressions;
using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Configuration;
using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Calendar;

/// <summary>Days off as somebody asked for them, or what is wrong.</summary>
public abstract partial record AwayWish
{
    private const int MostYearsAhead = 2;

    private AwayWish()
    {
    }

    public sealed record Fine(DaysOff Off, Member? Backup) : AwayWish;

    /// <summary>The fault stands at a field of the form; typed behind the command, its sentence is enough.</summary>
    public sealed record Wrong(FieldError Error) : AwayWish;

    /// <summary>Reads what was typed behind <c>/mql away</c>: days, and <c>backup @person</c>.</summary>
    public static AwayWish Read(string typed, Member member, PodRoster here, LocalDate today, Texts texts)
    {
        var parts = BackupWord().Split(typed, 2);
        return Of(DayRange.Read(parts[0], new DayText(today, texts.Language), today), parts[0], parts.Length > 1 ? parts[1] : null, member, here, today, texts);
    }

    /// <summary>Reads the form; without a first day it is today, without a last one until further notice.</summary>
    public static AwayWish Read(string? from, string? until, string? backup, Member member, PodRoster here, LocalDate today, Texts texts)
    {
        var days = new DayText(today, texts.Language);
        var first = string.IsNullOrWhiteSpace(from) ? today : days.Read(from);
        if (first is null)
            return Fault(FieldNames.From, texts["away.error.day", Shown.Of(from!)]);
        var last = string.IsNullOrWhiteSpace(until) ? null : days.Read(until);
        if (last is null && !string.IsNullOrWhiteSpace(until))
            return Fault(FieldNames.Until, texts["away.error.day", Shown.Of(until)]);
        return Of(new DayRange(first.Value, last), string.Empty, backup, member, here, today, texts);
    }

    private static AwayWish Of(DayRange? range, string typed, string? backup, Member member, PodRoster here, LocalDate today, Texts texts)
    {
        if (range is null)
            return Fault(FieldNames.From, texts["away.error.days", Shown.Of(typed.Trim())]);
        if (range.Until < range.From)
            return Fault(FieldNames.Until, texts["away.error.order"]);
        if (range.Until < today || (range.Until is null && range.From < today))
            return Fault(FieldNames.From, texts["away.error.past"]);
        if (range.From > today.PlusYears(MostYearsAhead))
            return Fault(FieldNames.From, texts["away.error.far", MostYearsAhead]);

        // What is past was worked, or not, and is counted already.
        var from = LocalDate.Max(range.From, today);
        if (string.IsNullOrWhiteSpace(backup))
            return new Fine(new DaysOff(from, range.Until, null), null);
        var covering = here.Roster.Find(new MemberId(backup.Trim())) ?? PersonText.Find(backup, here.Roster);
        return covering is { Active: true } && covering.Id != member.Id && covering.Side == member.Side
            ? new Fine(new DaysOff(from, range.Until, covering.Id), covering)
            : Fault(FieldNames.Backup, texts["away.error.backup", Shown.Of(PersonMark.Read(backup) is { } mark ? mark.Name : backup.Trim())]);
    }

    private static Wrong Fault(string field, string sentence) => new(new FieldError(field, sentence));

    [GeneratedRegex(@"(?:^|[\s,;])(?:backup|covered by)\s*:?\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BackupWord();
}
