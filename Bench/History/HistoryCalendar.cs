using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using NodaTime;

namespace AlignmentBot.Bench.History;

/// <summary>When things happen in the sample: half a year that ends on a Friday evening.</summary>
internal static class HistoryCalendar
{
    public static readonly LocalDate FirstDay = new(2026, 6, 1);
    public static readonly LocalDate LastDay = new(2026, 11, 27);

    private static readonly WorkCalendar Calendar = WorkCalendar.Of(HistoryPeople.Pod);

    private static readonly int DayCount = Period.DaysBetween(FirstDay, LastDay) + 1;

    /// <summary>Nothing happens after it.</summary>
    public static readonly Instant End = LastDay.At(new LocalTime(17, 30)).InZoneLeniently(HistoryPeople.Pod.Zone).ToInstant();

    /// <summary>From then on first contact was due sooner.</summary>
    private static readonly Instant SecondAgreement = new LocalDate(2026, 9, 1).AtStartOfDayInZone(HistoryPeople.Pod.Zone).ToInstant();

    private static readonly PodAgreement First = PodAgreement.First(HistoryPeople.Pod.Id);

    private static readonly PodAgreement Second = First with
    {
        Version = 2,
        From = SecondAgreement,
        Terms = First.Terms.With(new ClausePromise(Clause.FirstContact, Duration.FromHours(3), [])),
        Signed =
        [
            new Signature(new MemberId("lena"), Side.Sales, SecondAgreement - Duration.FromDays(4)),
            new Signature(new MemberId("mona"), Side.Marketing, SecondAgreement - Duration.FromDays(3)),
        ],
    };

    private static readonly Dictionary<MemberId, Member> People = HistoryPeople.Everybody.ToDictionary(member => member.Id);
    private static readonly SlaPolicy FirstPolicy = new(First, HistoryPeople.Pod, Find);
    private static readonly SlaPolicy SecondPolicy = new(Second, HistoryPeople.Pod, Find);

    public static ValueList<PodAgreement> Agreements => [First, Second];

    /// <summary>What was agreed at a moment.</summary>
    public static SlaPolicy PolicyAt(Instant at) => at < SecondAgreement ? FirstPolicy : SecondPolicy;

    private static Member? Find(MemberId id) => People.GetValueOrDefault(id);

    /// <summary>How far into the half year a moment is, from 0 to 1.</summary>
    public static double Progress(Instant at) => (at - FirstDay.AtStartOfDayInZone(HistoryPeople.Pod.Zone).ToInstant()) / Duration.FromDays(DayCount);

    /// <summary>Mostly on weekdays between eight and seven, more of them towards the end, some at any hour.</summary>
    public static Instant Arrival(Dice dice)
    {
        while (true)
        {
            var share = dice.Share();
            var day = FirstDay.PlusDays((int)(share * DayCount));
            var weekend = day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
            if (dice.Falls(weekend ? 0.9 : 0.35 - share * 0.3))
                continue;
            var hour = dice.Falls(0.9) ? 8 + dice.Share() * 11 : dice.Share() * 24;
            var at = day.AtStartOfDayInZone(HistoryPeople.Pod.Zone).ToInstant() + Duration.FromSeconds((int)(hour * 3600));
            if (at <= End)
                return at;
        }
    }

    /// <summary>The moment so many working hours later.</summary>
    public static Instant After(Instant at, double workingHours) =>
        WorkingTime.DueAt(at, Duration.FromSeconds(Math.Max(20, (int)(workingHours * 3600))), Calendar) ?? at + Duration.FromHours(workingHours);
}
