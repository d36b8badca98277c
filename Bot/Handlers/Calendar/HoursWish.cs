using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Configuration;
using AlignmentBot.Bot.Handlers.Setup;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Setup;
using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Calendar;

/// <summary>Somebody's own hours and time zone as they asked for them, or what is wrong.</summary>
public abstract record HoursWish
{
    private const int MostZones = 5;

    private HoursWish()
    {
    }

    public sealed record Fine(Func<Member, Member> Change) : HoursWish;

    /// <summary>The fault stands at a field of the form; typed behind the command, its sentence is enough.</summary>
    public sealed record Wrong(FieldError Error) : HoursWish;

    /// <summary>Reads the form: what is left empty is the pod's.</summary>
    public static HoursWish Read(IReadOnlyDictionary<string, string> answers, Texts texts)
    {
        var (hours, zone) = (answers.GetValueOrDefault(FieldNames.Hours), answers.GetValueOrDefault(FieldNames.TimeZone));
        HoursWish[] wishes =
        [
            string.IsNullOrWhiteSpace(hours) ? new Fine(member => member with { Hours = null }) : Hours(hours, texts),
            string.IsNullOrWhiteSpace(zone) ? new Fine(member => member with { TimeZone = null }) : Zone(zone.Trim(), texts),
        ];
        return wishes.FirstOrDefault(wish => wish is Wrong)
            ?? new Fine(member => wishes.Cast<Fine>().Aggregate(member, (changed, wish) => wish.Change(changed)));
    }

    /// <summary>Hours as they are typed, or the words for the pod's.</summary>
    public static HoursWish Hours(string typed, Texts texts)
    {
        if (IsPods(typed))
            return new Fine(member => member with { Hours = null });
        return new HoursText(texts.Language).Read(typed) switch
        {
            HoursRead.Fine fine => new Fine(member => member with { Hours = fine.Week }),
            HoursRead.Unreadable wrong => Fault(FieldNames.Hours, texts["hours.error.unreadable", Shown.Of(wrong.Word)]),
            HoursRead.Overlapping wrong => Fault(FieldNames.Hours, texts["hours.error.overlap", Shown.Of(wrong.Word)]),
            var other => throw new NotSupportedException($"No answer for {other.GetType().Name}."),
        };
    }

    /// <summary>A time zone by its id, or by a city where that is clear.</summary>
    public static HoursWish Zone(string typed, Texts texts)
    {
        if (IsPods(typed))
            return new Fine(member => member with { TimeZone = null });
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(typed) is { } exact)
            return new Fine(member => member with { TimeZone = exact.Id });
        var found = ZoneSearch.Matching(typed).Take(MostZones + 1).ToList();
        return found.Count switch
        {
            1 => new Fine(member => member with { TimeZone = found[0].Value }),
            0 => Fault(FieldNames.TimeZone, texts["hours.error.zone", Shown.Of(typed)]),
            _ => Fault(FieldNames.TimeZone, texts["hours.error.zones", Shown.Of(typed), string.Join(", ", found.Take(MostZones).Select(zone => zone.Value))]),
        };
    }

    private static bool IsPods(string typed) => typed.Trim().ToLowerInvariant() is "as pod" or "pod" or "as the pod";

    private static Wrong Fault(string field, string sentence) => new(new FieldError(field, sentence));
}
