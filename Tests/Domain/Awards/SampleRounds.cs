using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using NodaTime;

namespace AlignmentBot.Tests.Domain.Awards;

/// <summary>November 2026 at the sample pod: three sellers, three marketers, and a round that opened on Monday the 30th at 10:00 in Amsterdam.</summary>
internal static class SampleRounds
{
    public static readonly YearMonth November = new(2026, 11);

    public static readonly RoundId Id = RoundId.Of(SamplePod.Emea.Id, November);

    public static readonly Instant OpensAt = Instant.FromUtc(2026, 11, 30, 9, 0);

    /// <summary>Thursday, 3 December, 17:30 in Amsterdam.</summary>
    public static readonly Instant ClosesAt = Instant.FromUtc(2026, 12, 3, 16, 30);

    /// <summary>Friday, 4 December, 10:00 in Amsterdam.</summary>
    public static readonly Instant AnnouncesAt = Instant.FromUtc(2026, 12, 4, 9, 0);

    public static readonly PodMonth Month = new(SamplePod.Emea, SamplePod.Everybody, November, AwardPolicy.Default);

    public static readonly RoundCalendar Calendar = RoundCalendar.Of(SamplePod.Emea, AwardPolicy.Default);

    public static readonly Ballot Sellers = new(
        Award.Seller, BallotMode.Secret, Ids(SamplePod.Max, SamplePod.Mia, SamplePod.Mona),
        [Nominee(SamplePod.Lena, 10, 8), Nominee(SamplePod.Rosa, 10, 9), Nominee(SamplePod.Sam, 20, 18)], 5, [SamplePod.Rosa.Id]);

    public static readonly Ballot Marketers = new(
        Award.Marketer, BallotMode.Secret, Ids(SamplePod.Lena, SamplePod.Rosa, SamplePod.Sam),
        [Nominee(SamplePod.Max, 10, 9), Nominee(SamplePod.Mia, 10, 7)], 5, [SamplePod.Max.Id]);

    public static readonly Round Open = new(
        Id, SamplePod.Emea.Id, November, OpensAt, OpensAt, AwardPolicy.Default, [Sellers, Marketers], "0123456789abcdef0123456789abcdef", new RoundState.Open(ClosesAt, 0, ExtendedForQuorum: false));

    /// <param name="promises">Of the agreement that were due, and how many of them were kept.</param>
    public static Nominee Nominee(Member member, int promises, int kept) => new(member.Id, new NomineeFigures(10, new Share(kept, promises))
    {
        Decide = Duration.FromMinutes(42),
        Contact = Duration.FromMinutes(125),
        Accepted = new Share(8, 10),
        Complete = new Share(9, 10),
        Answered = new Share(2, 2),
        Wins = 3,
    }, []);

    public static ValueList<MemberId> Ids(params Member[] members) => members.Select(member => member.Id).Order(Comparer<MemberId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value))).ToValueList();

    /// <summary>Everybody's votes: none is an abstention.</summary>
    public static Dictionary<Award, IReadOnlyCollection<MemberId?>> Votes(MemberId?[] forSeller, MemberId?[] forMarketer) => new()
    {
        [Award.Seller] = forSeller,
        [Award.Marketer] = forMarketer,
    };
}
