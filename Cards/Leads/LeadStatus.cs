using AlignmentBot.Cards.Calendar;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Time;
using NodaTime;

namespace AlignmentBot.Cards.Leads;

/// <summary>Where a lead stands: one sentence, its mood, and until when the running promise is due.</summary>
public static class LeadStatus
{
    public static Block.Status Draw(LeadView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var runs = Sentence(view, reader, texts);
        if (view.DecideBy is { } due && LeadClocks.Running(view.Lead.State) is { } clause)
            runs = [.. runs, new Run.Plain(" "), .. texts.Runs(IsLate(view) ? OverdueKey(clause) : DueKey(clause), new Run.Moment(due, reader.Zone))];
        if (Away(view, reader, texts) is { } away)
            runs = [.. runs, new Run.Plain(" "), new Run.Plain(away)];
        return new Block.Status(ToneOf(view), runs);
    }

    /// <summary>As the state has it, and a warning once a promise is broken.</summary>
    public static Tone ToneOf(LeadView view) => IsLate(view) ? Tone.Warning : ToneOf(view.Lead.State);

    /// <summary>True when the promise that runs was due before now.</summary>
    public static bool IsLate(LeadView view) => view.DecideBy < view.Now;

    public static Tone ToneOf(LeadState state) => state switch
    {
        LeadState.Incomplete => Tone.Warning,
        LeadState.Offered => Tone.Waiting,
        LeadState.Accepted or LeadState.Contacted or LeadState.Qualified or LeadState.Opportunity or LeadState.Won => Tone.Good,
        LeadState.Rejected => Tone.Bad,
        LeadState.Lost or LeadState.Recycled => Tone.Neutral,
        _ => throw new NotSupportedException($"No tone for {state.GetType().Name}."),
    };

    /// <summary>Said where somebody has an open lead who is away, so that nobody waits for them.</summary>
    private static string? Away(LeadView view, Reader reader, Texts texts) =>
        view.Lead.State.Open && LeadDecider.WithWhom(view.Lead) is { } id && view.Roster.Find(id) is { } member && Absence.At(member, view.Pod, view.Now) is { } off
            ? texts["away.status", member.Name, DayWords.Of(off, view.Now.InZone(reader.Zone).Date, texts)]
            : null;

    private static ValueList<Run> Sentence(LeadView view, Reader reader, Texts texts)
    {
        Run Who(MemberId id) => LeadWords.Person(id, view, reader);
        Run When(Instant at) => new Run.Moment(at, reader.Zone);

        return view.Lead.State switch
        {
            LeadState.Incomplete s => texts.Runs("card.status.incomplete", new Run.Strong(LeadWords.Fields(s.Missing, texts))),
            LeadState.Offered { ReservedFor: { } rep } => texts.Runs("card.status.reserved", Who(rep)),
            LeadState.Offered => texts.Runs("card.status.offered"),
            LeadState.Accepted s => texts.Runs("card.status.accepted", Who(s.Owned.Owner), When(s.Owned.AcceptedAt)),
            LeadState.Contacted s => texts.Runs("card.status.contacted", Who(s.Owned.Owner), When(s.At)),
            LeadState.Qualified s => texts.Runs("card.status.qualified", Who(s.Owned.Owner), When(s.At)),
            LeadState.Opportunity { Amount: { } amount } s => texts.Runs("card.status.opportunity_amount", Who(s.Owned.Owner), Strong(amount, texts), When(s.At)),
            LeadState.Opportunity s => texts.Runs("card.status.opportunity", Who(s.Owned.Owner), When(s.At)),
            LeadState.Won { Amount: { } amount } s => texts.Runs("card.status.won_amount", Who(s.Owned.Owner), Strong(amount, texts), When(s.At)),
            LeadState.Won s => texts.Runs("card.status.won", Who(s.Owned.Owner), When(s.At)),
            LeadState.Lost s => texts.Runs("card.status.lost", Who(s.Owned.Owner), When(s.At), new Run.Strong(s.Reason)),
            LeadState.Rejected s => texts.Runs("card.status.rejected", Who(s.By), When(s.At), Strong(s.Rejection, texts)),
            LeadState.Recycled s => texts.Runs("card.status.recycled", When(s.At), Strong(s.Rejection, texts)),
            _ => throw new NotSupportedException($"No sentence for {view.Lead.State.GetType().Name}."),
        };
    }

    private static Run.Strong Strong(Money amount, Texts texts) => new(LeadWords.Money(amount, texts));

    private static Run.Strong Strong(Rejection rejection, Texts texts) => new(LeadWords.Reason(rejection.Reason, texts));

    private static string OverdueKey(Clause clause) => clause switch
    {
        Clause.Decide => "sla.overdue.decide",
        Clause.FirstContact => "sla.overdue.first_contact",
        Clause.Outcome => "sla.overdue.outcome",
        Clause.Answer => "sla.overdue.answer",
        Clause.Supply => "sla.overdue.supply",
    };

    private static string DueKey(Clause clause) => clause switch
    {
        Clause.Decide => "card.due.decide",
        Clause.FirstContact => "card.due.first_contact",
        Clause.Outcome => "card.due.outcome",
        Clause.Answer => "card.due.answer",
        Clause.Supply => "card.due.supply",
    };
}
