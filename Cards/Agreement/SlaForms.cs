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

    /// <summary>Another target for one clause.</summary>
    public static Form Change(Pod pod, AgreementTerms terms, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var clauses = Enum.GetValues<Clause>()
            .Select(clause => new Option(Clauses.NameOf(clause), texts["sla.change.option", TermsWords.Name(clause, texts), TermsWords.Working(terms.PromiseOf(clause).Target, texts)]));
        return new Form(
            FormIds.Clause, pod.Id.Value, texts["sla.change.title"], texts["sla.change.submit"], texts["form.cancel"], texts["sla.change.text"],
            [
                new FormField.Choice(FieldNames.Clause, texts["sla.change.which"], null, Required: true, clauses.ToValueList()),
                new FormField.Text(FieldNames.Working, texts["sla.change.target"], texts["sla.change.target_hint"], Required: true, Multiline: false, 20),
            ]);
    }
}
