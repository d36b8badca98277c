using AlignmentBot.Domain.Statistics;
using NodaTime;

namespace AlignmentBot.Storage.Figures;

/// <summary>A day of a pod, added up per rep, marketer, campaign, source, tier and agreement version. Nothing is rounded away: decision times
/// are kept one by one, so that medians over any days and groups are exact.</summary>
public sealed class DayDigest(LocalDate day, byte[] body)
{
    public LocalDate Day => day;

    /// <summary>The stored form; equal for equal days.</summary>
    public ReadOnlyMemory<byte> Body => body;

    public static DayDigest Of(LocalDate day, IEnumerable<LeadOutline> leads)
    {
        var groups = new Dictionary<GroupKey, Tally>();
        foreach (var lead in leads)
        {
            if (!groups.TryGetValue(lead.Group, out var tally))
                groups[lead.Group] = tally = new Tally();
            tally.Add(lead);
        }

        return new DayDigest(day, DigestWriter.Write(groups));
    }

    /// <summary>Adds each group to the tally that is named for it, or passes it over where none is.</summary>
    public void AddTo(Func<GroupKey, Tally?> tallyOf) => new DigestPass().Add(this, (key, into) =>
    {
        if (tallyOf(key) is { } tally)
            into.Add(tally);
    });
}
