using AlignmentBot.Bot.Handlers.Commands;

namespace AlignmentBot.Tests.Bot.Handlers;

public sealed class NearestWordTests
{
    private static readonly string[] Commands = ["help", "leads", "lead", "stats"];

    [Theory]
    [InlineData("hlep", "help")]
    [InlineData("leds", "leads")]
    [InlineData("LEAD", "lead")]
    [InlineData("stat", "stats")]
    public void Mistyped_word_finds_its_neighbour(string typed, string meant) => Assert.Equal(meant, NearestWord.Of(typed, Commands));

    [Fact]
    public void Something_else_altogether_finds_nothing() => Assert.Null(NearestWord.Of("weather", Commands));
}
