using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Roster;
using NodaTime;
using NodaTime.Text;

namespace AlignmentBot.Cards.Awards;

/// <summary>The words for months, awards, people and figures.</summary>
public static class AwardWords
{
    private const int QuoteLength = 160;

    public static string Month(YearMonth month, Texts texts) => YearMonthPattern.Create("MMMM uuuu", texts.Language).Format(month);

    public static string Title(Award award, Texts texts) => texts[award switch
    {
        Award.Seller => "award.seller",
        Award.Marketer => "award.marketer",
    }];

    public static string Side(Side side, Texts texts) => texts[side switch
    {
        Domain.Roster.Side.Sales => "award.side.sales",
        Domain.Roster.Side.Marketing => "award.side.marketing",
    }];

    /// <summary>Names in a row, such as "Rosa, Sam and Dina".</summary>
    public static string Names(IEnumerable<MemberId> members, RoundView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var names = members.Select(member => view.Roster.NameOf(member, reader)).ToList();
        return names.Count < 2 ? string.Concat(names) : texts["award.and", string.Join(", ", names.SkipLast(1)), names[^1]];
    }

    /// <summary>The same people, each notified.</summary>
    public static IEnumerable<Run> People(ValueList<MemberId> members, RoundView view, Reader reader)
    {
        for (var index = 0; index < members.Count; index++)
        {
            if (index > 0)
                yield return new Run.Plain(", ");
            yield return view.Roster.Find(members[index]) is { } member
                ? new Run.Person(member.Name, member.SlackUser, member.TeamsUser, Notify: true)
                : new Run.Plain(view.Roster.NameOf(members[index], reader));
        }
    }

    /// <summary>A share, or a dash where too few stand behind it.</summary>
    public static string Percent(Share share, Texts texts) =>
        share.Percent is { } percent ? texts["award.percent", percent] : texts["award.too_few"];

    public static string Time(Duration? time, Texts texts) => time switch
    {
        null => texts["award.too_few"],
        { TotalMinutes: < 1 } => texts["award.under_a_minute"],
        { TotalHours: < 1 } => texts["award.minutes", (int)time.Value.TotalMinutes],
        { TotalHours: < 48 } => texts["award.hours", (int)time.Value.TotalHours, time.Value.Minutes],
        _ => texts["award.hours_only", (int)time.Value.TotalHours],
    };

    /// <summary>A nominee's brief: the same lines for everybody.</summary>
    public static ValueList<Fact> Brief(Award award, NomineeFigures figures, Texts texts)
    {
        Fact Line(string key, string value) => new(texts[key], [new Run.Plain(value)]);
        var kept = Line("award.fact.kept", Percent(figures.Kept, texts));
        var wins = Line("award.fact.wins", figures.Wins.ToString(texts.Language));
        return award switch
        {
            Award.Seller =>
            [
                kept, Line("award.fact.decide", Time(figures.Decide, texts)), Line("award.fact.contact", Time(figures.Contact, texts)), wins,
            ],
            Award.Marketer =>
            [
                kept, Line("award.fact.accepted", Percent(figures.Accepted, texts)), Line("award.fact.complete", Percent(figures.Complete, texts)),
                Line("award.fact.answered", Percent(figures.Answered, texts)), wins,
            ],
        };
    }

    /// <summary>Whether a brief has a dash, since too few leads stand behind a figure.</summary>
    public static bool LeavesOut(Award award, NomineeFigures figures) => figures.Kept.Percent is null || award switch
    {
        Award.Seller => figures.Decide is null || figures.Contact is null,
        Award.Marketer => figures.Accepted.Percent is null || figures.Complete.Percent is null || figures.Answered.Percent is null,
    };

    /// <summary>The brief on one line.</summary>
    public static string ShortBrief(Award award, NomineeFigures figures, Texts texts) => award switch
    {
        Award.Seller => texts["award.short.seller", Percent(figures.Kept, texts), Time(figures.Decide, texts), figures.Wins],
        Award.Marketer => texts["award.short.marketer", Percent(figures.Kept, texts), Percent(figures.Accepted, texts), figures.Wins],
    };

    /// <summary>What colleagues said of somebody, as far as it may be shown.</summary>
    public static IEnumerable<Block> Quotes(Nominee nominee, RoundView view, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        return nominee.Quotes
            .Select(id => view.Kudos.GetValueOrDefault(id))
            .OfType<Kudos>()
            .Select(kudos => new Block.Note(texts.Runs("award.quote", new Run.Plain(TextCut.To(TextClean.OneLine(kudos.Words), QuoteLength)), new Run.Plain(view.Roster.NameOf(kudos.From, reader)))));
    }

    /// <summary>Why nobody votes on a ballot.</summary>
    public static string NotVoted(Award award, BallotMode mode, Texts texts)
    {
        var (key, side) = mode switch
        {
            BallotMode.Undecided => ("award.mode.undecided", AwardSides.Voters(award)),
            BallotMode.Declined => ("award.mode.declined", AwardSides.Voters(award)),
            BallotMode.NoNominees => ("award.mode.no_nominees", AwardSides.Nominees(award)),
            BallotMode.NoVoters => ("award.mode.no_voters", AwardSides.Voters(award)),
            BallotMode.Secret or BallotMode.Open => throw new ArgumentOutOfRangeException(nameof(mode), mode, "People vote on it."),
        };
        return texts[key, Title(award, texts), Side(side, texts)];
    }
}
