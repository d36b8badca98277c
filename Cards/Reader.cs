using System.Globalization;
using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Cards;

/// <summary>For whom a card is drawn: one member, or everybody in the channel when there is none.</summary>
/// <param name="Member">Null for the shared view, which shows every button that anybody may press.</param>
public sealed record Reader(Member? Member, CultureInfo Language, DateTimeZone Zone)
{
    /// <summary>Somebody of whom nothing is known: English, UTC.</summary>
    public static readonly Reader Unknown = new(null, CultureInfo.GetCultureInfo("en"), DateTimeZone.Utc);

    public static Reader Everyone(Pod pod) => new(null, CultureInfo.GetCultureInfo(pod.Language), pod.Zone);

    public static Reader Of(Member member, Pod pod) => new(
        member,
        CultureInfo.GetCultureInfo(member.Language ?? pod.Language),
        member.TimeZone is { } zone ? DateTimeZoneProviders.Tzdb[zone] : pod.Zone);
}
