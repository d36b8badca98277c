using AlignmentBot.Cards;
using AlignmentBot.Cards.Awards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Domain.Awards;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Cards;

/// <summary>Every card and form of the awards.</summary>
internal static class SampleAwards
{
    private static readonly Roster People = new(Everybody.Select(member => member with { SlackUser = "U0" + member.Id.Value.ToUpperInvariant(), TeamsUser = "aad-" + member.Id }));

    private static readonly Kudos Thanks = new("ab12cd34ef", Emea.Id, Max.Id, Rosa.Id, Morning, "calling every lead the same morning", KudosState.Given.Instance);

    private static readonly Round Quoted = SampleRounds.Open with
    {
        Ballots =
        [
            SampleRounds.Sellers with { Nominees = SampleRounds.Sellers.Nominees.Select(nominee => nominee.Member == Rosa.Id ? nominee with { Quotes = [Thanks.Id] } : nominee).ToValueList() },
            SampleRounds.Marketers with { Nominees = [SampleRounds.Nominee(Max, 10, 9), SampleRounds.Nominee(Mia, 10, 9)], AgreementLeaders = [Max.Id, Mia.Id] },
        ],
    };

    /// <summary>Equal in votes, and with too few promises to compare.</summary>
    private static readonly Ballot Fresh = SampleRounds.Marketers with { Nominees = [SampleRounds.Nominee(Max, 4, 4), SampleRounds.Nominee(Mia, 3, 1)], AgreementLeaders = [] };

    private static readonly Ballot Few = SampleRounds.Sellers with { Mode = BallotMode.Undecided, Voters = [Max.Id, Mona.Id] };

    private static readonly ValueList<BallotResult> Results =
    [
        new(Award.Seller, new AwardOutcome.Won([Rosa.Id], DecidedBy.Votes), 3, 3, 1, [new Tally(Rosa.Id, 2)]),
        new(Award.Marketer, new AwardOutcome.Won([Max.Id, Mia.Id], DecidedBy.Shared), 3, 2, 0, [new Tally(Max.Id, 1), new Tally(Mia.Id, 1)]),
    ];

    public static Reader Everyone => Reader.Everyone(Emea);

    public static IEnumerable<KeyValuePair<string, (Card, Reader)>> Cards()
    {
        yield return Shared("round-open", RoundCard.Draw(View(Quoted), Everyone));
        yield return Shared("round-late", RoundCard.Draw(View(Quoted with { OpenedAt = SampleRounds.OpensAt + Duration.FromHours(26) }), Everyone));
        yield return Shared("round-paused", RoundCard.Draw(View(InState(new RoundState.Paused((RoundState.Open)Quoted.State, SampleRounds.OpensAt, Lena.Id, "Fire drill."))), Everyone));
        yield return Shared("round-closed", RoundCard.Draw(View(InState(new RoundState.Closed(SampleRounds.ClosesAt, SampleRounds.AnnouncesAt, Results))), Everyone));
        yield return Shared("round-announced", RoundCard.Draw(View(Announced(Results)), Everyone));
        yield return Shared("round-cancelled", RoundCard.Draw(View(InState(new RoundState.Cancelled(SampleRounds.OpensAt, Lena.Id, "We reorganise."))), Everyone));
        yield return Shared("round-missed", RoundCard.Draw(View(InState(new RoundState.Cancelled(SampleRounds.OpensAt, null, string.Empty))), Everyone));
        foreach (var (name, fact) in Notes())
            yield return Shared("round-note-" + name, RoundNotices.Note(View(Quoted), new RoundEvent(Quoted.Id, 2, SampleRounds.OpensAt, fact is RoundFact.Extended { Reason: null } ? Author.Bot.Instance : new Author.Member(Lena.Id), Door.Slack, fact), Everyone)!);
        yield return For("ballot-seller", Max, reader => BallotCard.Draw(View(Quoted) with { InOrder = Quoted.Ballots[0].Nominees }, Quoted.Ballots[0], Max.Id, reader));
        yield return For("ballot-marketer-voted", Rosa, reader => BallotCard.Draw(View(Quoted) with { InOrder = Quoted.Ballots[1].Nominees, Voted = [Rosa.Id] }, Quoted.Ballots[1], Rosa.Id, reader));
        yield return For("ballot-many", Max, reader => BallotCard.Draw(Crowd, Crowd.Round.Ballots[0], Max.Id, reader));
        yield return For("ballot-over", Rosa, reader => BallotCard.Draw(View(Announced(Results)) with { Voted = [Rosa.Id] }, Quoted.Ballots[1], Rosa.Id, reader));
        yield return For("vote-reminder", Max, reader => RoundNotices.Reminder(View(Quoted), Quoted.Ballots[0], Max.Id, reader)!);
        yield return For("vote-choose", Mona, reader => RoundNotices.Choose(View(Quoted with { Ballots = [Few] }), Few, Quoted.Id + "/seller", reader));
        yield return For("vote-chosen", Mona, reader => RoundNotices.Choose(View(Quoted), Few with { Mode = BallotMode.Open }, Quoted.Id + "/seller", reader));
        yield return Shared("award-result", ResultCard.Draw(Result(Results), Everyone)!);
        yield return Shared("award-result-none", ResultCard.Draw(Result(Nothing), Everyone)!);
        yield return Shared("award-result-open", ResultCard.Draw(Result(Results) with { Round = Announced(Results) with { Ballots = [Quoted.Ballots[0] with { Mode = BallotMode.Open }, Quoted.Ballots[1]] }, OpenVotes = [new OpenVote(Award.Seller, Max.Id, Rosa.Id), new OpenVote(Award.Seller, Mona.Id, null)] }, Everyone)!);
        yield return Shared("award-result-few", ResultCard.Draw(Result(Results) with { Round = Announced(Results) with { Ballots = [Quoted.Ballots[0], Fresh] } }, Everyone)!);
        yield return Shared("award-hall", HallCard.Draw(Past, Everyone));
        yield return Shared("award-hall-empty", HallCard.Draw(View(Quoted), Everyone));
        yield return Shared("award-year", HallCard.Year(Past, 2026, Everyone)!);
        yield return Shared("kudos", KudosCard.Draw(Thanks, People, Everyone));
        yield return Shared("kudos-hidden", KudosCard.Draw(Thanks with { State = new KudosState.Reported(Rosa.Id, Morning) }, People, Everyone));
        yield return Shared("kudos-gone", KudosCard.Draw(Thanks with { State = new KudosState.Withdrawn(Morning) }, People, Everyone));
        yield return Shared("kudos-removed", KudosCard.Draw(Thanks with { State = new KudosState.Removed(Lena.Id, Morning) }, People, Everyone));
        yield return For("kudos-report", Lena, reader => KudosCard.Report(Thanks with { State = new KudosState.Reported(Rosa.Id, Morning) }, People, reader));
        yield return For("kudos-report-done", Lena, reader => KudosCard.Report(Thanks, People, reader));
    }

