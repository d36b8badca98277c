using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;

namespace AlignmentBot.Cards.Awards;

/// <summary>The hall of fame, and the year in one card.</summary>
public static class HallCard
{
    private const int Months = 12;
    private const int Names = 3;

    /// <param name="view">Of any round of the pod, with all its rounds.</param>
    public static Card Draw(RoundView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var announced = view.Rounds.Where(round => round.State is RoundState.Announced).ToValueList();
        var title = texts["award.hall", view.Pod.Name];
        if (announced.Count == 0)
            return new Card(texts["award.hall_empty"], Tone.Neutral, [new Block.Heading(title), new Block.Paragraph(texts.Runs("award.hall_empty"))]);
        return new Card(title, Tone.Good, [
            new Block.Heading(title),
            new Block.Bullets(announced.Take(Months).Select(round => Line(round, view, reader)).ToValueList()),
            .. Enum.GetValues<Award>().SelectMany(award => Best(award, announced, view, reader)),
        ]);
    }

    /// <returns>Null when the year has no announced round.</returns>
    public static Card? Year(RoundView view, int year, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var rounds = view.Rounds.Where(round => round.Month.Year == year && round.State is RoundState.Announced).OrderBy(round => round.Month).ToValueList();
        if (rounds.Count == 0)
            return null;
        var title = texts["award.year", year];
        return new Card(title, Tone.Good, [
            new Block.Heading(title),
            new Block.Paragraph([new Run.Plain(texts.Count("award.year_rounds", rounds.Count))]),
            .. Enum.GetValues<Award>().SelectMany(award => Best(award, rounds, view, reader)),
            new Block.Bullets(rounds.Select(round => Line(round, view, reader)).ToValueList()),
            new Block.Note(texts.Runs("award.year_thanks")),
        ]);
    }

    private static ValueList<Run> Line(Round round, RoundView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var results = ((RoundState.Announced)round.State).Results;
        return [
            new Run.Strong(AwardWords.Month(round.Month, texts) + ": "),
            new Run.Plain(string.Join(' ', results.Select(result => ResultCard.Headline(result, view, reader)))),
        ];
    }

    private static IEnumerable<Block> Best(Award award, ValueList<Round> rounds, RoundView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var wins = HallOfFame.Wins(rounds, award);
        if (wins.Count == 0)
            yield break;
        var names = wins.Take(Names).Select(tally => texts["award.times", view.Roster.NameOf(tally.Member, reader), tally.Votes]);
        yield return new Block.Paragraph([new Run.Strong(AwardWords.Title(award, texts) + ": "), new Run.Plain(string.Join(", ", names))]);
        var latest = rounds.MaxBy(round => round.Month)!;
        foreach (var winner in HallOfFame.WinnersOf(latest, award))
        {
            if (HallOfFame.Streak(view.Rounds, award, winner, latest.Month) is var streak and > 1)
                yield return new Block.Note([new Run.Plain(texts["award.streak", view.Roster.NameOf(winner, reader), streak])]);
        }
    }
}
