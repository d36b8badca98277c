using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;
using AlignmentBot.Tests.Domain.Awards;
using AlignmentBot.Tests.Fakes;
using Timer = AlignmentBot.Storage.Timer;

namespace AlignmentBot.Tests.Storage;

/// <summary>What is asked often is answered from an index, however much is stored.</summary>
public sealed class SqlitePlanTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly SqliteSession session;

    public SqlitePlanTests()
    {
        using (var schema = SqliteSession.OpenWriter(folder.File("bot.db")))
            SqliteSchema.Apply(schema, "bot.db", SqliteSchema.Newest);
        session = SqliteSession.OpenWriter(folder.File("bot.db"));
    }

    [Fact]
    public void A_commit_looks_everything_up()
    {
        session.Run("INSERT INTO pods VALUES ('emea', '{}')");
        Commit(new Commit { Leads = [Sample.HandOver(1)], Delivery = Sample.Click("d1") });
        var stored = new StoredLead(Sample.HandOver(1).Lead, 1, 1);
        var repair = new LeadCommand.Repair([new NamedValue(BriefFields.Email, "other@example.com")]);
        Commit(new Commit
        {
            Leads = [Sample.Decided(stored, repair, Sample.Crm, Sample.At(1), Door.Api)],
            Delivery = Sample.Click("d2"),
            Owed = [Sample.Card(1)],
            Timers = [new Timer("t", Sample.Monday, "undo", "x")],
            CancelledTimers = ["u"],
            FinishedTimer = "v",
            LocalMessage = new LocalMessage("m", "emea", null, "e", null, null, "words", Sample.Monday),
        });
        Assert.True(session.Used.Count > 10);
        NothingIsScanned();
    }

    [Fact]
    public void Votes_and_rounds_look_everything_up()
    {
        session.Run("INSERT INTO pods VALUES ('emea', '{}')");
        var round = SampleRounds.Open;
        var opened = new RoundEvent(round.Id, 1, Sample.Monday, Author.Bot.Instance, Door.Timer, new RoundFact.Announced());
        Commit(new Commit { Rounds = [new RoundWrite(round, 0, [opened])], Kudos = new KudosWrite(new Kudos("k", round.Pod, Sample.Max.Id, Sample.Rosa.Id, Sample.Monday, "x", KudosState.Given.Instance), 0) });
        Commit(new Commit { Ballot = new BallotWrite(round.Id, 1, Sample.Max.Id, new HiddenBallot(Award.Seller, "v", "c"), "d") });
        Commit(new Commit { Rounds = [new RoundWrite(round, 1, []) { Sealing = new Sealing(1, [new SealedBallot(Award.Seller, "r", null)]) }] });
        foreach (var sql in new[] { RoundTable.ById, RoundTable.Events, BallotTable.Voters, BallotTable.OfRound, BallotTable.SealedOfRound, KudosTable.ById })
            session.Use(sql).Bind("emea").Run();
        foreach (var sql in new[] { RoundTable.OfPod, BallotTable.OfVoter, BallotTable.Delivered, KudosTable.Given })
            session.Use(sql).Bind("emea").Bind("1").Run();
        session.Use(KudosTable.OfPod).Bind("emea").Bind(1).Bind(2).Run();
        NothingIsScanned();
    }

    [Fact]
    public void Lists_come_in_the_order_of_an_index()
    {
        foreach (var pod in new PodId?[] { Sample.Pod.Id, null })
        {
            foreach (var owner in new MemberId?[] { Sample.Rosa.Id, null })
            {
                LeadList.Page(session, new LeadQuery(pod, [], owner, null, 50));
                LeadList.Page(session, new LeadQuery(pod, [StateNames.Offered, StateNames.Accepted], owner, new LeadCursor(Sample.Monday, Sample.Id(1)), 50));
            }
        }

        NothingIsScanned();
    }

    [Fact]
    public void The_next_owed_rows_and_timers_are_found_without_looking_at_the_others()
    {
        OutboxTable.Owe(session, Sample.Card(1));
        OutboxTable.Claim(session, Sample.Monday, Sample.Lease, 10, 10);
        OutboxSettlement.Apply(session, new Settlement(Door.Slack, "C0123") { Dropped = [1], PutOff = [new PutOff(2, Sample.Monday)], Untried = [3] });
        OutboxTable.NextAt(session);
        TimerTable.Set(session, new Timer("t", Sample.Monday, "undo", "x"));
        TimerTable.Claim(session, Sample.Monday, Sample.Lease, 10);
        TimerTable.NextDue(session);
        NothingIsScanned();
    }

    public void Dispose()
    {
        session.Dispose();
        folder.Dispose();
    }

    private void Commit(Commit commit) =>
        Assert.IsType<CommitResult.Done>(SqliteStore.CommitOne(session, commit, [.. commit.Leads.Select(LeadRow.Of)]));

    private void NothingIsScanned()
    {
        foreach (var sql in session.Used.Where(sql => !sql.StartsWith("PRAGMA", StringComparison.Ordinal)).ToList())
        {
            using var plan = session.Use("EXPLAIN QUERY PLAN " + sql);
            while (plan.Read())
            {
                // An index may be read from its end, page by page; a table without one may not.
                var step = plan.Text(3);
                Assert.False(step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains("USING", StringComparison.Ordinal) && !step.Contains("VIRTUAL", StringComparison.Ordinal), $"{step}: {sql}");
                Assert.False(step.Contains("TEMP B-TREE", StringComparison.Ordinal), $"{step}: {sql}");
            }
        }
    }
}
