using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using NodaTime;

namespace AlignmentBot.Cards.Agreement;

/// <summary>What is asked in dialogs about promises.</summary>
public static class SlaForms
{
    /// <summary>The working times, in minutes, for which somebody can ask.</summary>
    public static readonly ValueList<int> Longer = [30, 60, 120, 240, 480];

    private const int ReasonLimit = LeadForms.ReasonLimit;

    public static Form Snooze(LeadView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var options = Longer.Select(minutes => new Option(minutes.ToString(System.Globalization.CultureInfo.InvariantCulture), TermsWords.Working(Duration.FromMinutes(minutes), texts)));
        return new Form(
            FormIds.Snooze, view.Lead.Id.Value, texts["sla.snooze.title"], texts["sla.snooze.submit"], texts["form.cancel"],
            texts["sla.snooze.text", LeadWords.Title(view.Lead, texts)],
            [
                new FormField.Choice(FieldNames.Working, texts["sla.snooze.working"], null, Required: true, options.ToValueList(), "60"),
                new FormField.Text(FieldNames.Reason, texts["sla.snooze.reason"], texts["sla.snooze.hint"], Required: true, Multiline: true, ReasonLimit),
            ]);
    }

    /// <summary>The answer that names the hours of the pod and of the owner.</summary>
    public const string PodAndOwner = "pod_and_owner";

    private const string PodAlone = "pod";
    private const int TierLimit = 120;
    private const int StepLimit = 40;

    /// <summary>Another target for one clause, for all leads or some, its reminders, and whose hours count. What is left empty stays.</summary>
    public static Form Change(Pod pod, AgreementTerms terms, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var clauses = Enum.GetValues<Clause>()
            .Select(clause => new Option(Clauses.NameOf(clause), texts["sla.change.option", TermsWords.Name(clause, texts), TermsWords.Working(terms.PromiseOf(clause).Target, texts)]));
        return new Form(
            FormIds.Clause, pod.Id.Value, texts["sla.change.title"], texts["sla.change.submit"], texts["form.cancel"], texts["sla.change.text"],
            [
                new FormField.Choice(FieldNames.Clause, texts["sla.change.which"], null, Required: true, clauses.ToValueList()),
                new FormField.Text(FieldNames.Working, texts["sla.change.target"], texts["sla.change.target_hint"], Required: false, Multiline: false, 20),
                new FormField.Text(FieldNames.Tier, texts["sla.change.tier"], texts["sla.change.tier_hint"], Required: false, Multiline: false, TierLimit),
                new FormField.Text(FieldNames.Remind, texts["sla.change.remind"], texts["sla.change.remind_hint"], Required: false, Multiline: false, StepLimit),
                new FormField.Text(FieldNames.PassOn, texts["sla.change.pass_on"], texts["sla.change.pass_on_hint"], Required: false, Multiline: false, StepLimit),
                new FormField.Choice(
                    FieldNames.Hours,
                    texts["sla.change.whose"],
                    null,
                    Required: true,
                    [new Option(PodAlone, texts["sla.hours.pod"]), new Option(PodAndOwner, texts["sla.hours.pod_and_owner"])],
                    terms.Hours == WhoseHours.Pod ? PodAlone : PodAndOwner),
            ]);
    }
}
