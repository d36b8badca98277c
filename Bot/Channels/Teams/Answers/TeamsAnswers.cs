using AlignmentBot.Bot.Channels.Teams.Drawing;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Channels.Teams.Answers;

/// <summary>Turns neutral answers into what a pressed button and typed words are answered with.</summary>
public sealed class TeamsAnswers(TeamsErrands errands, TeamsPlaces places, TeamsReferences references, TeamsViews views, TeamsLater later)
{
    /// <summary>A button that changes its card: the card for the one who pressed comes at once, the others get theirs by the outbox.</summary>
    public async Task<TeamsReply> ToAction(Answer answer, TeamsOrigin origin, CancellationToken ct)
    {
        switch (answer)
        {
            case Answer.Redraw changed:
                return await Redraw(changed.Subject, origin, ct);
            case Answer.Say say:
                return TeamsBodies.Sentence(say.Text);
            case Answer.Show show:
                var reader = await places.ReaderFor(origin.Place, origin.Account, ct);
                return TeamsBodies.Card(TeamsCards.Content(show.Card, reader, await views.Back(origin, ct)));
            case Answer.Later work:
                return await Wait(work, origin, ct);
            case Answer.Ask:
                return TeamsBodies.Sentence((await TextsFor(origin, ct))["teams.door.press_again"]);
            default:
                throw new NotSupportedException($"A button is not answered with {answer.GetType().Name}.");
        }
    }

    /// <summary>The reader's own view of a card, as Teams asks for it or as somebody chooses it in the message's menu.</summary>
    public async Task<TeamsReply> ToView(string subject, TeamsOrigin origin, CancellationToken ct) =>
        await views.Draw(subject, origin, ct) is { } view
            ? TeamsBodies.Card(view.Content)
            : TeamsBodies.Sentence((await TextsFor(origin, ct))["teams.door.not_yours"]);

    /// <summary>Words to the bot are answered where they were written, as far as those who are there may hear it; else to the one who wrote them.</summary>
    /// <param name="command">The words, to be said again by a button where the answer is a form or for one person alone; empty for none.</param>
    /// <param name="aloud">Whether the whole pod may hear the answer.</param>
    public void ToWords(Answer answer, TeamsOrigin origin, string command, bool aloud)
    {
        if (answer is Answer.Redraw or Answer.Correct)
            return;
        errands.Send(new TeamsErrand.Work(ct => Tell(answer, origin, command, aloud, ct)));
    }

    private async Task<TeamsReply> Redraw(string subject, TeamsOrigin origin, CancellationToken ct)
    {
        if (await views.Draw(subject, origin, ct) is not { } view)
            return TeamsBodies.Sentence((await TextsFor(origin, ct))["teams.door.done"]);
        RedrawInChat(view, origin);
        return TeamsBodies.Card(view.Content);
    }

    /// <summary>What stands in a personal chat is nobody's debt, so it is drawn anew for good from here.</summary>
    private void RedrawInChat(TeamsView view, TeamsOrigin origin)
    {
        if (origin is { Kind: TeamsPlaceKind.Personal, Pressed: { } message, Tenant: { } tenant })
            errands.Send(new TeamsErrand.Redraw(origin.ServiceUrl, tenant, message, view.Card, view.Reader, null));
    }

    /// <summary>After a dialog that was opened from a message of a personal chat.</summary>
    public async Task RedrawInChat(string subject, TeamsOrigin origin, CancellationToken ct)
    {
        if (origin is { Kind: TeamsPlaceKind.Personal, Pressed: not null } && await views.Draw(subject, origin, ct) is { } view)
            RedrawInChat(view, origin);
    }

    private async Task<TeamsReply> Wait(Answer.Later work, TeamsOrigin origin, CancellationToken ct)
    {
        switch (await later.Start(origin.Account, work.Work, ct))
        {
            case LaterOutcome.Done { Answer: not Answer.Later } done:
                return await ToAction(done.Answer, origin, ct);
            case LaterOutcome.NotYet notYet:
                errands.Send(new TeamsErrand.Work(async stop => await Tell(await notYet.Work.WaitAsync(stop), origin, string.Empty, aloud: true, stop)));
                return TeamsBodies.Sentence((await TextsFor(origin, ct))["teams.door.moment"]);
            default:
                throw new NotSupportedException("What takes long does not end with something that takes long.");
        }
    }

    private async Task Tell(Answer answer, TeamsOrigin origin, string command, bool aloud, CancellationToken ct)
    {
        var outcome = answer is Answer.Later work ? await work.Work(ct) : answer;
        var reader = await places.ReaderFor(origin.Place, origin.Account, ct);
        var texts = Texts.For(reader.Language);
        switch (outcome)
        {
            case Answer.Ask when command.Length == 0:
                Say(TeamsCards.Sentence(texts["teams.door.press_again"], Tone.Warning), reader, origin);
                break;
            case Answer.Ask ask:
                Say(OpenCard.Draw(ask.Form.Title, command, texts), reader, origin);
                break;
            case Answer.Show show when await MayHear(origin, aloud, others: false, ct):
                Say(show.Card, reader, origin);
                break;
            case Answer.Say say when await MayHear(origin, aloud, others: true, ct):
                Say(TeamsCards.Sentence(say.Text, say.Tone), reader, origin);
                break;
            case Answer.Show show:
                await TellAlone(show.Card, reader, origin, command, ct);
                break;
            case Answer.Say say:
                await TellAlone(say, reader, origin, ct);
                break;
        }
    }

    /// <param name="others">Whether people outside of the pod may hear it, too.</param>
    private async Task<bool> MayHear(TeamsOrigin origin, bool aloud, bool others, CancellationToken ct) =>
        origin.Kind == TeamsPlaceKind.Personal || (aloud && (others || await places.IsPodChannel(origin.Place, ct)));

    /// <summary>In the personal chat; who has none with the bot gets a button that shows it to whoever presses it, as their own.</summary>
    private async Task TellAlone(Card card, Reader reader, TeamsOrigin origin, string command, CancellationToken ct)
    {
        var texts = Texts.For(reader.Language);
        if (await references.Person(origin.Account, ct) is { Chat: not null })
        {
            errands.Send(new TeamsErrand.Whisper(origin.Account, card, reader));
            Say(TeamsCards.Sentence(texts["teams.door.in_chat"], Tone.Neutral), reader, origin);
        }
        else
        {
            Say(OpenCard.Draw(texts["teams.door.alone"], command, texts), reader, origin);
        }
    }

    /// <summary>A sentence holds no secret, and what was done for it is never done a second time to say it: who has no chat with the bot hears it where they wrote.</summary>
    private async Task TellAlone(Answer.Say say, Reader reader, TeamsOrigin origin, CancellationToken ct)
    {
        var card = TeamsCards.Sentence(say.Text, say.Tone);
        if (await references.Person(origin.Account, ct) is { Chat: not null })
            await TellAlone(card, reader, origin, string.Empty, ct);
        else
            Say(card, reader, origin);
    }

    private void Say(Card card, Reader reader, TeamsOrigin origin)
    {
        if (origin.Tenant is { } tenant)
            errands.Send(new TeamsErrand.Say(origin.ServiceUrl, tenant, origin.Conversation, card, reader));
    }

    private async Task<Texts> TextsFor(TeamsOrigin origin, CancellationToken ct) => Texts.For((await places.ReaderFor(origin.Place, origin.Account, ct)).Language);
}