    public static IEnumerable<KeyValuePair<string, Form>> Forms()
    {
        yield return new("form-vote", VoteForm.Draw(View(Quoted) with { InOrder = Quoted.Ballots[0].Nominees }, Quoted.Ballots[0], null, Everyone));
        yield return new("form-vote-again", VoteForm.Draw(View(Quoted) with { InOrder = Quoted.Ballots[0].Nominees }, Quoted.Ballots[0], new OwnVote(Rosa.Id, "K7QM-2XPA-9D4T"), Everyone));
        yield return new("form-check", VoteForm.Check(Quoted.Id, Everyone));
    }

    private static readonly ValueList<BallotResult> Nothing =
    [
        new(Award.Seller, AwardOutcome.NoQuorum.Instance, 3, 1, 0, [new Tally(Rosa.Id, 1)]),
        new(Award.Marketer, new AwardOutcome.NoVote(BallotMode.NoNominees), 3, 0, 0, []),
    ];

    /// <summary>A pod so large that each nominee gets one line, and some only a place in the dialog.</summary>
    private static RoundView Crowd
    {
        get
        {
            var nominees = Enumerable.Range(0, 45).Select(number => SampleRounds.Nominee(Rosa with { Id = new MemberId($"rep-{number:00}") }, 10, 9)).ToValueList();
            var ballot = SampleRounds.Sellers with { Nominees = nominees };
            return View(SampleRounds.Open with { Ballots = [ballot, SampleRounds.Marketers] }) with { InOrder = nominees };
        }
    }

    private static RoundView Past => View(Announced(Results)) with
    {
        Rounds =
        [
            Announced(Results), Announced(Results) with { Id = new RoundId("emea.2026-10"), Month = new YearMonth(2026, 10) },
            Announced(Nothing) with { Id = new RoundId("emea.2026-09"), Month = new YearMonth(2026, 9) },
        ],
    };

    private static RoundView Result(ValueList<BallotResult> results) => View(Announced(results)) with
    {
        Certificates = [new Certificate(Award.Seller, "/certificates/x/seller-1.png", new Uri("https://bot.example.com/certificates/x/seller-1.png")), new Certificate(Award.Marketer, "/certificates/x/marketer-1.png", null)],
        Rounds = [Announced(results) with { Id = new RoundId("emea.2026-10"), Month = new YearMonth(2026, 10) }],
    };

    private static Round Announced(ValueList<BallotResult> results) => InState(new RoundState.Announced(SampleRounds.ClosesAt, SampleRounds.AnnouncesAt, results));

    private static Round InState(RoundState state) => Quoted with { State = state };

    private static IEnumerable<(string Name, RoundFact Fact)> Notes()
    {
        yield return ("paused", new RoundFact.Paused("Fire drill."));
        yield return ("resumed", new RoundFact.Resumed(SampleRounds.ClosesAt));
        yield return ("extended", new RoundFact.Extended(SampleRounds.ClosesAt, "Half of us are at the fair."));
        yield return ("quorum", new RoundFact.Extended(SampleRounds.ClosesAt, null));
        yield return ("cancelled", new RoundFact.Cancelled("We reorganise."));
    }

    private static RoundView View(Round round) =>
        new(round, Emea, People, [Mia.Id], new Dictionary<string, Kudos>(StringComparer.Ordinal) { [Thanks.Id] = Thanks }, SampleRounds.OpensAt + Duration.FromHours(1));

    private static KeyValuePair<string, (Card, Reader)> Shared(string name, Card card) => new(name, (card, Everyone));

    private static KeyValuePair<string, (Card, Reader)> For(string name, Member member, Func<Reader, Card> draw)
    {
        var reader = Reader.Of(member, Emea);
        return new(name, (draw(reader), reader));
    }
}
