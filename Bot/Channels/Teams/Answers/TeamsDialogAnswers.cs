using AlignmentBot.Bot.Channels.Teams.Drawing;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Channels.Teams.Answers;

/// <summary>Turns neutral answers into what an opened or sent dialog is answered with.</summary>
public sealed class TeamsDialogAnswers(TeamsPlaces places, TeamsAnswers answers, TeamsViews views, TeamsLater later)
{
    /// <param name="opener">By which button it was opened.</param>
    public async Task<TeamsReply> ToOpening(Answer answer, FormOpener opener, TeamsOrigin origin, CancellationToken ct)
    {
        var reader = await places.ReaderFor(origin.Place, origin.Account, ct);
        return answer switch
        {
            Answer.Ask ask => Form(ask.Form, reader, opener, origin, []),
            Answer.Show show => Card(show.Card, reader),
            Answer.Say say => Sentence(say.Text, say.Tone, reader, origin),
            Answer.Later work => await After(await later.Start(origin.Account, work.Work, ct), opener, origin, ct),
            Answer.Redraw changed => await Redraw(changed.Subject, origin, ct),
            _ => throw new NotSupportedException($"A dialog does not open with {answer.GetType().Name}."),
        };
    }

    /// <param name="reopen">Presses the button again by which the form was opened.</param>
    public async Task<TeamsReply> ToSending(
        Answer answer, FormOpener opener, IReadOnlyDictionary<string, string> sent, Func<CancellationToken, Task<Answer>> reopen, TeamsOrigin origin, CancellationToken ct)
    {
        switch (answer)
        {
            case Answer.Redraw changed:
                await answers.RedrawInChat(changed.Subject, origin, ct);
                return TeamsReply.Empty;
            case Answer.Correct correct:
                var reader = await places.ReaderFor(origin.Place, origin.Account, ct);
                return await Form(await reopen(ct), ct) is { } form
                    ? Form(form.FilledWith(sent), reader, opener, origin, correct.Errors)
                    : Sentence(string.Join(' ', correct.Errors.Select(error => error.Sentence)), Tone.Warning, reader, origin);
            default:
                return await ToOpening(answer, opener, origin, ct);
        }
    }

    /// <summary>Asks again for what was not ready.</summary>
    /// <param name="waiting">What the button of the <see cref="WaitCard"/> carries.</param>
    public async Task<TeamsReply> ToWaiting(string waiting, TeamsOrigin origin, CancellationToken ct)
    {
        var (id, opener) = WaitCard.Read(waiting);
        if (await later.Continue(origin.Account, id, ct) is { } outcome)
            return await After(outcome, opener, origin, ct);
        var reader = await places.ReaderFor(origin.Place, origin.Account, ct);
        return Sentence(Texts.For(reader.Language)["teams.door.wait_lost"], Tone.Warning, reader, origin);
    }

    private async Task<TeamsReply> After(LaterOutcome outcome, FormOpener opener, TeamsOrigin origin, CancellationToken ct)
    {
        if (outcome is LaterOutcome.Done { Answer: not Answer.Later } done)
            return await ToOpening(done.Answer, opener, origin, ct);
        var reader = await places.ReaderFor(origin.Place, origin.Account, ct);
        return outcome is LaterOutcome.NotYet notYet
            ? Card(WaitCard.Draw(notYet.Id, opener, Texts.For(reader.Language)), reader)
            : throw new NotSupportedException("What takes long does not end with something that takes long.");
    }

    private async Task<TeamsReply> Redraw(string subject, TeamsOrigin origin, CancellationToken ct)
    {
        await answers.RedrawInChat(subject, origin, ct);
        return await views.Draw(subject, origin, ct) is { } view ? Card(view.Card, view.Reader) : TeamsReply.Empty;
    }

    /// <summary>The form behind an answer, also where it takes a moment.</summary>
    private static async Task<Form?> Form(Answer answer, CancellationToken ct) => answer switch
    {
        Answer.Ask ask => ask.Form,
        Answer.Later work => await work.Work(ct) is Answer.Ask ask ? ask.Form : null,
        _ => null,
    };

    private static TeamsReply Form(Form form, Reader reader, FormOpener opener, TeamsOrigin origin, ValueList<FieldError> errors) =>
        TeamsBodies.Dialog(form.Title, TeamsCards.Form(form, reader, opener, origin.Message, errors));

    private static TeamsReply Sentence(string text, Tone tone, Reader reader, TeamsOrigin origin) =>
        origin.InExtension ? Card(TeamsCards.Sentence(text, tone), reader) : TeamsBodies.DialogSentence(text);

    private static TeamsReply Card(Card card, Reader reader) => TeamsBodies.Dialog(Texts.For(reader.Language)["teams.door.title"], TeamsCards.InDialog(card, reader));
}
