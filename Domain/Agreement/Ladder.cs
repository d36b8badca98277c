using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Domain.Agreement;

/// <summary>What happens, and when, while the clock of a clause runs on.</summary>
public sealed record Ladder(Clause Clause, ValueList<LadderStep> Steps)
{
    private static readonly ValueList<LadderStep> RemindThenTell =
    [
        new(StepMoment.Share(50), StepWho.Owner, StepHow.Direct, StepWhat.Remind),
        new(StepMoment.Share(80), StepWho.Owner, StepHow.Direct, StepWhat.Remind),
        new(StepMoment.Due, StepWho.PodLead, StepHow.Direct, StepWhat.Escalate),
    ];

    /// <summary>Decide: at 80 % those who can take it are reminded, when it is due the team lead is told, one working hour later it goes to
    /// the next rep by turn. The others: the owner is reminded at half time and at 80 %, and the team lead told when it is due.</summary>
    public static readonly ValueList<Ladder> Defaults =
    [
        new(Clause.Decide,
        [
            new(StepMoment.Share(80), StepWho.Owner, StepHow.Direct, StepWhat.Remind),
            new(StepMoment.Due, StepWho.PodLead, StepHow.Direct, StepWhat.Escalate),
            new(StepMoment.AfterDue(Duration.FromHours(1)), StepWho.Owner, StepHow.Direct, StepWhat.ReOffer),
        ]),
        new(Clause.FirstContact, RemindThenTell),
        new(Clause.Outcome, RemindThenTell),
        new(Clause.Answer, RemindThenTell),
        new(Clause.Supply, RemindThenTell),
    ];

    /// <summary>This ladder with private reminders of the owner at these shares of the time, instead of those that it had.</summary>
    public Ladder WithReminders(ValueList<int> percents) => this with
    {
        Steps = percents.Select(percent => new LadderStep(StepMoment.Share(percent), StepWho.Owner, StepHow.Direct, StepWhat.Remind))
            .Concat(Steps.Where(step => step.What != StepWhat.Remind))
            .ToValueList(),
    };

    /// <summary>This ladder with the lead passed on by turn so much working time after it was due; null for never. What nobody has decided on is
    /// offered again, what somebody works is reassigned.</summary>
    public Ladder WithPassingOn(Duration? after)
    {
        var others = Steps.Where(step => step.What is not (StepWhat.ReOffer or StepWhat.Reassign));
        var what = Clause == Clause.Decide ? StepWhat.ReOffer : StepWhat.Reassign;
        return this with
        {
            Steps = after is { } working ? others.Append(new LadderStep(StepMoment.AfterDue(working), StepWho.Owner, StepHow.Direct, what)).ToValueList() : others.ToValueList(),
        };
    }

    /// <summary>The steps in the order in which they come for this target, each with the working time after which it comes.</summary>
    public ValueList<(Duration After, LadderStep Step)> For(Duration target) =>
        Steps.Select(step => (step.At.After(target), step)).OrderBy(step => step.Item1).ToValueList();
}

/// <summary>One step of a ladder.</summary>
/// <param name="Who">To whom it is said. A step that moves the lead on tells the new rep and the team lead besides.</param>
public sealed record LadderStep(StepMoment At, StepWho Who, StepHow How, StepWhat What);

/// <summary>When a step comes: a share of the time, or working time before or after due.</summary>
/// <param name="Percent">Of the target, 0 to 1,000; 100 is when it is due.</param>
/// <param name="Shift">Working time added; below zero for before.</param>
public sealed record StepMoment(int Percent, Duration Shift)
{
    public static readonly StepMoment Due = new(100, Duration.Zero);

    public static StepMoment Share(int percent) => new(percent, Duration.Zero);

    public static StepMoment AfterDue(Duration working) => new(100, working);

    public static StepMoment BeforeDue(Duration working) => new(100, -working);

    /// <summary>The working time from the start of the clock to the step, never below zero.</summary>
    public Duration After(Duration target) => Duration.Max(Duration.Zero, (target * Percent / 100) + Shift);
}

public enum StepWho
{
    /// <summary>Who has the lead: the rep who works it or for whom it is kept, the marketer who handed it over. Where nobody has it, everyone
    /// on duty of that side.</summary>
    Owner,

    /// <summary>Everyone on duty of the side that owes the promise.</summary>
    Side,

    /// <summary>The team leads of the side that owes the promise; where it has none, those of the other side.</summary>
    PodLead,

    /// <summary>Whoever the owner named for the days off; the owner where nobody is named.</summary>
    Backup,
}

public enum StepHow
{
    /// <summary>In private, in the person's own hours.</summary>
    Direct,

    /// <summary>In the lead's thread.</summary>
    Thread,

    /// <summary>In the pod's channel.</summary>
    Channel,
}

public enum StepWhat
{
    Remind,

    /// <summary>Says that the promise is broken, or about to be.</summary>
    Escalate,

    /// <summary>A lead that nobody has decided on is kept for the next rep by turn.</summary>
    ReOffer,

    /// <summary>The lead goes to the next rep by turn, also when somebody works it.</summary>
    Reassign,
}
