using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Setup;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using NodaTime;

namespace AlignmentBot.Cards.Calendar;

/// <summary>When somebody works, when their pod does, and which days off lie ahead.</summary>
public static class HoursCard
{
    private const int MostDaysOff = 5;

    public static Card Draw(Pod pod, Member member, Instant now, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var own = WorkCalendar.Of(member, pod);
        var working = WorkingTime.IsWorking(now, own);
        var summary = Now(own, working, now, reader, texts);
        return new Card(summary, working ? Tone.Good : Tone.Neutral, [
            new Block.Heading(texts["hours.heading"]),
            new Block.Status(working ? Tone.Good : Tone.Neutral, [new Run.Plain(summary)]),
            new Block.Facts([
                new Fact(texts["hours.yours"], [new Run.Plain(Line(member, own, texts))]),
                new Fact(texts["hours.pod", pod.Name], [new Run.Plain(texts["hours.own", HoursWords.Of(pod.Hours, texts), pod.TimeZone])]),
                new Fact(texts["hours.holidays"], [new Run.Plain(Holidays(member, own, now.InZone(own.Zone).Date, texts))]),
                new Fact(texts["hours.away"], [new Run.Plain(Away(member, now.InZone(own.Zone).Date, texts))]),
            ]),
            new Block.Note(texts.Runs("hours.how")),
            new Block.Buttons([
                new Button(ActionIds.HoursForm, texts["hours.button"], pod.Id.Value, ButtonStyle.Plain, Audience.Everyone.Instance),
                new Button(ActionIds.AwayForm, texts["away.button"], pod.Id.Value, ButtonStyle.Plain, Audience.Everyone.Instance),
            ]),
        ]);
    }

    /// <summary>Somebody's hours and zone in one line.</summary>
    public static string Line(Member member, WorkCalendar own, Texts texts) =>
        texts[member.Hours is null ? "hours.as_pod" : "hours.own", HoursWords.Of(own.Week, texts), own.Zone.Id];

    private static string Now(WorkCalendar own, bool working, Instant now, Reader reader, Texts texts)
    {
        if (working)
            return texts["hours.now"];
        return WorkingTime.NextStart(now, own) is { } next ? texts["hours.next", PlainText.Of(next, now, reader)] : texts["hours.never"];
    }

    private static string Holidays(Member member, WorkCalendar own, LocalDate today, Texts texts) =>
        own.Holidays.Where(day => day >= today).Order().Select(day => (LocalDate?)day).FirstOrDefault() is { } next
            ? texts[member.Holidays is null ? "hours.next_holiday" : "hours.next_own_holiday", DayWords.Of(next, today, texts)]
            : texts["hours.no_holiday"];

    private static string Away(Member member, LocalDate today, Texts texts)
    {
        var ahead = member.Off.Where(off => !off.IsOver(today)).OrderBy(off => off.From).Take(MostDaysOff).Select(off => DayWords.Of(off, today, texts)).ToList();
        return ahead.Count == 0 ? texts["hours.not_away"] : string.Join("; ", ahead);
    }
}
