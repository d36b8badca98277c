using AlignmentBot.Bot.Channels;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using NodaTime.TimeZones;

namespace AlignmentBot.Bot.Handlers.Setup;

/// <summary>Finds time zones by city, country or id.</summary>
public static class ZoneSearch
{
    private const int MostShown = 50;

    /// <summary>One per place, and Universal Time for those who are everywhere.</summary>
    private static readonly ValueList<Zone> Zones = (TzdbDateTimeZoneSource.Default.ZoneLocations ?? [])
        .Select(place => new Zone(place.ZoneId, $"{place.ZoneId.Replace('_', ' ')} ({place.CountryName})"))
        .Append(new Zone("Etc/UTC", "Etc/UTC"))
        .DistinctBy(zone => zone.Id, StringComparer.Ordinal)
        .OrderBy(zone => zone.Id, StringComparer.Ordinal)
        .ToValueList();

    public static Task<ValueList<Option>> Find(Search search, CancellationToken ct) =>
        Task.FromResult(Matching(search.Typed).Take(MostShown).ToValueList());

    /// <summary>Those with all of these words in their id or country.</summary>
    public static IEnumerable<Option> Matching(string typed)
    {
        var words = typed.Split([' ', '_'], StringSplitOptions.RemoveEmptyEntries);
        return Zones
            .Where(zone => words.All(word => zone.Words.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .Select(zone => new Option(zone.Id, zone.Words));
    }

    private sealed record Zone(string Id, string Words);
}
