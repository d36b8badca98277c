using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Rendering;
using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Channels.Local;

/// <summary>An answer as the page's script reads it.</summary>
/// <param name="Kind"><c>redraw</c>, <c>say</c>, <c>show</c>, <c>ask</c> or <c>correct</c>.</param>
/// <param name="Text">Of say: the sentence; of show: what the card says in one sentence.</param>
/// <param name="Html">Of show: the card; of ask: the questions. Encoded by the renderer.</param>
public sealed record LocalAnswer(string Kind, string? Text = null, string? Tone = null, string? Html = null, ValueList<FieldError>? Errors = null)
{
    public static LocalAnswer Of(Answer answer, Reader reader) => answer switch
    {
        Answer.Redraw => new("redraw"),
        Answer.Say a => new("say", TextClean.Of(a.Text), Name(a.Tone)),
        Answer.Show a => new("show", TextClean.Of(a.Card.Summary), Name(a.Card.Tone), HtmlCardRenderer.Card(a.Card, reader)),
        Answer.Ask a => new("ask", Html: HtmlCardRenderer.Form(a.Form, reader)),
        Answer.Correct a => new("correct", Errors: a.Errors.Select(error => error with { Sentence = TextClean.Of(error.Sentence) }).ToValueList()),
        _ => throw new NotSupportedException($"The page cannot show {answer.GetType().Name}."),
    };

    private static string Name(Tone tone) => tone.ToString().ToLowerInvariant();
}
