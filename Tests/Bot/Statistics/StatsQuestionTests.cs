using System.Globalization;
using AlignmentBot.Bot.Handlers.Statistics;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Statistics;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Tests.Bot.Statistics;

public sealed class StatsQuestionTests
{
    private static readonly LocalDate Today = new(2026, 11, 27);
    private static readonly Roster Roster = new(Everybody.Select(member => member with { SlackUser = "U0" + member.Id.Value.ToUpperInvariant() }));

    [Theory]
    [InlineData("", "EMEA")]
    [InlineData("pod", "EMEA")]
    [InlineData("me", "Rosa")]
    [InlineData("@sam", "Sam")]
    [InlineData("sam@example.com", "Sam")]
    [InlineData("<@U0SAM|sam>", "Sam")]
    [InlineData("<@U0SAM|Somebody of another name>", "Sam")]
    [InlineData("campaign Q4 webinar", "EMEA, campaign Q4 webinar")]
    [InlineData("source \"paid search\"", "EMEA, source paid search")]
    [InlineData("marketer Max", "Max")]
    [InlineData("agreement 2", "EMEA, leads under agreement 2")]
    public void Words_before_the_period_say_whose_figures(string who, string subject)
    {
        foreach (var (period, meant) in new[] { ("", Period.ThisMonth(Today)), ("last month", Period.LastMonth(Today)), ("2026-10-01..2026-10-05", new Period(new(2026, 10, 1), new(2026, 10, 5))) })
        {
            var asked = Assert.IsType<StatsQuestion.Asked>(Read($"{who} {period}"));
            Assert.Equal((subject, meant), (asked.Subject, asked.Period));
        }
    }

    [Fact]
    public void Person_is_counted_by_the_side()
    {
        Assert.Equal(new FigureFilter { Rep = Sam.Id }, Assert.IsType<StatsQuestion.Asked>(Read("@sam")).Filter);
        Assert.Equal(new FigureFilter { Marketer = "max@example.com" }, Assert.IsType<StatsQuestion.Asked>(Read("@max")).Filter);
    }

    [Theory]
    [InlineData("@nobody", "Nobody on this pod's roster is called \"nobody\"")]
    [InlineData("campain x", "I do not know \"campain x\"")]
    [InlineData("campaign", "Name the campaign too")]
    [InlineData("marketer sam", "Sam hands over no leads")]
    [InlineData("agreement two", "\"two\" is no version of the agreement")]
    [InlineData("pod 2026-10-31..2026-10-01", "Put the earlier day first")]
    public void What_is_not_understood_is_said_with_what_to_type(string typed, string sentence) =>
        Assert.Contains(sentence, Assert.IsType<StatsQuestion.Fault>(Read(typed)).Sentence, StringComparison.Ordinal);

    private static StatsQuestion Read(string typed) => StatsQuestion.Read(typed, Rosa, Emea, Roster, Today, Texts.For(CultureInfo.GetCultureInfo("en")));
}
