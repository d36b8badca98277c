using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Leads;

/// <summary>A marketer hands over a lead by filling in a form.</summary>
public sealed class HandOverByHand(LeadDesk desk, Rosters rosters, IStore store)
{
    /// <summary>The version of the agreement under which a lead comes in, until pods can sign another.</summary>
    private const int FirstAgreement = 1;

    /// <summary>Opens the form for the first pod that the person may hand over to.</summary>
    public async Task<Answer> Form(Click click, CancellationToken ct)
    {
        Refusal refusal = new Refusal.NotOnRoster();
        Reader reader = Reader.Unknown;
        foreach (var pod in await store.Pods(ct))
        {
            if ((await rosters.Find(pod.Id, ct))?.Roster.FindByAccount(click.Who.Door, click.Who.Account) is not { } member)
                continue;
            reader = Reader.Of(member, pod);
            if (LeadRights.Check(pod.Id, new Actor.Person(member)) is not { } why)
                return new Answer.Ask(HandOverForm.Draw(pod, reader));
            refusal = why;
        }

        return new Answer.Say(Refusals.Sentence(refusal, null, reader), Tone.Warning);
    }

    public async Task<Answer> Submit(Submission form, CancellationToken ct)
    {
        if (await rosters.Find(new PodId(form.Value), ct) is not { } place)
            return LeadAnswers.Refused(new Refusal.NotOnRoster(), null, form.Who);
        var member = place.Roster.FindByAccount(form.Who.Door, form.Who.Account);
        var given = form.Answers
            .Where(answer => BriefFields.Knows(answer.Key) && !string.IsNullOrWhiteSpace(answer.Value))
            .Select(answer => new NamedValue(answer.Key, answer.Value.Trim()))
            .ToValueList();
        if (Faults(given, LeadAnswers.ReaderOf(place.Pod, member)) is { Count: > 0 } faults)
            return new Answer.Correct(faults);

        var brief = given.Aggregate(new Brief { Marketer = member?.Email }, (known, field) => BriefFields.Set(known, field.Name, field.Value));
        var command = new LeadCommand.HandOver(NewIds.Lead(), place.Pod, FirstAgreement, brief, null);
        var request = new LeadRequest(form.Who.Door, new Caller.Person(form.Who), command, form.Delivery, LeadAnswers.Kept);
        return LeadAnswers.Of(await desk.HandOver(command, request, ct), form.Who);
    }

    /// <summary>The same rules as everywhere, and somebody has to be meant.</summary>
    private static ValueList<FieldError> Faults(ValueList<NamedValue> given, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        if (!given.Any(field => HandOverForm.Identity.Contains(field.Name, StringComparer.Ordinal)))
            return [new FieldError(HandOverForm.Identity[0], texts["form.hand_over.who"])];
        return given
            .Select(field => (field.Name, Problem: FieldRules.Check(field.Name, field.Value)))
            .Where(field => field.Problem is not null)
            .Select(field => new FieldError(field.Name, texts[FieldTexts.Key(field.Problem!.Fault), field.Problem.Limit]))
            .ToValueList();
    }
}
