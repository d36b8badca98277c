using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;

namespace AlignmentBot.Cards.Leads;

/// <summary>What somebody wrote below a lead's card on one platform, as one line below its card on another.</summary>
public static class SaidLine
{
    /// <summary>Longer words are cut; they stand in full where they were written.</summary>
    public const int Longest = 2000;

    /// <param name="said">The event that keeps who wrote it, and where.</param>
    /// <param name="namesLead">True below a message that shows several leads: the line then says which one is meant.</param>
    public static Card Draw(LeadView view, LeadEvent said, string words, Reader reader, bool namesLead)
    {
        var texts = Texts.For(reader.Language);
        var runs = texts.Runs(Sentence(said.Door), LeadWords.Author(said.By, view, reader), new Run.Plain(TextCut.To(TextClean.Of(words), Longest)));
        if (namesLead)
            runs = [.. texts.Runs("line.about", new Run.Strong(LeadWords.Title(view.Lead, texts))), new Run.Plain(" "), .. runs];
        return new Card(PlainText.Of(runs, reader), Tone.Neutral, [new Block.Paragraph(runs)]);
    }

    private static string Sentence(Door door) => door switch
    {
        Door.Slack => "teams.send.said_in_slack",
        Door.Teams => "teams.send.said_in_teams",
        Door.Local => "teams.send.said_on_page",
        Door.Api or Door.Timer => throw new NotSupportedException($"Nobody writes by door {door}."),
    };
}
