using AlignmentBot.Bot.Channels.Slack.Inbound;
using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.Bot.Slack;

/// <summary>What was written in Slack, as another platform shows it.</summary>
public sealed class PlainWordsTests
{
    [Theory]
    [InlineData("Calling them at 3.", "Calling them at 3.")]
    [InlineData("  R&amp;D asks: 2 &lt; 3?  ", "R&D asks: 2 < 3?")]
    [InlineData("<@U-max> knows them", "@Max knows them")]
    [InlineData("<@U0NOBODY> knows them", "@somebody knows them")]
    [InlineData("<@U1|kim> knows them", "@kim knows them")]
    [InlineData("see <#C1|general> and <#C2>", "see #general and #a channel")]
    [InlineData("<!here> look", "@here look")]
    [InlineData("<!subteam^S1|@marketing> look", "@marketing look")]
    [InlineData("<https://example.com/a?b=1&amp;c=2>", "https://example.com/a?b=1&c=2")]
    [InlineData("<https://example.com|their page>", "their page (https://example.com)")]
    [InlineData("<mailto:ada@example.com|ada@example.com>", "ada@example.com")]
    public async Task Marks_become_words(string written, string shown)
    {
        await using var bot = await BotKit.Start();

        Assert.Equal(shown, await SlackPlainWords.Of(written, null, bot.Store, BotKit.Ct));
    }

    [Fact]
    public async Task Nothing_written_is_nothing_to_carry()
    {
        await using var bot = await BotKit.Start();

        Assert.Null(await SlackPlainWords.Of(" ", null, bot.Store, BotKit.Ct));
    }
}
