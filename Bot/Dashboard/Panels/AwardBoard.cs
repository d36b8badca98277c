using AlignmentBot.Bot.Handlers.Awards;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Awards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Dashboard.Panels;

/// <summary>Reads what the page shows of the monthly awards: who won, and nothing of those who did not.</summary>
public sealed class AwardBoard(IStore store, AwardReading reading, Certificates certificates)
{
    private const int MostMonths = 12;

    public async Task<AwardBoardView> Of(Pod pod, Reader reader, CancellationToken ct)
    {
        if ((await store.Rounds(pod.Id, 1, ct)).Select(stored => stored.Round).FirstOrDefault() is not { } latest)
            return AwardBoardView.Empty;
        var view = await reading.WithRounds(await reading.Of(latest, ct), ct);
        var announced = view.Rounds.Where(round => round.State is RoundState.Announced).ToList();
        var going = latest.State is RoundState.Open or RoundState.Paused or RoundState.Closed ? PlainText.Of(RoundCard.Status(view, reader).Runs, reader) : null;
        return new AwardBoardView(
            going,
            [.. announced.Take(MostMonths).Select(round => MonthOf(round, view, reader))],
            announced.Count == 0 ? [] : [.. Enum.GetValues<Award>().SelectMany(award => Drawn(announced[0], award, view, reader))],
            announced.Count == 0 ? [] : [.. Enum.GetValues<Award>().SelectMany(award => Streaks(announced[0], award, view, reader))]);
    }

    private static AwardMonth MonthOf(Round round, RoundView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        string? Winners(Award award) => HallOfFame.WinnersOf(round, award) is { Count: > 0 } winners ? AwardWords.Names(winners, view, reader) : null;
        string Leaders(Award award) => round.Find(award) is { AgreementLeaders.Count: > 0 } ballot ? AwardWords.Names(ballot.AgreementLeaders, view, reader) : texts["award.too_few"];
        return new AwardMonth(AwardWords.Month(round.Month, texts), Winners(Award.Seller), Winners(Award.Marketer), Leaders(Award.Seller), Leaders(Award.Marketer));
    }

    private IEnumerable<DrawnCertificate> Drawn(Round round, Award award, RoundView view, Reader reader)
    {
        if (HallOfFame.WinnersOf(round, award) is not { Count: > 0 } winners)
            yield break;
        var texts = Texts.For(reader.Language);
        var title = texts["award.winner", AwardWords.Title(award, texts), AwardWords.Names(winners, view, reader)];
        yield return new DrawnCertificate(certificates.Of(round, award).Path, title, texts["award.certificate", title + ".", AwardWords.Month(round.Month, texts)]);
    }

    private static IEnumerable<string> Streaks(Round round, Award award, RoundView view, Reader reader) => HallOfFame.WinnersOf(round, award)
        .Select(winner => (Name: view.Roster.NameOf(winner, reader), Months: HallOfFame.Streak(view.Rounds, award, winner, round.Month)))
        .Where(streak => streak.Months > 1)
        .Select(streak => Texts.For(reader.Language)["award.streak", streak.Name, streak.Months]);
}

/// <param name="Going">Where the round stands that is not over yet, in one sentence; null when there is none.</param>
/// <param name="Months">The announced ones, newest first.</param>
/// <param name="Certificates">Of the newest one.</param>
/// <param name="Streaks">Who won it several months in a row, a sentence each.</param>
public sealed record AwardBoardView(string? Going, IReadOnlyList<AwardMonth> Months, IReadOnlyList<DrawnCertificate> Certificates, IReadOnlyList<string> Streaks)
{
    public static readonly AwardBoardView Empty = new(null, [], [], []);
}

/// <summary>One month in words.</summary>
/// <param name="Seller">Null where nobody won.</param>
/// <param name="SalesLeader">Who kept the agreement best on the side of sales, whatever the vote said.</param>
public sealed record AwardMonth(string Month, string? Seller, string? Marketer, string SalesLeader, string MarketingLeader);

/// <param name="Title">Who got it for what.</param>
/// <param name="Alt">What the picture shows, in words.</param>
public sealed record DrawnCertificate(string Path, string Title, string Alt);
