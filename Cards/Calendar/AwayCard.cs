using AlignmentBot.Cards.Model;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using NodaTime;

namespace AlignmentBot.Cards.Calendar;

/// <summary>The word to team leads and to who takes over that somebody is away, or back.</summary>
public static class AwayCard
{
    public static Card Draw(AwayView view, Member reader, Pod pod)
    {
        var texts = Texts.For(Reader.Of(reader, pod).Language);
        var days = DayWords.Of(view.Off, view.Today, texts);
        var sentence = texts["away.word", view.Member.Name, days, Covering(view, reader, texts)];
        // Once they are away, what is still with them is too far along to be offered to everybody.
        return view.Left > 0 && view.Off.Covers(view.Today)
            ? new Card(sentence, Tone.Warning, [new Block.Paragraph([new Run.Plain(sentence)]), new Block.Paragraph([new Run.Plain(texts.Count("away.left", view.Left))])])
            : new Card(sentence, Tone.Neutral, [new Block.Paragraph([new Run.Plain(sentence)])]);
    }

    public static Card Back(Member member, Member reader, Pod pod)
    {
        var sentence = Texts.For(Reader.Of(reader, pod).Language)["away.back_word", member.Name];
        return new Card(sentence, Tone.Good, [new Block.Paragraph([new Run.Plain(sentence)])]);
    }

    /// <summary>The days off that were announced are taken back.</summary>
    public static Card Stays(Member member, DaysOff off, LocalDate today, Member reader, Pod pod)
    {
        var texts = Texts.For(Reader.Of(reader, pod).Language);
        var sentence = texts["away.stays_word", member.Name, DayWords.Of(off, today, texts)];
        return new Card(sentence, Tone.Neutral, [new Block.Paragraph([new Run.Plain(sentence)])]);
    }

    private static string Covering(AwayView view, Member reader, Texts texts)
    {
        if (view.Backup is { } backup)
            return backup.Id == reader.Id ? texts["away.you_cover"] : texts["away.covered_by", backup.Name];
        return texts[view.Member.Side == Side.Sales ? "away.nobody_covers" : "away.nobody_named"];
    }
}

/// <summary>Somebody's days off.</summary>
/// <param name="Left">How many open leads they work.</param>
/// <param name="Today">The day that it is for them.</param>
public sealed record AwayView(Member Member, DaysOff Off, Member? Backup, int Left, LocalDate Today);
