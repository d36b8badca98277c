using System.Text;
using AlignmentBot.Tests.Fakes.Slack;

namespace AlignmentBot.Tests.Bot.Slack.Install;

/// <summary>Tokens at rest.</summary>
public sealed class InstallSecretTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_token_stands_in_the_database_or_in_the_log()
    {
        await using var bot = await InstallBot.StartInstalled(rotation: 43_200);
        await bot.Api(FakeTeam.Example).AuthTest(Ct);

        var file = Encoding.Latin1.GetString(bot.StoreBytes());
        Assert.Contains("Example Ltd", file, StringComparison.Ordinal);
        Assert.Equal(2, bot.Slack.OAuth.Given.Count);
        foreach (var token in bot.Slack.OAuth.Given)
        {
            Assert.DoesNotContain(token, file, StringComparison.Ordinal);
            Assert.DoesNotContain(token, bot.Log.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Tokens_still_open_after_a_restart()
    {
        await using var bot = await InstallBot.StartInstalled();

        await bot.Restart();
        await bot.HandOver();

        await bot.Until(() => bot.Workspace.In(InstallBot.ExampleChannel).Count == 1);
    }

    [Fact]
    public async Task Keys_lie_beside_the_database_for_the_bots_user_alone()
    {
        await using var bot = await InstallBot.StartInstalled();

        var folder = bot.Folder.File("keys");
        Assert.NotEmpty(Directory.GetFiles(folder, "key-*.xml"));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
    }

    [Fact]
    public async Task Without_the_keys_messages_are_parked_and_the_log_says_what_to_do()
    {
        await using var bot = await InstallBot.StartInstalled();

        await bot.Restart($"--Storage:KeysPath={bot.Folder.File("other-keys")}");
        await bot.HandOver();

        await InstallBot.UntilStored(async () => (await bot.ParkedReasons()).SequenceEqual(["keys_lost"]));
        Assert.Contains("Storage:KeysPath", bot.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_keys_are_back_what_was_parked_is_delivered()
    {
        await using var bot = await InstallBot.StartInstalled();
        await bot.Restart($"--Storage:KeysPath={bot.Folder.File("other-keys")}");
        await bot.HandOver();
        await InstallBot.UntilStored(async () => (await bot.ParkedReasons()).Count == 1);

        await bot.Restart();

        await bot.Until(() => bot.Workspace.In(InstallBot.ExampleChannel).Count == 1);
    }

    [Fact]
    public async Task Token_copied_to_another_workspaces_row_does_not_open()
    {
        await using var bot = await InstallBot.StartInstalled();
        await bot.Install(FakeTeam.Other);
        var example = await bot.Installed(FakeTeam.Example);
        var other = await bot.Installed(FakeTeam.Other);
        await bot.Store.SaveInstallation(other with { Secret = example.Secret }, Ct);

        await bot.Restart();

        await Assert.ThrowsAsync<AlignmentBot.Bot.Channels.ChannelRefusedException>(() => bot.Api(FakeTeam.Other).AuthTest(Ct));
    }
}
