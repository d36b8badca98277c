using System.Globalization;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Statistics;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Figures;
using AlignmentBot.Storage.Sqlite;
using AlignmentBot.Tests.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using Microsoft.Data.Sqlite;
using NodaTime;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Tests.Storage;

/// <summary>For random histories the digests, plain SQL over the events, and a fold over each lead say the same, on both sides of the pod's midnight.</summary>
public sealed class FigureAgreementTests : IAsyncLifetime
{
    private const int LivesPerStart = 12;

    /// <summary>The last second of a day in Amsterdam and the first of the next: around the change to winter time, to summer time, and none.</summary>
    private static readonly Instant[] Starts =
    [
        Instant.FromUtc(2026, 10, 24, 21, 59, 59), Instant.FromUtc(2026, 10, 24, 22, 0),
        Instant.FromUtc(2026, 10, 25, 0, 30), Instant.FromUtc(2026, 10, 25, 1, 30),
        Instant.FromUtc(2026, 10, 25, 22, 59, 59), Instant.FromUtc(2026, 10, 25, 23, 0),
        Instant.FromUtc(2026, 3, 28, 22, 59, 59), Instant.FromUtc(2026, 3, 28, 23, 0),
        Instant.FromUtc(2026, 3, 29, 21, 59, 59), Instant.FromUtc(2026, 3, 29, 22, 0),
        Instant.FromUtc(2026, 7, 1, 21, 59, 59), Instant.FromUtc(2026, 7, 1, 22, 0),
    ];

