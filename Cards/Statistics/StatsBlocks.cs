using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Statistics;

namespace AlignmentBot.Cards.Statistics;

/// <summary>Parts that several cards of figures share.</summary>
internal static class StatsBlocks
{
    public static Fact Fact(string label, string value) => new(label, [new Run.Plain(value)]);

    /// <summary>What the marks mean, and where there is more.</summary>
    public static Block Foot(StatsView view, Texts texts, bool marked)
    {
        var runs = new List<Run>();
        if (marked)
            runs.Add(new Run.Plain(texts["stats.marks"] + " "));
        runs.Add(view.Page is { } page ? new Run.Link(texts["stats.more"], page) : new Run.Plain(texts["stats.more"]));
        return new Block.Note(runs.ToValueList());
    }

    public static Block Define(Texts texts) => new Block.Buttons(
        [new Button(ActionIds.StatsDefine, texts["stats.button.define"], "all", ButtonStyle.Plain, Audience.Everyone.Instance)]);

    public static bool Marked(params IEnumerable<Rate> rates) => rates.Any(rate => rate is { Small: true, Of: > 0 });

    public static bool Marked(params IEnumerable<Spread> spreads) => spreads.Any(spread => spread is { Small: true, Count: > 0 });

    /// <summary>A whole number of percent for a chart, or nothing where too few leads stand behind it.</summary>
    public static double? Percent(Rate rate) => rate.Value * 100;
}
