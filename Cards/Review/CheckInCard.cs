using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Review;

namespace AlignmentBot.Cards.Review;

/// <summary>A check-in in the channel: what was decided last time and what became of it, what to talk about, and what is decided now.</summary>
public static class CheckInCard
{
    public static Card Draw(CheckInView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var agenda = view.Agenda;
        var id = view.CheckIn.Id;
        return new Card(texts["checkin.summary", agenda.Pod.Name], Tone.Waiting, [
            new Block.Heading(texts["checkin.heading", PackWords.Day(view.CheckIn.OpenedAt.InZone(agenda.Pod.Zone).Date, texts)]),
            new Block.Paragraph(texts.Runs("checkin.intro", PackWords.Person(view.CheckIn.OpenedBy, agenda, reader))),
            .. PackBlocks.Section("checkin.follow_up", view.FollowUp.Select(decision => Line(decision, view, reader)), texts),
            .. PackBlocks.Moved(agenda, texts),
            .. PackBlocks.Matters(agenda, texts),
            .. PackBlocks.Wins(agenda, reader),
            .. PackBlocks.Section("checkin.decided", view.Decisions.Select(decision => Line(decision, view, reader)), texts),
            new Block.Buttons([
                new Button(ActionIds.DecideForm, texts["checkin.decide"], id, ButtonStyle.Primary, Audience.Everyone.Instance),
                new Button(ActionIds.DoneForm, texts["checkin.tick"], id, ButtonStyle.Plain, Audience.Everyone.Instance),
            ]),
        ]);
    }

    private static ValueList<Run> Line(ReviewDecision decision, CheckInView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var today = view.CheckIn.OpenedAt.InZone(view.Agenda.Pod.Zone).Date;
        return texts.Runs(
            decision.DoneAt is not null ? "checkin.line.done" : decision.IsLate(today) ? "checkin.line.late" : "checkin.line.open",
            new Run.Strong(TextClean.OneLine(decision.What)),
            PackWords.Person(decision.Owner, view.Agenda, reader),
            new Run.Plain(PackWords.Day(decision.Due, texts)));
    }
}