    private static readonly Period Year = new(new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31));

    private readonly TempFolder folder = new();
    private readonly List<(Lead Lead, IReadOnlyList<LeadEvent> Events)> leads = [];
    private SqliteStore store = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = await SqliteStore.Open(folder.File("bot.db"), SqliteOpen.Bot, Ct);
        await store.SavePod(SamplePod.Emea, Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Digests_plain_SQL_and_a_fold_agree(int seed)
    {
        await WriteInTwoSteps((ulong)seed);
        var zone = SamplePod.Emea.Zone;
        var days = await store.Digests(SamplePod.Emea, Year, Ct);

        var folded = leads.Select(lead => OutlineFold.Of(lead.Lead, lead.Events)).ToLookup(lead => lead.HandedOverAt.InZone(zone).Date);
        Assert.Equal(folded.Select(day => day.Key).Order(), days.Select(day => day.Day));
        Assert.Equal(Starts.Select(start => start.InZone(zone).Date).Distinct().Count(), days.Count);
        foreach (var day in days)
        {
            Assert.True(DayDigest.Of(day.Day, folded[day.Day]).Body.Span.SequenceEqual(day.Body.Span), $"{day.Day}: the fold says something else");
            var tally = new Tally();
            day.AddTo(_ => tally);
            Assert.Equal(PlainSql(day.Day, zone), Words(tally));
        }

        Assert.Empty((await store.VerifyFigures(SamplePod.Emea, Ct)).Different);
    }

    [Fact]
    public async Task Sum_of_groups_is_the_whole_in_every_dimension()
    {
        await WriteInTwoSteps(4);
        var whole = new Tally();
        var days = await store.Digests(SamplePod.Emea, Year, Ct);
        foreach (var day in days)
            day.AddTo(_ => whole);

        foreach (var dimension in Enum.GetValues<Dimension>())
        {
            var groups = new Dictionary<string, Tally>(StringComparer.Ordinal);
            foreach (var day in days)
                day.AddTo(key => groups.TryGetValue(key.Of(dimension), out var known) ? known : groups[key.Of(dimension)] = new Tally());
            foreach (var counter in Enum.GetValues<Counter>())
                Assert.Equal(whole[counter], groups.Values.Sum(group => group[counter]));
        }
    }

    [Fact]
    public async Task Tallies_of_one_pass_get_what_each_would_get_alone()
    {
        await WriteInTwoSteps(5);
        var days = await store.Digests(SamplePod.Emea, Year, Ct);
        Timings[] kept = [Timings.All, Timings.None, Timings.DecisionWorking, Timings.DecisionRaw | Timings.ContactRaw];
        var together = kept.Select(keeps => new Tally(keeps)).ToList();
        var pass = new DigestPass();
        foreach (var day in days)
            pass.Add(day, (key, into) => together.ForEach(tally => into.Add(tally)));

        foreach (var tally in together)
        {
            var alone = new Tally(tally.Keeps);
            foreach (var day in days)
                day.AddTo(_ => alone);
            Assert.Equal(Everything(alone), Everything(tally));
        }

        Assert.Equal(Everything(together[0], Timings.None), Everything(together[1]));
        Assert.Throws<InvalidOperationException>(() => together[1].SecondsOf(Timing.DecisionRaw).Length);
    }

    [Fact]
    public async Task Group_that_nobody_wants_is_passed_over_and_the_next_one_is_read()
    {
        await WriteInTwoSteps(6);
        var (some, others, whole) = (new Tally(), new Tally(), new Tally());
        foreach (var day in await store.Digests(SamplePod.Emea, Year, Ct))
        {
            var number = 0;
            day.AddTo(_ => number++ % 2 == 0 ? some : null);
            number = 0;
            day.AddTo(_ => number++ % 2 == 1 ? others : null);
            day.AddTo(_ => whole);
        }

        some.Add(others);
        Assert.Equal(Everything(whole), Everything(some));
    }

    private static string Everything(Tally tally, Timings? of = null) => string.Join(
        " | ",
        Words(tally, (of ?? tally.Keeps).Has(Timing.DecisionRaw), (of ?? tally.Keeps).Has(Timing.DecisionWorking)),
        string.Join(' ', tally.Won.OrderBy(sum => sum.Key, StringComparer.Ordinal)),
        string.Join(' ', tally.Pipeline.OrderBy(sum => sum.Key, StringComparer.Ordinal)),
        string.Join(' ', tally.LossReasons.OrderBy(reason => reason.Key, StringComparer.Ordinal)),
        (of ?? tally.Keeps).Has(Timing.ContactRaw) ? string.Join(' ', tally.SecondsOf(Timing.ContactRaw).ToArray().Order()) : string.Empty);

    /// <summary>Half of each history, a look at the figures, then the rest: so days are counted more than once.</summary>
    private async Task WriteInTwoSteps(ulong seed)
    {
        var number = 0;
        foreach (var start in Starts)
        {
            foreach (var life in Lives.Sample(start, LivesPerStart, seed + (ulong)number))
                leads.Add(Renamed(life, ++number));
        }

        foreach (var (_, events) in leads)
            await Write(events, 0, Math.Max(1, events.Count / 2));
        await store.Digests(SamplePod.Emea, Year, Ct);
        foreach (var (_, events) in leads)
            await Write(events, Math.Max(1, events.Count / 2), events.Count);
    }

    private async Task Write(IReadOnlyList<LeadEvent> events, int from, int until)
    {
        if (from == until)
            return;
        var lead = LeadHistory.Replay(events.Take(until))!;
        var write = new LeadWrite(lead, from == 0 ? 0 : 1, events.Skip(from).Take(until - from).ToValueList());
        Assert.IsType<CommitResult.Done>(await store.Commit(new Commit { Leads = [write] }, Ct));
    }

    /// <summary>The same life of another lead and another person.</summary>
    private static (Lead Lead, IReadOnlyList<LeadEvent> Events) Renamed(Life life, int number)
    {
        var id = new LeadId(string.Create(CultureInfo.InvariantCulture, $"life{number:000000}"));
        string Mail(string mail) => mail.Length == 0 ? mail : string.Create(CultureInfo.InvariantCulture, $"p{number}.{mail}");
        Brief Of(Brief brief) => brief with { Email = brief.Email is { } mail ? Mail(mail) : null, ExternalId = null };
        var events = life.Events.Select(happened => happened with
        {
            Lead = id,
            Fact = happened.Fact switch
            {
                LeadFact.HandedOver f => f with { Brief = Of(f.Brief) },
                LeadFact.HandedOverAgain f => f with { Brief = Of(f.Brief) },
                LeadFact.Repaired f => f with { Fields = f.Fields.Select(field => field.Name == "email" ? field with { Value = Mail(field.Value) } : field).ToValueList() },
                var fact => fact,
            },
        }).Select(Measured).ToList();
        return (LeadHistory.Replay(events)!, events);
    }

    /// <summary>As the bot measures it: what starts a clock has a due date, and what stops one the time that was worked. Some are due before they are met.</summary>
    private static LeadEvent Measured(LeadEvent happened) => happened with
    {
        Fact = happened.Fact with
        {
            Measured = new ClockMeasure
            {
                Worked = Duration.FromSeconds((happened.Number * 37) + 11.25),
                Target = Duration.FromMinutes(2),
                DueAt = happened.At + Duration.FromSeconds(happened.Number % 3 * 150.5),
                AgreementVersion = 1,
            },
        },
    };

    private static string Words(Tally tally, bool raw = true, bool working = true)
    {
        var seconds = raw ? tally.SecondsOf(Timing.DecisionRaw).ToArray().Order() : Enumerable.Empty<int>();
        var reasons = tally.Reasons.OrderBy(reason => reason.Key.Code, StringComparer.Ordinal).Select(reason => $"{reason.Key.Code}={reason.Value}");
        Counter[] counters =
        [
            Counter.HandedOver, Counter.Complete, Counter.Decided, Counter.Accepted, Counter.Contacted, Counter.Qualified, Counter.Opportunity, Counter.Won,
            Counter.Lost, Counter.Rejections, Counter.RejectionsNoted, Counter.Releases, Counter.Waiting, Counter.Incomplete,
        ];
        var promises = Enum.GetValues<Clause>().Select(clause => $"{tally.Kept(clause)}/{tally.Late(clause)}/{string.Join(',', tally.RunningDue(clause).ToArray().Order())}");
        var worked = working ? tally.SecondsOf(Timing.DecisionWorking).ToArray().Order() : Enumerable.Empty<int>();
        return $"{string.Join(' ', counters.Select(counter => tally[counter]))} | {string.Join(' ', seconds)} | {string.Join(' ', reasons)} | {string.Join(' ', promises)} | {string.Join(' ', worked)}";
    }

    /// <summary>Asked of leads and events by somebody who knows nothing of outlines and digests.</summary>
    private string PlainSql(LocalDate day, DateTimeZone zone)
    {
        using var connection = new SqliteConnection($"Data Source={folder.File("bot.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var from = zone.AtStartOfDay(day).ToInstant().ToUnixTimeTicks();
        var until = zone.AtStartOfDay(day.PlusDays(1)).ToInstant().ToUnixTimeTicks();
        string Ask(string sql)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is the test's own.
            command.CommandText = Standing + sql;
#pragma warning restore CA2100
            command.Parameters.AddWithValue("@from", from);
            command.Parameters.AddWithValue("@until", until);
            using var reader = command.ExecuteReader();
            var rows = new List<string>();
            while (reader.Read())
                rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? "0" : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture))));
            return string.Join(' ', rows);
        }

        return $"{Ask(Counts)} | {Ask(Seconds)} | {Ask(Reasons)} | {Ask(Promises)} | {Ask(Worked)}";
    }

    /// <summary>The day's leads, and their events without decisions that were taken back.</summary>
    private const string Standing = """
        WITH mine AS (SELECT number, state FROM leads WHERE pod = 'emea' AND handed_over_at >= @from AND handed_over_at < @until),
        taken_back AS (
            SELECT u.lead, (SELECT max(d.number) FROM events d WHERE d.lead = u.lead AND d.kind IN ('accepted', 'rejected') AND d.number < u.number) AS number
            FROM events u WHERE u.kind = 'decision_undone'),
        standing AS (
            SELECT e.* FROM events e JOIN mine ON mine.number = e.lead
            WHERE NOT EXISTS (SELECT 1 FROM taken_back t WHERE t.lead = e.lead AND t.number = e.number))

        """;

    private const string Counts = """
        SELECT (SELECT count(*) FROM mine),
            (SELECT count(*) FROM standing WHERE kind = 'handed_over' AND json_array_length(fact, '$.missing') = 0),
            count(DISTINCT CASE WHEN kind IN ('accepted', 'rejected') THEN lead END),
            count(DISTINCT CASE WHEN kind = 'accepted' THEN lead END),
            count(DISTINCT CASE WHEN kind = 'contacted' THEN lead END),
            count(DISTINCT CASE WHEN kind = 'qualified' THEN lead END),
            count(DISTINCT CASE WHEN kind = 'opportunity_opened' THEN lead END),
            count(DISTINCT CASE WHEN kind = 'won' THEN lead END),
            count(DISTINCT CASE WHEN kind = 'lost' THEN lead END),
            sum(kind = 'rejected'),
            sum(kind = 'rejected' AND trim(coalesce(json_extract(fact, '$.rejection.note'), '')) <> ''),
            sum(kind = 'released'),
            (SELECT sum(state = 'offered') FROM mine),
            (SELECT sum(state = 'incomplete') FROM mine)
        FROM standing
        """;

    private const string Seconds = """
        SELECT (decided.at - offered.at) / 10000000 FROM
            (SELECT lead, min(at) AS at FROM standing WHERE kind IN ('accepted', 'rejected') GROUP BY lead) decided
            JOIN (SELECT lead, min(at) AS at FROM standing WHERE kind = 'completed' OR (kind = 'handed_over' AND json_array_length(fact, '$.missing') = 0) GROUP BY lead) offered
            ON offered.lead = decided.lead
        ORDER BY 1
        """;

    private const string Reasons = """
        SELECT code || '=' || count(*) FROM (SELECT json_extract(fact, '$.rejection.reason.code') AS code FROM standing WHERE kind = 'rejected') GROUP BY code ORDER BY code
        """;

    /// <summary>By clause: kept, late, and when those that run are due, in ticks since 1970. Moments are compared as text: a shorter fraction is the earlier one.</summary>
    private const string Promises = """
        , promises AS (
            SELECT json_extract(c.value, '$.clause') AS clause, rtrim(json_extract(c.value, '$.stoppedAt'), 'Z') AS stopped, rtrim(json_extract(c.value, '$.dueAt'), 'Z') AS due
            FROM leads JOIN mine USING (number), json_each(leads.document, '$.clocks') c)
        SELECT coalesce(sum(stopped <= due), 0) || '/' || coalesce(sum(stopped > due), 0) || '/' || coalesce((
            SELECT group_concat(ticks) FROM (
                SELECT unixepoch(substr(due, 1, 19)) * 10000000 + CAST(substr(substr(due, 21) || '0000000', 1, 7) AS INTEGER) AS ticks
                FROM promises r WHERE r.clause = o.name AND stopped IS NULL ORDER BY 1)), '')
        FROM (SELECT 1 AS n, 'decide' AS name UNION SELECT 2, 'first_contact' UNION SELECT 3, 'outcome' UNION SELECT 4, 'answer' UNION SELECT 5, 'supply') o
            LEFT JOIN promises ON promises.clause = o.name
        GROUP BY o.n ORDER BY o.n
        """;

    /// <summary>What the first standing decision of each lead was measured to have taken, in whole seconds.</summary>
    private const string Worked = """
        SELECT substr(w, 1, instr(w, ':') - 1) * 3600 + substr(w, instr(w, ':') + 1, 2) * 60 + substr(w, instr(w, ':') + 4, 2) AS seconds
        FROM (SELECT min(number), json_extract(fact, '$.measured.worked') AS w FROM standing WHERE kind IN ('accepted', 'rejected') GROUP BY lead) ORDER BY seconds
        """;
}
