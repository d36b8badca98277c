using AlignmentBot.Bot.Channels.Slack;
using AlignmentBot.Bot.Hosting;
using Microsoft.Extensions.Configuration;

namespace AlignmentBot.Tests.Bot.Slack;

/// <summary>What the configuration must say.</summary>
public sealed class SlackSettingsTests
{
    [Fact]
    public void Slack_is_off_when_nothing_is_said_of_it() => Assert.Null(SlackSettings.Read(new ConfigurationBuilder().Build()));

    [Fact]
    public void Secret_and_token_are_enough()
    {
        var settings = Read(("BotToken", "xoxb-1"), ("SigningSecret", "s"));

        Assert.Equal("https://slack.com/api/", settings!.Api.ToString());
        Assert.Equal(TimeSpan.FromSeconds(1), settings.MessageGap);
        Assert.Null(settings.AppToken);
    }

    [Fact]
    public void App_token_takes_the_place_of_the_secret() => Assert.Null(Read(("BotToken", "xoxb-1"), ("AppToken", "xapp-1"))!.SigningSecret);

    [Theory]
    [InlineData("Slack:SigningSecret is empty", "BotToken=xoxb-1")]
    [InlineData("Slack:SigningSecret is empty", "BotToken=xoxb-1;SigningSecret=")]
    [InlineData("Slack:SigningSecret is empty", "BotToken=xoxb-1;SigningSecret=  ")]
    [InlineData("Slack:BotToken is empty", "SigningSecret=s")]
    [InlineData("Slack:BotToken is not a bot token", "SigningSecret=s;BotToken=abc")]
    [InlineData("Slack:AppToken is not an app-level token", "BotToken=xoxb-1;AppToken=xoxb-2")]
    [InlineData("Slack:ApiBaseUrl is \"http://slack.example.com/api/\"", "BotToken=xoxb-1;SigningSecret=s;ApiBaseUrl=http://slack.example.com/api/")]
    [InlineData("Slack:ApiBaseUrl is \"api\"", "BotToken=xoxb-1;SigningSecret=s;ApiBaseUrl=api")]
    [InlineData("Slack:MessageGap is 00:01:01", "BotToken=xoxb-1;SigningSecret=s;MessageGap=00:01:01")]
    [InlineData("Slack:CallTimeout is 00:00:00.5", "BotToken=xoxb-1;SigningSecret=s;CallTimeout=00:00:00.5")]
    [InlineData("Section Slack", "BotToken=xoxb-1;SigningSecret=s;MessageGap=soon")]
    public void Fault_is_a_sentence_that_names_the_key(string sentence, string section)
    {
        var keys = section.Split(';').Select(pair => pair.Split('=', 2)).Select(pair => (pair[0], pair[1])).ToArray();

        var faults = Assert.Throws<StartupFaultException>(() => Read(keys)).Faults;

        Assert.StartsWith(sentence, Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Fault_never_shows_a_secret()
    {
        var fault = Assert.Throws<StartupFaultException>(() => Read(("BotToken", "hush"), ("AppToken", "hush-too")));

        Assert.DoesNotContain("hush", fault.Message, StringComparison.Ordinal);
    }

    private static SlackSettings? Read(params (string Key, string Value)[] keys) => SlackSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(keys.Select(key => KeyValuePair.Create("Slack:" + key.Key, (string?)key.Value)))
        .Build());
}
