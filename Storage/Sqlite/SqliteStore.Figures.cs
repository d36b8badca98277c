using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Statistics;
using AlignmentBot.Storage.Figures;
using NodaTime;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Storage.Sqlite;

public sealed partial class SqliteStore
{
    /// <summary>Leads that are read, and written, at one go: the writer's thread stays free for decisions in between.</summary>
    private const int OutlineStep = 200;

    /// <summary>A lead may be decided on while its outline is worked out; then it is read once more.</summary>
    private const int OutlineTries = 3;

    public async ValueTask<IReadOnlyList<DayDigest>> Digests(Pod pod, Period period, CancellationToken ct)
    {
        await CatchUp(pod, ct);
        var rows = await Read(session => DigestTable.Read(session, pod.Id, period), ct);
        if (rows.All(row => row.Body is not null))
            return [.. rows.Select(row => new DayDigest(row.Day, row.Body!))];

        var digests = new List<DayDigest>(rows.Count);
        var built = new List<(DayDigest Digest, long Marked)>();
        foreach (var row in rows)
        {
            var digest = row.Body is { } body ? new DayDigest(row.Day, body) : await CountDay(pod, row.Day, ct);
            digests.Add(digest);
            if (row.Body is null)
                built.Add((digest, row.Marked));
        }

        await SaveDigests(pod, built, ct);
        return digests;
    }

    public async ValueTask<T> FoldOutlines<T>(Pod pod, Period period, Func<IEnumerable<LeadOutline>, T> fold, CancellationToken ct)
    {
        await CatchUp(pod, ct);
        return await Read(session => fold(OutlineTable.Read(session, pod.Id, period.In(pod.Zone))), ct);
    }

    public async ValueTask<int> RefreshFigures(CancellationToken ct)
    {
        var changed = await WriteOutlines(ct);
        foreach (var pod in await Pods(ct))
        {
            await CutDays(pod, ct);
            foreach (var day in await Read(session => DigestTable.Stale(session, pod.Id), ct))
                await Digests(pod, new Period(day, day), ct);
        }

        return changed;
    }

    public async ValueTask<FigureCheck> VerifyFigures(Pod pod, CancellationToken ct)
    {
        var days = await Read(session => LeadDays.Of(session, pod), ct);
        var different = new List<LocalDate>();
        var leads = 0;
        foreach (var day in days)
        {
            var counted = await Read(session => LeadDays.Count(session, pod, day), ct);
            leads += counted.Count;
            var stored = await Digests(pod, new Period(day, day), ct);
            if (stored is not [var digest] || !digest.Body.Span.SequenceEqual(DayDigest.Of(day, counted).Body.Span))
                different.Add(day);
        }

        return new FigureCheck(days.Count, leads, different);
    }

    private async Task CatchUp(Pod pod, CancellationToken ct)
    {
        await WriteOutlines(ct);
        await CutDays(pod, ct);
    }

    /// <summary>Works out anew what was marked before now.</summary>
    private async Task<int> WriteOutlines(CancellationToken ct)
    {
        var written = 0;
        var left = true;
        for (var tries = 0; left && tries < OutlineTries; tries++)
        {
            left = false;
            for (var after = 0L; ;)
            {
                var stale = await Read(session => OutlineTable.ReadStale(session, after, OutlineStep), ct);
                if (stale.Count == 0)
                    break;
                after = stale[^1].Number;
                var done = await Write(session => WriteOutlines(session, stale), ct);
                written += done;
                left |= done < stale.Count;
            }
        }

        return written;
    }

    private static int WriteOutlines(SqliteSession session, IReadOnlyList<OutlineTable.Stale> stale)
    {
        var done = 0;
        var zones = new Dictionary<string, DateTimeZone?>(StringComparer.Ordinal);
        foreach (var lead in stale)
        {
            if (!OutlineTable.Write(session, lead))
                continue;
            done++;
            var pod = lead.Lead.Pod;
            if (!zones.TryGetValue(pod.Value, out var zone))
                zones[pod.Value] = zone = DigestTable.ZoneOfPod(session, pod);
            if (zone is not null)
                DigestTable.Mark(session, pod, lead.Outline.HandedOverAt.InZone(zone).Date);
        }

        return done;
    }

    private async Task CutDays(Pod pod, CancellationToken ct)
    {
        if (await Read(session => DigestTable.IsCutIn(session, pod.Id, pod.TimeZone), ct))
            return;
        await Write(
            session =>
            {
                DigestTable.CutAnew(session, pod.Id, pod.Zone);
                return true;
            },
            ct);
    }

    private async Task<DayDigest> CountDay(Pod pod, LocalDate day, CancellationToken ct) =>
        await Read(session => DayDigest.Of(day, OutlineTable.Read(session, pod.Id, new Period(day, day).In(pod.Zone))), ct);

    private async Task SaveDigests(Pod pod, List<(DayDigest Digest, long Marked)> built, CancellationToken ct) => await Write(
        session =>
        {
            foreach (var (digest, marked) in built)
                DigestTable.Save(session, pod.Id, digest, marked);
            return true;
        },
        ct);
}
