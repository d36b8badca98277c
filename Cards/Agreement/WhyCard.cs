using AlignmentBot.Cards.Calendar;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Setup;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Time;
using NodaTime;

namespace AlignmentBot.Cards.Agreement;

/// <summary>How a due date came about: the stretches of working time that were counted, one per line, and the days that were not.</summary>
public static class WhyCard
{
    private const int MostLines = 10;

    public static Card Draw(WhyView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        if (view.Calendars.Count == 0 || view.Clock is not { Target: { } target } clock)
            return Plain(texts["sla.why.none"], texts);
        if (clock.DueAt is not { } due)
            return Plain(texts["why.never", TermsWords.Name(clock.Clause, texts)], texts);

        var summary = texts["why.summary", LeadWords.Title(view.Lead.Lead, texts), State(clock, due, view, reader, texts)];
        var blocks = new List<Block>
        {
            new Block.Heading(TermsWords.Name(clock.Clause, texts)),
            new Block.Paragraph([new Run.Plain(summary)]),
            new Block.Paragraph([new Run.Plain(texts["why.promise", TermsWords.Working(target, texts), Moment(clock.StartedAt, view, reader, texts), clock.AgreementVersion ?? 1])]),
            new Block.Bullets(Lines(clock.StartedAt, due, target, view, reader, texts)),
        };
        if (WhySkipped.Lines(clock.StartedAt, due, view, texts) is { Count: > 0 } skipped)
            blocks.Add(new Block.Paragraph([new Run.Plain(texts["why.skipped", string.Join("; ", skipped)])]));
        if (clock.Snoozed is { } snooze)
            blocks.Add(new Block.Note(texts.Runs("sla.why.snoozed", LeadWords.Person(snooze.By, view.Lead, reader), new Run.Moment(snooze.Until, reader.Zone))));
        blocks.Add(new Block.Note([new Run.Plain(Hours(view, reader, texts))]));
        return new Card(summary, clock.IsBroken(view.Lead.Now) ? Tone.Warning : Tone.Neutral, blocks.ToValueList());
    }

    private static Card Plain(string sentence, Texts texts) =>
        new(sentence, Tone.Neutral, [new Block.Heading(texts["why.heading"]), new Block.Paragraph([new Run.Plain(sentence)])]);

    /// <summary>Due, over, or how it ended.</summary>
    private static string State(ClauseClock clock, Instant due, WhyView view, Reader reader, Texts texts)
    {
        if (clock.StoppedAt is not { } stopped)
            return DueWords.Of(due, view.Lead.Now, reader, [.. view.Calendars]);
        var worked = TermsWords.Working(clock.Worked ?? Duration.Zero, texts);
        return texts[stopped > due ? "why.broken" : "why.kept", worked, Moment(stopped, view, reader, texts)];
    }

    private static ValueList<ValueList<Run>> Lines(Instant from, Instant due, Duration target, WhyView view, Reader reader, Texts texts)
    {
        var counted = WorkingTime.Explain(from, due, [.. view.Calendars]);
        var lines = counted.Take(MostLines)
            .Select(stretch => texts["why.line", Stretch(stretch, view, reader, texts), TermsWords.Working(stretch.Duration, texts)])
            .ToList();
        if (counted.Count > MostLines)
            lines.Add(texts["why.more", counted.Count - MostLines]);
        var sum = counted.Aggregate(Duration.Zero, (all, stretch) => all + stretch.Duration);
        lines.Add(texts[sum == target ? "why.sum" : "why.changed", TermsWords.Working(target, texts), Moment(due, view, reader, texts)]);
        return lines.Select(ValueList<Run> (line) => [new Run.Plain(line)]).ToValueList();
    }

    private static string Stretch(Interval stretch, WhyView view, Reader reader, Texts texts)
    {
        var (start, end) = (stretch.Start.InZone(reader.Zone).LocalDateTime, stretch.End.InZone(reader.Zone).LocalDateTime);
        var last = start.Date == end.Date ? texts.Time.Format(end) : Moment(stretch.End, view, reader, texts);
        return texts["why.stretch", DayWords.Of(start.Date, view.Today(reader), texts), texts.Time.Format(start), last];
    }

    private static string Moment(Instant at, WhyView view, Reader reader, Texts texts)
    {
        var local = at.InZone(reader.Zone).LocalDateTime;
        return texts["why.moment", DayWords.Of(local.Date, view.Today(reader), texts), texts.Time.Format(local)];
    }

    private static string Hours(WhyView view, Reader reader, Texts texts)
    {
        var calendars = view.Calendars.Select(calendar => texts["hours.own", HoursWords.Of(calendar.Week, texts), calendar.Zone.Id]);
        return texts["why.hours", string.Join(texts["why.and"], calendars), reader.Zone.Id];
    }
}

/// <summary>A promise to be explained.</summary>
/// <param name="Clock">The clock that runs, else the last that ran; null when there is none.</param>
/// <param name="Calendars">Those that must all be working for time to count.</param>
public sealed record WhyView(LeadView Lead, ClauseClock? Clock, ValueList<WorkCalendar> Calendars)
{
    internal LocalDate Today(Reader reader) => Lead.Now.InZone(reader.Zone).Date;
}
