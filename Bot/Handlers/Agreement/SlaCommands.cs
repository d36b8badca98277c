using AlignmentBot.Bot.Channels;
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

/// <summary><c>/mql sla</c>: what the pod has promised; <c>change</c> to propose something else, <c>watch</c> to only look on for a while.</summary>
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
            ["change", var first, .. var rest] => await Change(call, pod, TermsWish.Read(first, string.Join(' ', rest), Texts.For(call.Reader.Language)), ct),
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
        return TermsWish.Read(form.Answers, texts) switch
        {
            TermsWish.Wrong wrong => new Answer.Correct([wrong.Error]),
            TermsWish.Fine fine => await changes.Propose(form.Who, pod, fine.Change, form.Delivery, ct),
            var other => throw new NotSupportedException($"No answer for {other.GetType().Name}."),
        };
    }

    private async Task<Answer> Change(CommandCall call, PodRoster pod, TermsWish wish, CancellationToken ct) => wish switch
    {
        TermsWish.Wrong wrong => new Answer.Say(wrong.Error.Sentence, Tone.Warning),
        TermsWish.Fine fine => await changes.Propose(call.Who, pod, fine.Change, call.Delivery, ct),
        var other => throw new NotSupportedException($"No answer for {other.GetType().Name}."),
    };
}
