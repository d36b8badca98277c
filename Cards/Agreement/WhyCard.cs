using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Time;
using NodaTime;

namespace AlignmentBot.Cards.Agreement;

/// <summary>One clock of a lead, with the calendars in which it is counted.</summary>
public sealed record WhyView(LeadView Lead, ClauseClock Clock, ValueList<WorkCalendar> Calendars);

/// <summary>Why a lead is due when it is: what was promised, and the stretches of working time that were counted, one per line.</summary>
public static class WhyCard
{
    /// <summary>How many stretches are listed; what lies between is only counted.</summary>
    public const int Most = 12;

    public static Card Draw(WhyView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var clock = view.Clock;
        var title = texts["sla.why.heading", LeadWords.Title(view.Lead.Lead, texts)];
        var promise = texts.Runs(
            "sla.why.promise",
            new Run.Strong(TermsWords.Name(clock.Clause, texts)),
            new Run.Plain(TermsWords.Working(clock.Target ?? Duration.Zero, texts)),
            new Run.Moment(clock.StartedAt, reader.Zone),
            new Run.Plain((clock.AgreementVersion ?? 0).ToString(texts.Language)));
        if (clock.DueAt is not { } due)
            return new Card(title, Tone.Neutral, [new Block.Heading(title), new Block.Paragraph(promise), new Block.Paragraph(texts.Runs("sla.why.never"))]);

        var counted = WorkingTime.Explain(clock.StartedAt, due, [.. view.Calendars]);
        return new Card(title, Tone.Neutral, [
            new Block.Heading(title),
            new Block.Paragraph(promise),
            new Block.Paragraph(texts.Runs(view.Calendars.Count > 1 ? "sla.why.counted_both" : "sla.why.counted")),
            new Block.Bullets(Lines(counted, reader, texts)),
            new Block.Paragraph(texts.Runs("sla.why.due", new Run.Moment(due, reader.Zone))),
            .. Now(view, reader, texts),
        ]);
    }

    private static ValueList<ValueList<Run>> Lines(ValueList<Interval> counted, Reader reader, Texts texts)
    {
        ValueList<Run> Line(Interval stretch) => texts.Runs(
            "sla.why.stretch",
            new Run.Moment(stretch.Start, reader.Zone),
            new Run.Moment(stretch.End, reader.Zone),
            new Run.Plain(TermsWords.Working(stretch.Duration, texts)));
        if (counted.Count <= Most)
            return counted.Select(Line).ToValueList();
        return [
            .. counted.Take(Most - 2).Select(Line),
            [new Run.Plain(texts["sla.why.between", counted.Count - Most + 1])],
            Line(counted[^1]),
        ];
    }

    /// <summary>Somebody asked for longer: that moves the reminders, and not the due date.</summary>
    private static IEnumerable<Block> Now(WhyView view, Reader reader, Texts texts) => view.Clock.Snoozed is { } snooze
        ? [new Block.Note(texts.Runs("sla.why.snoozed", LeadWords.Person(snooze.By, view.Lead, reader), new Run.Moment(snooze.Until, reader.Zone)))]
        : [];
}
