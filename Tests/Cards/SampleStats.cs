using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Statistics;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Statistics;
using NodaTime;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Tests.Cards;

/// <summary>Cards of figures over made-up outlines: enough leads for every number, and too few for some.</summary>
internal static class SampleStats
{
    private static readonly LocalDate Today = new(2026, 11, 27);
    private static readonly Period November = Period.Month(Today);
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 2, 9, 0);
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 27, 17, 0);

    private static readonly ValueList<LeadOutline> Leads = Enumerable.Range(0, 60).Select(Outline).ToValueList();

    private static readonly PodFigures Figures = Of(Leads, November) with { Commitment = new CommitmentPace(70, 60, 63, 66) };

    private static readonly PodFigures Before = Of(Leads.Skip(20), Period.LastMonth(Today));

    private static readonly StatsView View = new("EMEA", Figures, Today)
    {
        Before = Before,
        Course = November.Parts(Step.Week).Select((week, at) => Of(Leads.Skip(at * 12).Take(12), week)).ToValueList(),
        Page = new Uri("https://bot.example.com/dashboard?period=this-month"),
    };

    private static readonly StatsView Few = new("Rosa", Of(Leads.Take(3), November), Today) { Course = [Of(Leads.Take(3), November)], Step = Step.Month };

    private static readonly Scorecard Scorecard = Scorecard.Of(
        Figures, Before, Enumerable.Range(0, 6).Select(month => Of(Leads.Take(month * 12), Period.Month(Today.PlusMonths(month - 5)))));

    private static readonly FairnessReport Fairness = new(
        November,
        60,
        [new RepShare(Sample.Rosa.Id, new Rate(40, 60), 0.5), new RepShare(Sample.Sam.Id, new Rate(20, 60), 0.5)],
        [
            new Finding(FindingKind.CherryPicking, Sample.Rosa.Id, new Rate(4, 30), new Rate(20, 30), Enumerable.Range(1, 7).Select(number => new LeadId($"lead{number}")).ToValueList()),
            new Finding(FindingKind.BurnThrough, Sample.Sam.Id, new Rate(12, 18), new Rate(6, 40), [new LeadId("lead1")]),
            new Finding(FindingKind.LateAccept, Sample.Sam.Id, new Rate(15, 18), new Rate(6, 40), [new LeadId("lead1")]),
            new Finding(FindingKind.MassRejecting, Sample.Rosa.Id, new Rate(6, 9), new Rate(0, 0), [new LeadId("lead1")]),
        ]);

    public static IEnumerable<KeyValuePair<string, Card>> Cards
    {
        get
        {
            var reader = Sample.Everyone;
            var roster = new AlignmentBot.Cards.Leads.Roster([Sample.Rosa, Sample.Sam]);
            yield return new("stats", StatsCard.Draw(View, reader));
            yield return new("stats-few", StatsCard.Draw(Few, reader));
            yield return new("stats-nothing", StatsCard.Draw(new StatsView("EMEA", Of([], November), Today), reader));
            yield return new("funnel", FunnelCard.Draw(View, reader));
            yield return new("reasons", ReasonsCard.Draw(View, RejectionReason.Defaults, reader));
            yield return new("scorecard", ScorecardCard.Draw(View, Scorecard, reader));
            yield return new("fairness", FairnessCard.Draw(View, Fairness, roster, reader));
            yield return new("define", DefineCard.All(reader));
            yield return new("export", ExportCard.Draw(View, new Uri("https://bot.example.com/export/x"), reader));
            yield return new("chart-pie", new Card("Tiers", Tone.Neutral, [new Block.Chart(new Chart(
                ChartKind.Pie, "Leads by tier", ChartUnit.Count, ["A", "B", "C"], [new ChartSeries("Leads", [30, 20, 10])]))]));
            yield return new("chart-gap", new Card("Course", Tone.Neutral, [new Block.Chart(new Chart(
                ChartKind.Lines, "Acceptance", ChartUnit.Percent, ["Aug", "Sep", "Oct", "Nov"], [new ChartSeries("Accepted", [61, null, 72, 74])]))]));
        }
    }

    private static PodFigures Of(IEnumerable<LeadOutline> leads, Period period) => AlignmentBot.Domain.Statistics.Figures.Of(Tally.Of(leads), period, FigureFilter.All, Now);

    private static LeadOutline Outline(int number)
    {
        var at = Monday + Duration.FromHours(number * 9);
        var accepted = number % 3 > 0;
        var decided = number % 10 == 9 ? (Instant?)null : at + Duration.FromMinutes(10 + number);
        return new LeadOutline(new LeadId($"lead{number}"), at, new GroupKey("rosa", "max@example.com", "Q4 webinar", "webinar", Tiers.A, 1))
        {
            State = decided is null ? StateNames.Offered : StateNames.Contacted,
            Complete = number % 8 > 0,
            DecidedAt = decided,
            AcceptedAt = accepted ? decided : null,
            ContactedAt = accepted && number % 4 > 0 ? decided + Duration.FromHours(2) : null,
            QualifiedAt = accepted && number % 4 > 1 ? decided + Duration.FromHours(30) : null,
            OpportunityAt = accepted && number % 4 == 3 ? decided + Duration.FromHours(60) : null,
            WonAt = accepted && number % 12 == 11 ? decided + Duration.FromHours(90) : null,
            Amount = accepted && number % 4 == 3 ? new Money(1_000 * (number + 1), number % 8 == 3 ? "GBP" : "EUR") : null,
            LostAt = accepted && number % 4 == 1 ? decided + Duration.FromHours(70) : null,
            LossReason = number % 8 == 1 ? "No reply" : "Chose a competitor",
            Rejections = accepted || decided is not { } rejected ? [] : [new RejectionOutline((RejectionFamily)(number / 3 % 3), RejectionReason.Defaults[number % 8].Code, number % 2 == 0, Sample.Rosa.Id, rejected)],
            Answered = accepted || decided is null || number % 6 == 0 ? 0 : 1,
            DecisionRaw = decided - at,
            DecisionWorking = decided - at,
            ContactRaw = accepted && number % 4 > 0 ? Duration.FromHours(2) : null,
            Promises = decided is { } stopped ? [new PromiseOutline(Clause.Decide, at + Duration.FromHours(1), stopped, Duration.FromHours(1))] : [],
        };
    }
}
