using System.Globalization;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Statistics;
using AlignmentBot.Domain.Statistics;
using NodaTime;
using NodaTime.Text;

namespace AlignmentBot.Tests.Cards;

public sealed class PeriodWordsTests
{
    private static readonly LocalDate Today = new(2026, 11, 27);
    private static readonly Texts English = Texts.For(CultureInfo.GetCultureInfo("en"));

    [Theory]
    [InlineData("", "2026-11-01", "2026-11-30", "this month")]
    [InlineData(" Last  Month ", "2026-10-01", "2026-10-31", "last month")]
    [InlineData("quarter", "2026-10-01", "2026-12-31", "this quarter")]
    [InlineData("last quarter", "2026-07-01", "2026-09-30", "last quarter")]
    [InlineData("90d", "2026-08-30", "2026-11-27", "the last 90 days")]
    [InlineData("last 2 days", "2026-11-26", "2026-11-27", "the last 2 days")]
    [InlineData("last week", "2026-11-16", "2026-11-22", "last week")]
    [InlineData("dec", "2025-12-01", "2025-12-31", "December 2025")]
    [InlineData("October", "2026-10-01", "2026-10-31", "last month")]
    [InlineData("march 2025", "2025-03-01", "2025-03-31", "March 2025")]
    [InlineData("2026-02", "2026-02-01", "2026-02-28", "February 2026")]
    [InlineData("2026-10-01..2026-10-31", "2026-10-01", "2026-10-31", "last month")]
    [InlineData("2026-10-03 to 2026-10-31", "2026-10-03", "2026-10-31", "3 Oct 2026 to 31 Oct 2026")]
    public void Words_name_a_period_and_the_period_has_words(string typed, string from, string until, string said)
    {
        var read = Assert.IsType<PeriodReading.Known>(PeriodWords.Read(typed, Today));

        Assert.Equal((from, until), (LocalDatePattern.Iso.Format(read.Period.From), LocalDatePattern.Iso.Format(read.Period.Until)));
        Assert.Equal(said, PeriodWords.Say(read.Period, Today, English));
    }

    [Theory]
    [InlineData("soon", "I do not know the period \"soon\"")]
    [InlineData("2026-10-31..2026-10-01", "2026-10-01 is before 2026-10-31")]
    [InlineData("0d", "I do not know")]
    [InlineData("1099d", "more than three years")]
    [InlineData("2026-13", "I do not know")]
    public void What_is_no_period_is_said_so(string typed, string sentence) =>
        Assert.Contains(sentence, PeriodWords.Read(typed, Today).Fault(English), StringComparison.Ordinal);

    [Theory]
    [InlineData("1098d")]
    [InlineData("1d")]
    public void Longest_and_shortest_period_are_answered(string typed) => Assert.IsType<PeriodReading.Known>(PeriodWords.Read(typed, Today));

    [Fact]
    public void Every_figure_has_its_definition() => Assert.All(FigureNames.All, name => Assert.NotNull(FigureTexts.Define(name, English)));
}
