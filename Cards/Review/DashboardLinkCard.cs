using AlignmentBot.Cards.Model;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Cards.Review;

/// <summary>The answer to <c>/mql dashboard</c>: a link that lets this member in.</summary>
public static class DashboardLinkCard
{
    /// <param name="address">Lets its reader in, so the card is shown to that person alone.</param>
    /// <param name="minutes">How long the link lasts.</param>
    public static Card Draw(Pod pod, Uri address, int minutes, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        return new Card(texts["dashboard.link.summary", pod.Name], Tone.Neutral, [
            new Block.Heading(texts["dashboard.link.heading"]),
            new Block.Paragraph(texts.Runs(
                "dashboard.link.text",
                new Run.Link(texts["dashboard.link.words", pod.Name], address),
                new Run.Plain(minutes.ToString(texts.Language)))),
            new Block.Note(texts.Runs("dashboard.link.close")),
        ]);
    }
}
