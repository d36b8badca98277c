using AlignmentBot.Bot.Channels.Slack;
using AlignmentBot.Bot.Configuration;
using AlignmentBot.Bot.Hosting;
using Microsoft.Extensions.Configuration;

namespace AlignmentBot.Tests.Bot.Slack.Install;

/// <summary>The configuration of a bot for several workspaces.</summary>
public sealed class InstallSettingsTests
{
    private static readonly Dictionary<string, string?> Good = new(StringComparer.Ordinal)
    {
        ["PublicUrl"] = "https://bot.example.com/",
        ["Slack:ClientId"] = "123.456",
        ["Slack:ClientSecret"] = "hush",
        ["Slack:SigningSecret"] = "s",
    };

    [Fact]
    public void Several_workspaces_need_no_token()
    {
        var settings = SlackSettings.Read(Build(Good))!;

        Assert.Null(settings.BotToken);
        Assert.Equal(("123.456", "https://bot.example.com/slack/oauth/callback", TimeSpan.FromHours(2)), (settings.App!.ClientId, settings.App.RedirectUri, settings.App.RenewBefore));
    }

    [Theory]
    [InlineData("Slack:BotToken", "xoxb-1", "Slack:BotToken and Slack:ClientId are both set")]
    [InlineData("Slack:ClientId", null, "Slack:ClientId is empty")]
    [InlineData("Slack:ClientSecret", null, "Slack:ClientSecret is empty")]
    [InlineData("PublicUrl", null, "PublicUrl is empty")]
    [InlineData("PublicUrl", "http://bot.example.com", "PublicUrl is \"http://bot.example.com\"")]
    [InlineData("PublicUrl", "https://bot.example.com/?x=1", "PublicUrl is \"https://bot.example.com/?x=1\"")]
    [InlineData("PublicUrl", "bot.example.com", "PublicUrl is \"bot.example.com\"")]
    [InlineData("Slack:RenewBefore", "00:00:59", "Slack:RenewBefore is 00:00:59")]
    [InlineData("Slack:RenewBefore", "06:00:01", "Slack:RenewBefore is 06:00:01")]
    [InlineData("Slack:SigningSecret", null, "Slack:SigningSecret is empty")]
    public void Wrong_setting_is_named(string key, string? value, string says)
    {
        var fault = Assert.Single(Assert.Throws<StartupFaultException>(() => SlackSettings.Read(Build(new(Good, StringComparer.Ordinal) { [key] = value }))).Faults);

        Assert.Contains(says, fault, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Slack:RenewBefore", "00:01:00")]
    [InlineData("Slack:RenewBefore", "06:00:00")]
    [InlineData("PublicUrl", "http://127.0.0.1:5080")]
    public void Setting_at_the_edge_is_taken(string key, string value) =>
        Assert.NotNull(SlackSettings.Read(Build(new(Good, StringComparer.Ordinal) { [key] = value })));

    [Fact]
    public void Token_that_ends_by_itself_is_refused_in_the_configuration()
    {
        var keys = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Slack:BotToken"] = "xoxe.xoxb-1-hush", ["Slack:SigningSecret"] = "s" };

        var fault = Assert.Single(Assert.Throws<StartupFaultException>(() => SlackSettings.Read(Build(keys))).Faults);

        Assert.Contains("ends after 12 hours", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("T0123ABCD/C0123ABCD", true)]
    [InlineData("E0123ABCD/G0123ABCD", true)]
    [InlineData("C0123ABCD", true)]
    [InlineData("/C0123ABCD", false)]
    [InlineData("T0123ABCD/", false)]
    [InlineData("C0123ABCD/T0123ABCD", false)]
    public void Channel_may_name_its_workspace(string channel, bool fine)
    {
        Assert.Equal(fine, RosterRules.SlackChannel(channel) is null);
        Assert.Equal(fine, RosterRules.SlackUser(channel.Replace("/C", "/U", StringComparison.Ordinal).Replace("/G", "/W", StringComparison.Ordinal).Replace("C0123ABCD", "U0123ABCD", StringComparison.Ordinal)) is null);
    }

    private static IConfiguration Build(Dictionary<string, string?> keys) =>
        new ConfigurationBuilder().AddInMemoryCollection(keys.Where(key => key.Value is not null)).Build();
}
