using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Configuration;
using AlignmentBot.Bot.Handlers.Commands;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Agreement;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Agreement;

/// <summary><c>/mql sla</c>: what the pod has promised; <c>change</c> to propose another target, <c>watch</c> to only look on for a while.</summary>
public sealed class SlaCommands(Rosters rosters, AgreementChanges changes, KeptShares kept, Watching watching)
{
    public async Task<Answer> Run(CommandCall call, CancellationToken ct)
    {
        if (call.Member is null || await rosters.Find(call.Pod.Id, ct) is not { } pod)
            return LeadAnswers.Refused(new Refusal.NotOnRoster(), null, call.Who);
        var words = call.Rest.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words switch
        {
            [] => new Answer.Show(AgreementCard.Draw(new AgreementView(pod.Policy.Agreement, pod.Pod, pod.Roster, await kept.ThisMonth(pod, ct)), call.Reader)),
            ["change"] => new Answer.Ask(SlaForms.Change(pod.Pod, pod.Policy.Agreement.Terms, call.Reader)),
            ["change", var clause, .. var target] => await Change(call, pod, clause, string.Concat(target), ct),
            ["watch", .. var days] => await watching.Run(call, pod, days, ct),
            _ => new Answer.Say(Texts.For(call.Reader.Language)["sla.usage"], Tone.Warning),
        };
    }

    /// <summary>Opens the form to change a clause.</summary>
    public async Task<Answer> Form(Click click, CancellationToken ct)
    {
        if (await rosters.Find(new PodId(click.Value), ct) is not { } pod || pod.Roster.FindByAccount(click.Who.Door, click.Who.Account) is not { } member)
            return LeadAnswers.Refused(new Refusal.NotOnRoster(), null, click.Who);
        var reader = LeadAnswers.ReaderOf(pod.Pod, member);
        return Signing.Check(pod.Pod.Id, member) is null
            ? new Answer.Ask(SlaForms.Change(pod.Pod, pod.Policy.Agreement.Terms, reader))
            : new Answer.Say(Texts.For(reader.Language)["sla.refused.pod_leads"], Tone.Warning);
    }

    public async Task<Answer> Submit(Submission form, CancellationToken ct)
    {
        if (await rosters.Find(new PodId(form.Value), ct) is not { } pod)
            return LeadAnswers.Refused(new Refusal.NotOnRoster(), null, form.Who);
        var texts = Texts.For(LeadAnswers.ReaderOf(pod.Pod, pod.Roster.FindByAccount(form.Who.Door, form.Who.Account)).Language);
        if (!form.Answers.TryGetValue(FieldNames.Clause, out var name) || Clauses.Find(name) is not { } clause)
            return new Answer.Correct([new FieldError(FieldNames.Clause, texts["sla.change.no_clause"])]);
        if (WorkingText.Read(form.Answers.GetValueOrDefault(FieldNames.Working) ?? string.Empty) is not { } target)
            return new Answer.Correct([new FieldError(FieldNames.Working, texts["sla.change.no_target"])]);
        return await changes.Propose(form.Who, pod, terms => terms.With(terms.PromiseOf(clause) with { Target = target }), form.Delivery, ct);
    }

    private async Task<Answer> Change(CommandCall call, PodRoster pod, string name, string typed, CancellationToken ct)
    {
        var texts = Texts.For(call.Reader.Language);
        if (Clauses.Find(name) is not { } clause)
            return new Answer.Say(texts["sla.change.unknown", name, string.Join(", ", Enum.GetValues<Clause>().Select(Clauses.NameOf))], Tone.Warning);
        return WorkingText.Read(typed) is { } target
            ? await changes.Propose(call.Who, pod, terms => terms.With(terms.PromiseOf(clause) with { Target = target }), call.Delivery, ct)
            : new Answer.Say(texts["sla.change.no_target"], Tone.Warning);
    }
}
