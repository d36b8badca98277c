using AlignmentBot.Bot.Channels;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Setup;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot.Handlers.Setup;

/// <summary><c>/mql setup</c>: the form that makes a pod of a channel or changes it, and what comes back.</summary>
public sealed class PodSetup(SetupGate gate, SetupSaving saving, WorkplaceSet workplaces, Rosters rosters)
{
    /// <summary>Sentences are in English until it is known who reads them.</summary>
    private static readonly Texts First = Texts.For(Reader.Unknown.Language);

    public Task<Answer> Command(Command command, CancellationToken ct) => Task.FromResult<Answer>(workplaces.Find(command.Who.Door) is not { } workplace
        ? new Answer.Say(First["setup.not_here"], Tone.Warning)
        : command.Conversation is { } conversation
            ? Open(workplace, command.Who, conversation)
            : new Answer.Say(First["setup.no_channel"], Tone.Warning));

    /// <summary>From the button below the result.</summary>
    public async Task<Answer> Change(Click click, CancellationToken ct)
    {
        if (workplaces.Find(click.Who.Door) is not { } workplace)
            return new Answer.Say(First["setup.not_here"], Tone.Warning);
        return (await rosters.Find(new PodId(click.Value), ct))?.Pod.ConversationAt(workplace.Door) is { } conversation
            ? Open(workplace, click.Who, conversation)
            : new Answer.Say(First["setup.gone"], Tone.Warning);
    }

    public Task<Answer> Submit(Submission form, CancellationToken ct)
    {
        if (workplaces.Find(form.Who.Door) is not { } workplace)
            return Task.FromResult<Answer>(new Answer.Say(First["setup.not_here"], Tone.Warning));
        var (wish, errors) = SetupWish.Read(form, First);
        return Task.FromResult<Answer>(errors.Count > 0
            ? new Answer.Correct(errors)
            : Later(async later => await gate.Check(workplace, form.Who, form.Value, later) switch
            {
                SetupVisit.Granted visit => await Save(visit, wish, later),
                SetupVisit.Refused refused => refused.Why,
                _ => throw new NotSupportedException("A visit is granted or refused."),
            }));
    }

    private Answer.Later Open(IWorkplace workplace, Visitor who, string conversation) => Later(async later =>
        await gate.Check(workplace, who, conversation, later) switch
        {
            SetupVisit.Granted visit => new Answer.Ask(SetupForm.Draw(await Draft(visit, later), visit.Reader)),
            SetupVisit.Refused refused => refused.Why,
            _ => throw new NotSupportedException("A visit is granted or refused."),
        });

    private async Task<Answer> Save(SetupVisit.Granted visit, SetupWish wish, CancellationToken ct)
    {
        var texts = Texts.For(visit.Reader.Language);
        return await saving.Save(visit, wish, ct) switch
        {
            SetupOutcome.Saved saved => new Answer.Show(SetupCard.Draw(saved.Setup, visit.Reader)),
            SetupOutcome.Faulty faulty => new Answer.Ask(SetupForm.Draw(wish.Draft(visit, await visit.Workplace.Groups(visit.Conversation, ct) ?? [], faulty.Sentence), visit.Reader)),
            _ => throw new NotSupportedException("A set-up is saved or faulty."),
        };
    }

    private static async Task<SetupDraft> Draft(SetupVisit.Granted visit, CancellationToken ct)
    {
        var door = visit.Workplace.Door;
        var linked = (visit.Pod?.Roster.Members ?? []).Where(member => member.Active && member.AccountAt(door) is not null).OrderBy(member => member.Name, StringComparer.Ordinal).ToList();
        SideDraft Side(Side side) => new(null, linked.Where(member => member.Side == side).Select(member => member.AccountAt(door)!).ToValueList());
        return new SetupDraft(
            visit.Conversation,
            visit.Room.Name,
            visit.Pod is null,
            visit.Pod?.Pod.Name,
            visit.Pod?.Pod.TimeZone ?? visit.Setter?.TimeZone,
            await visit.Workplace.Groups(visit.Conversation, ct) ?? [])
        {
            Sales = Side(Domain.Roster.Side.Sales),
            Marketing = Side(Domain.Roster.Side.Marketing),
            PodLeads = linked.Where(member => member.PodLead).Select(member => member.AccountAt(door)!).ToValueList(),
        };
    }

    private static Answer.Later Later(Func<CancellationToken, Task<Answer>> work) => new(First["setup.title"], WorkplaceAnswers.Guarded(First, work));
}
