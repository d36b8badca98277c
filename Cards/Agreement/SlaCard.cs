using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Time;
using NodaTime;

namespace AlignmentBot.Cards.Agreement;

/// <summary>What the ladder says about one promise, drawn from the lead as it is now.</summary>
public static class SlaCard
{
    /// <param name="clock">The clock, which runs.</param>
    /// <param name="reader">To whom it is said; without a member, everybody.</param>
    /// <returns>Null when it is no longer true for this reader.</returns>
    public static Card? Draw(LeadView view, LadderSays says, ClauseClock clock, Reader reader)
    {
        if (!IsTrue(view, says, clock, reader.Member?.Id))
            return null;
        var texts = Texts.For(reader.Language);
        var sentence = Sentence(view, says, clock, reader, texts);
        var blocks = new List<Block> { new Block.Paragraph(sentence) };
        if (Snoozed(view, says, clock, reader, texts) is { } snoozed)
            blocks.Add(snoozed);
        blocks.Add(new Block.Buttons(SlaButtons.Of(view, says, clock, texts)));
        return new Card(PlainText.Of(sentence, reader), clock.IsBroken(view.Now) ? Tone.Warning : Tone.Waiting, blocks.ToValueList());
    }

    /// <summary>A reminder holds for who can still do it; everything else as long as the clock runs.</summary>
    private static bool IsTrue(LeadView view, LadderSays says, ClauseClock clock, MemberId? reader)
    {
        if (says != LadderSays.Remind || reader is not { } member)
            return true;
        if (clock.Snoozed is { } snooze && snooze.By == member && snooze.Until > view.Now)
            return false;
        return view.Lead.State switch
        {
            LeadState.Offered { ReservedFor: { } rep } => IsTheirs(view, rep, member),
            { } when view.Lead.Owner is { } owner => IsTheirs(view, owner, member),
            _ => true,
        };
    }

    /// <summary>The lead is this member's, or its owner is away, so that somebody stands in.</summary>
    private static bool IsTheirs(LeadView view, MemberId owner, MemberId member) =>
        owner == member || (view.Roster.Find(owner) is { } away && WorkCalendar.Of(away, view.Pod) is var calendar && calendar.OffOn(view.Now.InZone(calendar.Zone).Date) is not null);

    private static ValueList<Run> Sentence(LeadView view, LadderSays says, ClauseClock clock, Reader reader, Texts texts)
    {
        var title = new Run.Strong(LeadWords.Title(view.Lead, texts));
        Run due = clock.DueAt is { } at ? new Run.Moment(at, reader.Zone) : new Run.Plain(texts["sla.no_due"]);
        return says switch
        {
            LadderSays.Remind or LadderSays.RemindSide => texts.Runs(clock.IsBroken(view.Now) ? Late(clock.Clause) : Ahead(clock.Clause), title, due),
            LadderSays.Escalate => texts.Runs(Escalated(clock.Clause), title, due, Who(view, reader, texts)),
            LadderSays.NobodyThere => texts.Runs("sla.nobody", title, due),
            LadderSays.Gap => Gap(view, title, due, clock, reader, texts),
        };
    }

    /// <summary>Who works first again, where anybody will.</summary>
    private static ValueList<Run> Gap(LeadView view, Run title, Run due, ClauseClock clock, Reader reader, Texts texts)
    {
        var first = view.Roster.Members
            .Where(member => member.Active && member.Side == Clauses.SideOf(clock.Clause))
            .Select(member => (Member: member, Start: WorkingTime.NextStart(view.Now, WorkCalendar.Of(member, view.Pod))))
            .Where(found => found.Start is not null)
            .OrderBy(found => found.Start)
            .FirstOrDefault();
        return first.Member is null
            ? texts.Runs("sla.gap", title, due)
            : texts.Runs("sla.gap_until", title, due, LeadWords.Person(first.Member.Id, view, reader), new Run.Moment(first.Start!.Value, reader.Zone));
    }

    private static Block.Note? Snoozed(LeadView view, LadderSays says, ClauseClock clock, Reader reader, Texts texts) =>
        clock.Snoozed is { } snooze && says is LadderSays.Escalate or LadderSays.NobodyThere
            ? new Block.Note(texts.Runs("sla.snoozed_note", LeadWords.Person(snooze.By, view, reader), new Run.Moment(snooze.Until, reader.Zone), new Run.Plain(TextClean.OneLine(snooze.Reason))))
            : null;

    /// <summary>Who owes it, at the start of a sentence.</summary>
    private static Run Who(LeadView view, Reader reader, Texts texts) =>
        view.Lead.Owner is { } owner ? LeadWords.Person(owner, view, reader) : LeadWords.Marketer(view, reader) ?? new Run.Plain(texts["card.marketing"]);

    private static string Ahead(Clause clause) => clause switch
    {
        Clause.Decide => "sla.remind.decide",
        Clause.FirstContact => "sla.remind.first_contact",
        Clause.Outcome => "sla.remind.outcome",
        Clause.Answer => "sla.remind.answer",
        Clause.Supply => "sla.remind.supply",
    };

    private static string Late(Clause clause) => clause switch
    {
        Clause.Decide => "sla.late.decide",
        Clause.FirstContact => "sla.late.first_contact",
        Clause.Outcome => "sla.late.outcome",
        Clause.Answer => "sla.late.answer",
        Clause.Supply => "sla.late.supply",
    };

    private static string Escalated(Clause clause) => clause switch
    {
        Clause.Decide => "sla.escalate.decide",
        Clause.FirstContact => "sla.escalate.first_contact",
        Clause.Outcome => "sla.escalate.outcome",
        Clause.Answer => "sla.escalate.answer",
        Clause.Supply => "sla.escalate.supply",
    };
}
