using AlignmentBot.Cards;
using AlignmentBot.Cards.Agreement;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Time;
using NodaTime;

namespace AlignmentBot.Tests.Cards;

public sealed class WhyCardTests
{
    private static readonly WorkCalendar Pod = WorkCalendar.Of(SampleCalendars.Pod);

    [Fact]
    public void A_friday_evening_lead_is_explained_stretch_by_stretch()
    {
        var lines = Lines(Draw(Instant.FromUtc(2026, 11, 20, 16, 3), Duration.FromHours(1), Pod));

        Assert.Equal(
            [
                "Ada Byron, Example Ltd: due Mon 09:33.",
                "Promised within 1 h of working time by version 1 of the agreement, from Fri 20 Nov, 17:03 on. Counted:",
                "Fri 20 Nov, 17:03–17:30: 27 min",
                "Mon 23 Nov, 09:00–09:33: 33 min",
                "makes 1 h: due Mon 23 Nov, 09:33",
                "Not counted: Sat 21 Nov to Sun 22 Nov (no working hours).",
                "Counted by the hours Mon–Fri 09:00–17:30 (Europe/Amsterdam). Times are shown in Europe/Amsterdam.",
            ],
            lines);
    }

    [Fact]
    public void Holidays_and_days_off_are_named()
    {
        var rosa = WorkCalendar.Of(Sample.Rosa with { Off = [new DaysOff(new LocalDate(2026, 12, 28), new LocalDate(2026, 12, 29), null)] }, SampleCalendars.Pod);

        var lines = Lines(Draw(Instant.FromUtc(2026, 12, 24, 16, 0), Duration.FromHours(1), Pod, rosa));

        Assert.Contains("Wed 30 Dec, 09:00–09:30: 30 min", lines);
        Assert.Contains("Not counted: Fri 25 Dec to Sat 26 Dec (holiday); Sun 27 Dec (no working hours); Mon 28 Dec to Tue 29 Dec (away).", lines);
    }

    [Fact]
    public void Somebody_elsewhere_reads_it_in_their_own_zone()
    {
        var reader = Reader.Of(Sample.Rosa with { TimeZone = "America/New_York" }, Sample.Pod);

        Assert.Contains("Mon 23 Nov, 03:00–03:33: 33 min", Lines(WhyCard.Draw(View(Instant.FromUtc(2026, 11, 20, 16, 3), Duration.FromHours(1), [Pod]), reader)));
    }

    [Fact]
    public void A_calendar_that_was_changed_since_is_said_and_the_due_date_stays()
    {
        var view = View(Instant.FromUtc(2026, 11, 20, 16, 3), Duration.FromHours(1), [Pod]);
        var changed = view with { Calendars = [Pod with { Holidays = [new LocalDate(2026, 11, 23)] }] };

        Assert.Contains("Hours or days off were changed since then. The 1 h that were agreed stay due Mon 23 Nov, 09:33.", Lines(WhyCard.Draw(changed, Sample.Everyone)));
    }

    [Fact]
    public void What_was_met_says_when_and_how_long_it_took()
    {
        var view = View(Instant.FromUtc(2026, 11, 20, 16, 3), Duration.FromHours(1), [Pod]);
        var stopped = Instant.FromUtc(2026, 11, 23, 8, 10);

        Assert.Equal("Ada Byron, Example Ltd: kept after 37 min, Mon 23 Nov, 09:10.", Lines(WhyCard.Draw(view with { Clock = view.Clock! with { StoppedAt = stopped, Worked = Duration.FromMinutes(37) } }, Sample.Everyone))[0]);
    }

    [Fact]
    public void Without_a_promise_and_without_shared_hours_it_says_so()
    {
        var view = View(Sample.Now, Duration.FromHours(1), [Pod]);

        Assert.Equal("No promise has been measured about this lead yet.", Lines(WhyCard.Draw(view with { Clock = null }, Sample.Everyone))[0]);
        Assert.StartsWith("Nothing is due for “Decide: accept or reject”", Lines(WhyCard.Draw(view with { Clock = view.Clock! with { DueAt = null } }, Sample.Everyone))[0], StringComparison.Ordinal);
    }

    private static Card Draw(Instant start, Duration target, params WorkCalendar[] calendars) => WhyCard.Draw(View(start, target, calendars), Sample.Everyone);

    internal static WhyView View(Instant start, Duration target, WorkCalendar[] calendars) => new(
        Sample.View(Sample.Offer) with { Now = start },
        new ClauseClock(Clause.Decide, start) { Target = target, DueAt = WorkingTime.DueAt(start, target, calendars), AgreementVersion = 1 },
        calendars.ToValueList());

    private static List<string> Lines(Card card) =>
    [
        .. card.Blocks.SelectMany(block => block switch
        {
            Block.Paragraph paragraph => [PlainText.Of(paragraph.Runs, Sample.Everyone)],
            Block.Note note => [PlainText.Of(note.Runs, Sample.Everyone)],
            Block.Bullets bullets => bullets.Lines.Select(line => PlainText.Of(line, Sample.Everyone)),
            _ => Enumerable.Empty<string>(),
        }),
    ];
}
