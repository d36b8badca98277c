using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Handlers.Queue;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot.Handlers.HandOver;

/// <summary>Makes any message part of a lead's history, by reference: the words stay where they were written.</summary>
public sealed class LeadAdditions(Queues queues, LeadSearch search, LeadViews views, LeadDesk desk, WorkplaceSet workplaces)
{
    public async Task<Answer> Form(Click click, CancellationToken ct)
    {
        var pods = await queues.PodsOf(click.Who, ct);
        if (pods.Count == 0)
            return LeadAnswers.Refused(new Refusal.NotOnRoster(), null, click.Who);
        var reader = Reader.Of(pods[0].Member, pods[0].Pod.Pod);
        if (workplaces.Find(click.Who.Door) is null || click.Value.Length == 0)
            return new Answer.Say(Texts.For(reader.Language)["add.not_here"], Tone.Warning);
        var newest = await search.Newest(click.Who, ct);
        return new Answer.Ask(AdditionForm.Draw(click.Value, newest, reader));
    }

    public async Task<Answer> Submit(Submission form, CancellationToken ct)
    {
        if (form.Answers.GetValueOrDefault(FieldNames.Lead) is not { } id || await views.Find(new LeadId(id), ct) is not { } view)
            return new Answer.Correct([new FieldError(FieldNames.Lead, Texts.For(Reader.Unknown.Language)["add.error.lead"])]);
        var reader = LeadAnswers.ReaderOf(view, form.Who);
        if (reader.Member is not { } member)
            return LeadAnswers.Refused(new Refusal.NotOnRoster(), view, form.Who);
        if (LeadRights.Check(view.Lead, new LeadCommand.Comment(form.Value), new Actor.Person(member)) is { } refusal)
            return LeadAnswers.Refused(refusal, view, form.Who);
        var texts = Texts.For(reader.Language);
        return workplaces.Find(form.Who.Door) is { } workplace
            ? new Answer.Later(texts["form.add.title"], WorkplaceAnswers.Guarded(texts, later => Add(form, view, workplace, reader, later)))
            : new Answer.Say(texts["add.not_here"], Tone.Warning);
    }

    private async Task<Answer> Add(Submission form, LeadView view, IWorkplace workplace, Reader reader, CancellationToken ct)
    {
        var texts = Texts.For(reader.Language);
        if (await workplace.LinkTo(form.Value, ct) is not { } link)
            return new Answer.Say(texts["add.no_message"], Tone.Warning);
        Answer.Say Said(LeadView after) => new(texts["add.done", LeadWords.Title(after.Lead, texts)], Tone.Good);
        var request = new LeadRequest(
            form.Who.Door, new Caller.Person(form.Who), new LeadCommand.Comment(form.Value, link), form.Delivery, after => StoredAnswer.Write(Said(after)));
        return await desk.Decide(view.Lead.Id, request, ct) switch
        {
            DeskResult.Done done => Said(done.View),
            var other => LeadAnswers.Of(other, form.Who),
        };
    }
}
