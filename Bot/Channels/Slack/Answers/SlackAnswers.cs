using AlignmentBot.Bot.Channels.Slack.Home;
using AlignmentBot.Bot.Channels.Slack.Outbound;
using AlignmentBot.Bot.Channels.Slack.Wire;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Channels.Slack.Answers;

/// <summary>Turns neutral answers into what each kind of delivery may answer at once, and errands for the rest.</summary>
public sealed class SlackAnswers(SlackErrands errands, SlackPlaces places, SlackHomes homes, SlackRedraw redraw)
{
    /// <summary>A click is heard with an empty answer; all that is shown comes after it.</summary>
    public async Task<SlackAck> ToClick(Answer answer, SlackOrigin origin, CancellationToken ct)
    {
        if (answer is Answer.Redraw changed)
        {
            homes.Acted(origin.User);
            if (origin.Surface != SlackSurface.Home && await redraw.Of(changed.Subject, origin, ct) is { } errand)
                errands.Send(errand);
            return SlackAck.Empty;
        }

        var reader = await places.ReaderFor(origin.Channel, origin.User, ct);
        errands.Send(answer switch
        {
            Answer.Later later when origin.View is { } modal => new SlackErrand.Fill(modal, origin.User, later.Work) { First = SlackViews.Loading(later.Title, reader) },
            Answer.Later later => Open(later, origin, reader),
            _ when origin.View is { } modal => new SlackErrand.Update(modal, origin.User, SlackViews.Of(answer, reader)),
            Answer.Ask ask => Open(SlackViews.Form(ask.Form, reader), origin),
            Answer.Say or Answer.Show when origin.Surface == SlackSurface.Home => Open(SlackViews.Of(answer, reader), origin),
            Answer.Say or Answer.Show => new SlackErrand.Whisper(origin.Whisper(), CardOf(answer), reader),
            _ => throw new NotSupportedException($"A click is not answered with {answer.GetType().Name}."),
        });
        return SlackAck.Empty;
    }

    /// <summary>A form closes, shows what is wrong, or makes room for what there is to say. No call is needed for any of it.</summary>
    public async Task<SlackAck> ToSubmission(Answer answer, SlackOrigin origin, SlackViewState? state, CancellationToken ct)
    {
        if (answer is Answer.Redraw)
        {
            homes.Acted(origin.User);
            return SlackAck.Empty;
        }

        if (answer is Answer.Correct correct)
            return new SlackAck(Errors(correct.Errors, state));
        var reader = await places.ReaderFor(origin.Channel, origin.User, ct);
        if (answer is not Answer.Later later)
            return new SlackAck(SlackViews.Update(SlackViews.Of(answer, reader)));
        // What comes out must not overtake the answer that it takes the place of.
        var fill = new SlackErrand.Fill(origin.View!, origin.User, later.Work);
        return new SlackAck(SlackViews.Update(SlackViews.Loading(later.Title, reader)), () => errands.Send(fill));
    }

    /// <summary>A slash command is answered in the acknowledgement itself.</summary>
    public async Task<SlackAck> ToCommand(Answer answer, SlackOrigin origin, CancellationToken ct)
    {
        if (answer is Answer.Redraw)
            return SlackAck.Empty;
        var reader = await places.ReaderFor(origin.Channel, origin.User, ct);
        if (answer is not (Answer.Ask or Answer.Later))
            return new SlackAck(SlackMessageJson.Response(CardOf(answer), reader, null, replace: false));
        errands.Send(answer is Answer.Later later ? Open(later, origin, reader) : Open(SlackViews.Of(answer, reader), origin));
        return SlackAck.Empty;
    }

    /// <summary>Words to the bot are answered in a direct conversation for good, elsewhere so that only the person sees it.</summary>
    public async Task ToWords(Answer answer, SlackOrigin origin, CancellationToken ct)
    {
        if (answer is Answer.Redraw or Answer.Correct)
            return;
        var reader = await places.ReaderFor(origin.Channel, origin.User, ct);
        // Words carry nothing by which a modal could be opened; a slash command does.
        var card = answer is Answer.Ask or Answer.Later
            ? SlackCards.Sentence(Texts.For(reader.Language)["slack.needs_slash"], Tone.Neutral)
            : CardOf(answer);
        errands.Send(SlackPlaces.IsDirect(origin.Channel)
            ? new SlackErrand.Say(origin.Channel!, card, reader)
            : new SlackErrand.Whisper(origin.Whisper(), card, reader));
    }

    private static SlackErrand.Open Open(Answer.Later later, SlackOrigin origin, Reader reader) =>
        Open(SlackViews.Loading(later.Title, reader), origin) with { Then = new SlackLaterWork(origin.User, later.Work) };

    private static SlackErrand.Open Open(ReadOnlyMemory<byte> view, SlackOrigin origin) => origin.Trigger is { } trigger
        ? new SlackErrand.Open(SlackAddress.Parse(origin.User).Workspace, trigger, view, origin.BornAt, origin.Surface == SlackSurface.Home ? null : origin.Whisper())
        : throw new InvalidOperationException("Slack sent no trigger, so no modal can be opened.");

    private static Card CardOf(Answer answer) => answer switch
    {
        Answer.Show show => show.Card,
        Answer.Say say => SlackCards.Sentence(say.Text, say.Tone),
        _ => throw new NotSupportedException($"{answer.GetType().Name} is no card."),
    };

    /// <summary>Slack takes errors only at fields that the form has; anything else is said at the first.</summary>
    private static ReadOnlyMemory<byte> Errors(ValueList<FieldError> errors, SlackViewState? state)
    {
        var fields = state?.Values?.Keys.ToList() ?? [];
        var byField = errors
            .GroupBy(error => fields.Contains(error.Field) || fields.Count == 0 ? error.Field : fields[0], StringComparer.Ordinal)
            .Select(group => (Field: group.Key, Sentence: string.Join(' ', group.Select(error => error.Sentence))));
        return SlackMessageJson.Write(json =>
        {
            json.WriteString("response_action", "errors");
            json.WriteStartObject("errors");
            foreach (var (field, sentence) in byField)
                json.WriteString(field, TextClean.Of(sentence));
            json.WriteEndObject();
        });
    }
}
