using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using NodaTime;

namespace AlignmentBot.Cards.Agreement;

/// <summary>A ladder in one line: what happens when, in the order in which it is written.</summary>
public static class LadderWords
{
    private const int Whole = 100;

    public static string Of(Ladder ladder, Texts texts) => ladder.Steps.Count == 0
        ? texts["sla.ladder.nothing"]
        : string.Join("; ", ladder.Steps.Select(step => texts["sla.ladder.step", What(step, texts), When(step.At, texts)]));

    private static string What(LadderStep step, Texts texts)
    {
        var what = texts[step.What switch
        {
            StepWhat.Remind => "sla.ladder.remind",
            StepWhat.Escalate => "sla.ladder.escalate",
            StepWhat.ReOffer => "sla.ladder.reoffer",
            StepWhat.Reassign => "sla.ladder.reassign",
        }];
        return step.What is StepWhat.ReOffer or StepWhat.Reassign ? what : texts["sla.ladder.to", what, Whom(step, texts)];
    }

    private static string Whom(LadderStep step, Texts texts) => texts[step.How switch
    {
        StepHow.Thread => "sla.ladder.thread",
        StepHow.Channel => "sla.ladder.channel",
        StepHow.Direct => step.Who switch
        {
            StepWho.Owner => "sla.ladder.owner",
            StepWho.Side => "sla.ladder.side",
            StepWho.PodLead => "sla.ladder.pod_lead",
            StepWho.Backup => "sla.ladder.backup",
        },
    }];

    private static string When(StepMoment at, Texts texts) => (at.Percent, at.Shift) switch
    {
        (Whole, var shift) when shift == Duration.Zero => texts["sla.ladder.due"],
        (Whole, var shift) when shift > Duration.Zero => texts["sla.ladder.after", TermsWords.Working(shift, texts)],
        (Whole, var shift) => texts["sla.ladder.before", TermsWords.Working(-shift, texts)],
        (var percent, _) => texts["sla.ladder.share", percent],
    };
}
