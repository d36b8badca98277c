using System.Text;
using AlignmentBot.Bot.Handlers.Awards;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;
using AlignmentBot.Tests.Fakes;
using Microsoft.Data.Sqlite;
using static AlignmentBot.Tests.Fakes.AwardBot;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Bot.Awards;

/// <summary>The curious admin: has the database with its log, the outbox, the inbox, the history and the folder of keys, and wants to know who voted for whom.</summary>
public sealed class SecrecyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_the_vote_is_open_the_database_alone_tells_neither_who_nor_what()
    {
        await using var bot = await AwardBot.Open();
        await RoundLifeTests.Everybody_votes(bot);
        var key = (await bot.Service<RoundKeys>().Find(November, Ct))!;
        var rows = string.Join('\n', StoreDump.Of(bot.Kit.File, "ballots", "ballot_deliveries", "round_turnout"));

        Assert.All(Everybody, member => Assert.DoesNotContain(member.Id.Value, rows, StringComparison.Ordinal));
        Assert.Contains(key.Voter(Max.Id), rows, StringComparison.Ordinal);
        var other = new RoundKey(November, new byte[RoundKey.Size]);
        foreach (var hidden in (await bot.Store.BallotBox(November, Ct)).Ballots)
            Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => other.Reveal(hidden));
        Assert.Single((await bot.Store.BallotBox(November, Ct)).Ballots.Select(hidden => hidden.Choice.Length).Distinct());
    }

    [Fact]
    public async Task After_the_close_nothing_of_the_hidden_votes_or_the_key_is_left_in_any_file()
    {
        await using var bot = await AwardBot.Open();
        await RoundLifeTests.Everybody_votes(bot);
        var key = (await bot.Service<RoundKeys>().Find(November, Ct))!;
        var traces = Everybody.SelectMany(member => new[] { key.Voter(member.Id), key.Receipt(member.Id).Code, key.Receipt(member.Id).ToString() })
            .Concat((await bot.Store.BallotBox(November, Ct)).Ballots.Select(hidden => hidden.Choice))
            .ToList();
        Assert.Contains(traces, trace => Files(bot).Contains(trace, StringComparison.Ordinal));

        await bot.MoveTo(Announces);

        var files = Files(bot);
        Assert.All(traces, trace => Assert.DoesNotContain(trace, files, StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFiles(bot.Kit.Folder, "*.key", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_copy_of_everything_but_the_round_s_key_opens_no_vote()
    {
        await using var bot = await AwardBot.Open();
        await RoundLifeTests.Everybody_votes(bot);
        using var copy = new TempFolder();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(bot.Kit.Folder, "keys"), "*.xml"))
            File.Copy(file, copy.File(Path.GetFileName(file)));
        var without = new RoundKeys(new BotSettings(bot.Kit.File, copy.Path, LocalChannel: false, SampleData: false, ClockStart: null));
        Directory.CreateDirectory(copy.File("rounds"));
        var with = Path.Combine("rounds", November + ".key");

        Assert.Null(await without.Find(November, Ct));
        File.Copy(Path.Combine(bot.Kit.Folder, "keys", with), copy.File(with));
        Assert.NotNull(await without.Find(November, Ct));
    }

    [Fact]
    public async Task Whatever_a_vote_leaves_in_any_table_names_no_choice()
    {
        await using var bot = await AwardBot.Open();
        var before = StoreDump.Lines(bot.Kit.File);
        await bot.Vote(Max, Rosa, "view:V1");
        await bot.Vote(Mia, Sam, "view:V2");
        await bot.Vote(Mia, Lena, "view:V3");
        await bot.Settle();

        var left = StoreDump.Since(before, bot.Kit.File);

        Assert.All(new[] { "rosa", "sam", "lena", "view:V1" }, word => Assert.DoesNotContain(word, left, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("ballot/emea.2026-11/max", left, StringComparison.Ordinal);
    }

    /// <summary>
    /// Two histories that differ in who chose what, and in nothing else, leave the same database behind but for chance: so no rule of an admin, whatever it
    /// looks at, can do better than guessing. Here are the rules that an admin would try first.
    /// </summary>
    [Theory]
    [InlineData("order of the list of voters")]
    [InlineData("order of voting")]
    [InlineData("order of the members by name")]
    [InlineData("order of the hidden names in a copy from during the vote")]
    [InlineData("order of the marks of the deliveries in such a copy")]
    public void No_order_links_a_sealed_vote_to_a_voter_better_than_chance(string rule)
    {
        const int rounds = 40;
        var hits = 0;
        for (var number = 0; number < rounds; number++)
        {
            var secret = Enumerable.Range(0, RoundKey.Size).Select(index => (byte)(number * 31 + index * 7)).ToArray();
            var key = new RoundKey(November, secret);
            var votes = new[] { (Voter: Max, Choice: Rosa), (Voter: Mona, Choice: Sam), (Voter: Mia, Choice: Lena) };
            var sealedOrder = votes.OrderBy(vote => key.Receipt(vote.Voter.Id).Digest(November), StringComparer.Ordinal).Select(vote => vote.Choice.Id).ToList();
            var guess = rule switch
            {
                "order of voting" => votes.AsEnumerable(),
                "order of the hidden names in a copy from during the vote" => votes.OrderBy(vote => key.Voter(vote.Voter.Id), StringComparer.Ordinal),
                "order of the marks of the deliveries in such a copy" => votes.OrderBy(vote => key.Mark(Door.Slack, "view:" + vote.Voter.Id), StringComparer.Ordinal),
                "order of the list of voters" => votes.OrderBy(vote => vote.Voter.Id.Value, StringComparer.Ordinal),
                _ => votes.OrderBy(vote => vote.Voter.Name, StringComparer.Ordinal).Reverse(),
            };
            hits += guess.Select((vote, index) => sealedOrder[index] == vote.Choice.Id ? 1 : 0).Sum();
        }

        // Three guesses a round, each right with a chance of one in three: 40 expected, and 40 rounds lie within 22 and 58 but once in a thousand times.
        Assert.InRange(hits, 22, 58);
    }

    [Fact]
    public async Task Two_histories_with_the_votes_exchanged_leave_the_same_things_behind()
    {
        var one = await Traces([(Max, Rosa), (Mia, Sam), (Mona, Rosa)]);
        var other = await Traces([(Max, Sam), (Mia, Rosa), (Mona, Rosa)]);

        Assert.Equal(one, other);
    }

    [Fact]
    public async Task The_tables_of_the_vote_have_no_row_number_and_no_moment()
    {
        await using var bot = await AwardBot.Open();
        using var reader = SqliteSession.OpenReader(bot.Kit.File);
        foreach (var table in new[] { "round_voters", "round_turnout", "ballots", "ballot_deliveries", "sealed_ballots" })
        {
            using var row = reader.Use("SELECT sql FROM sqlite_schema WHERE name = ?1").Bind(table);
            Assert.True(row.Read());
            Assert.Contains("WITHOUT ROWID", row.Text(0), StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\b(at|due|created|time)\b", row.Text(0));
        }

        Assert.Throws<SqliteException>(() => reader.Number("SELECT rowid FROM ballots"));
    }

    /// <summary>Everything that stays, with what is made by chance left out: sealed votes without their receipts, rows without the ids of deliveries.</summary>
    private static async Task<string> Traces((AlignmentBot.Domain.Roster.Member By, AlignmentBot.Domain.Roster.Member Choice)[] votes)
    {
        await using var bot = await AwardBot.Open();
        foreach (var (by, choice) in votes)
            await bot.Vote(by, choice);
        foreach (var by in new[] { Rosa, Sam, Lena })
            await bot.Vote(by, Max);
        await bot.MoveTo(Announces);
        var seed = (await bot.Round()).Seed;
        var seals = (await bot.Store.SealedBallots(November, Ct)).Select(seal => $"{seal.Award} {seal.Choice}").Order(StringComparer.Ordinal);
        var kept = StoreDump.Lines(bot.Kit.File, "sealed_ballots")
            .Where(line => line.Contains(November.Value, StringComparison.Ordinal))
            .Select(WithoutChance)
            .Select(line => line.Replace(seed, "seed", StringComparison.Ordinal));
        return string.Join('\n', seals.Concat(kept.Order(StringComparer.Ordinal)));
    }

    /// <summary>Conversations are served side by side: which of two messages gets the lower number is chance.</summary>
    private static string WithoutChance(string line) =>
        line.StartsWith("messages ", StringComparison.Ordinal) ? "messages " + string.Join('|', line.Split('|')[1..4]) : line;

    private static string Files(AwardBot bot)
    {
        var text = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(bot.Kit.Folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }
}
