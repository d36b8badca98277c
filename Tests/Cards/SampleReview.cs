using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Review;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Review;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Statistics;
using NodaTime;

namespace AlignmentBot.Tests.Cards;

/// <summary>Packs, check-ins, their forms, and the link to the dashboard, with every section and with none.</summary>
internal static class SampleReview
{
    private static readonly Lead Ada = Sample.View(Sample.Offer).Lead;

    private static readonly PackMatters Matters = new(
        [new OverdueClause(Clause.Decide, 3), new OverdueClause(Clause.Answer, 1)], [Ada.Id, new LeadId("gone")], 4, [Ada.Id], 1);

    private static readonly ReviewPack Week = new(
        Sample.Pod.Id, PackKind.Weekly, new LocalDate(2026, 11, 9), new LocalDate(2026, 11, 15), Sample.Now,
        [
            new MovedFigure(FigureNames.HandedOver, 61, 40), new MovedFigure(MovedFigures.KeptBySales, 0.81, 0.63), new MovedFigure(FigureNames.DecisionTime, 1500, 4200),
        ],
        Matters,
        [
            new PackWin(Ada.Id, Sample.Rosa.Id, Sample.Max.Id, Sample.Amount), new PackWin(Ada.Id, Sample.Sam.Id, null, null),
            new PackWin(Ada.Id, null, Sample.Mona.Id, null), new PackWin(new LeadId("gone"), null, null, null),
        ],
        null);

    private static readonly ReviewPack Month = Week with
    {
        Kind = PackKind.Monthly,
        From = new LocalDate(2026, 10, 1),
        Until = new LocalDate(2026, 10, 31),
        LongView = new LongView(
            212, 240, new Rate(130, 190), new Rate(310, 360), new Rate(44, 50), 6, [new Money(72_000m, "EUR"), new Money(9_000m, "USD")],
            new ReasonCount(RejectionFamily.Definitional, "no_budget", 21), Months(200, 190)),
    };

    private static readonly ReviewPack Quarter = Month with
    {
        Kind = PackKind.Quarterly,
        From = new LocalDate(2026, 7, 1),
        Until = new LocalDate(2026, 9, 30),
        Moved = [],
        Wins = [],
        Matters = PackMatters.None,
        LongView = new LongView(18, null, new Rate(9, 16), new Rate(3, 4), new Rate(0, 0), 0, [], null, Months(6, 4)),
    };

    private static readonly CheckIn Meeting = new("c1", Sample.Pod.Id, Sample.Now, Sample.Mona.Id, Week with { Moved = [], Wins = [] }, ["d1", "d2", "d3"]);

    private static readonly CheckInView First = new(Meeting with { Agenda = Week with { Moved = [], Wins = [], Matters = PackMatters.None }, FollowUp = [] }, View(Meeting.Agenda with { Matters = PackMatters.None }), [], []);

    private static readonly CheckInView Later = new(
        Meeting, View(Meeting.Agenda),
        [
            Decision("d1", "Call every webinar lead within a day", new LocalDate(2026, 11, 18)),
            Decision("d2", "Ask for the phone number in the form", new LocalDate(2026, 11, 25)),
            Decision("d3", "Agree what a budget is", new LocalDate(2026, 11, 19)) with { DoneAt = Sample.Now, DoneBy = Sample.Max.Id },
        ],
        [Decision("d4", "Try the trade fair's list with two reps", new LocalDate(2026, 11, 27))]);

    public static IEnumerable<KeyValuePair<string, Card>> Cards
    {
        get
        {
            var reader = Sample.Everyone;
            yield return new("pack-weekly", PackCard.Draw(View(Week), reader));
            yield return new("pack-weekly-wins", PackCard.Draw(View(Week with { Moved = [], Matters = PackMatters.None }), reader));
            yield return new("pack-monthly", PackCard.Draw(View(Month), reader));
            yield return new("pack-quarterly", PackCard.Draw(View(Quarter), reader));
            yield return new("checkin-first", CheckInCard.Draw(First, reader));
            yield return new("checkin", CheckInCard.Draw(Later, reader));
            yield return new("dashboard-link", DashboardLinkCard.Draw(Sample.Pod, new Uri("https://bot.example.com/dashboard/enter/x"), 10, reader));
        }
    }

    public static IEnumerable<KeyValuePair<string, Form>> Forms
    {
        get
        {
            yield return new("form-decision", DecisionForm.Draw(Later, new LocalDate(2026, 11, 27), Sample.Everyone));
            yield return new("form-decision-done", DecisionForm.Done(Later, Later.FollowUp, Sample.Everyone));
        }
    }

    private static PackView View(ReviewPack pack) => new(pack, Sample.Pod, Sample.Roster, new Dictionary<LeadId, Lead> { [Ada.Id] = Ada });

    private static ReviewDecision Decision(string id, string what, LocalDate due) =>
        new(id, Sample.Pod.Id, "c0", what, Sample.Rosa.Id, due, Sample.HandedOver, Sample.Mona.Id);

    private static ValueList<MonthView> Months(int leads, int decided) => Enumerable.Range(0, 6)
        .Select(month => new MonthView(new LocalDate(2026, 5, 1).PlusMonths(month), leads + month, new Rate(decided / 2 + month, decided), month))
        .ToValueList();
}
