using System.Text;
using AlignmentBot.Bot.Configuration;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Tests.Fakes;
using Microsoft.Extensions.Configuration;

namespace AlignmentBot.Tests.Bot.Configuration;

public sealed class ApiSettingsTests
{
    private const string Secret = "0123456789-0123456789-0123";

    [Fact]
    public void Defaults_are_50_a_second_with_200_at_once_and_no_keys()
    {
        var settings = Read("{}", out var faults);

        Assert.Empty(faults);
        Assert.Equal(new ApiSettings(null, 50, 200, []), settings);
    }

    [Theory]
    [InlineData("""{"Api":{"RequestsPerSecond":0}}""", "Api:RequestsPerSecond is \"0\". It must be a whole number from 1 to 10000.")]
    [InlineData("""{"Api":{"Burst":"many"}}""", "Api:Burst is \"many\". It must be a whole number from 1 to 100000.")]
    [InlineData("""{"PublicUrl":"leads.example.com"}""", "PublicUrl is \"leads.example.com\". It must be an address such as https://bot.example.com.")]
    [InlineData("""{"PublicUrl":"ftp://leads.example.com"}""", "PublicUrl is \"ftp://leads.example.com\". It must be an address such as https://bot.example.com.")]
    [InlineData("""{"Api":{"PublicUrl":"https://leads.example.com"}}""", "Api:PublicUrl is not known. Known here: RequestsPerSecond, Burst, Keys.")]
    [InlineData("""{"Api":{"Bursts":1}}""", "Api:Bursts is not known. Did you mean Burst? Known here: RequestsPerSecond, Burst, Keys.")]
    [InlineData("""{"Api":{"Keys":[{"Name":"crm","Scopes":["leads:write"]}]}}""", "Api:Keys:0:Secret is missing. Give at least 24 visible ASCII characters without blanks, such as openssl rand -hex 24 makes.")]
    [InlineData("""{"Api":{"Keys":[{"Secret":"0123456789-0123456789-0123","Scopes":["leads:write"]}]}}""", "Api:Keys:0:Name is missing. Give what the key is for.")]
    [InlineData("""{"Api":{"Keys":[{"Name":"crm","Secret":"0123456789-0123456789-0123"}]}}""", "Api:Keys:0:Scopes is missing. Give at least one of leads:write, leads:read.")]
    [InlineData("""{"Api":{"Keys":[{"Name":"crm","Secret":"0123456789-0123456789-0123","Scopes":["leads:wite"]}]}}""", "Api:Keys:0:Scopes:0 is \"leads:wite\". It must be one of leads:write, leads:read. Did you mean leads:write?")]
    [InlineData("""{"Api":{"Keys":[{"Name":"a","Secret":"0123456789-0123456789-0123","Scopes":["leads:read"]},{"Name":"b","Secret":"0123456789-0123456789-0123","Scopes":["leads:read"]}]}}""", "Api:Keys:0:Secret and Api:Keys:1:Secret are the same. Give every key a secret of its own.")]
    [InlineData("""{"Api":{"Keys":[{"Name":"a","Secret":"0123456789-0123456789-0123","Scopes":["leads:read"]},{"Name":"a","Secret":"x0123456789-0123456789-0123","Scopes":["leads:read"]}]}}""", "Api:Keys:1:Name is \"a\". Another key has this name.")]
    public void Wrong_setting_is_named_with_its_key_value_and_rule(string json, string expected)
    {
        Read(json, out var faults);

        Assert.Equal([expected], faults);
    }

    [Theory]
    [InlineData(23, false)]
    [InlineData(24, true)]
    public void Secret_has_24_characters_at_least(int length, bool fine)
    {
        Read($$"""{"Api":{"Keys":[{"Name":"crm","Secret":"{{new string('s', length)}}","Scopes":["leads:read"] }] } }""", out var faults);

        Assert.Equal(fine, faults.Count == 0);
        Assert.DoesNotContain(faults, fault => fault.Contains("sss", StringComparison.Ordinal));
    }

    [Fact]
    public void Secret_with_a_blank_is_refused()
    {
        Read("""{"Api":{"Keys":[{"Name":"crm","Secret":"0123456789 0123456789 0123","Scopes":["leads:read"]}]}}""", out var faults);

        Assert.Equal(["Api:Keys:0:Secret is not usable. Give at least 24 visible ASCII characters without blanks, such as openssl rand -hex 24 makes."], faults);
    }

    [Fact]
    public void Settings_do_not_hold_the_secret()
    {
        var settings = Read($$"""{"Api":{"Keys":[{"Name":"crm","Secret":"{{Secret}}","Scopes":["leads:read"] }] } }""", out _);

        Assert.DoesNotContain(Secret, settings.ToString(), StringComparison.Ordinal);
        Assert.Single(settings.Keys);
    }

    [Fact]
    public async Task Bot_with_wrong_settings_says_all_of_them_and_does_not_start()
    {
        using var folder = new TempFolder();
        string[] args = ["--Storage:Path", folder.File("bot.db"), "--Local:Enabled", "false", "--Api:Burst", "0", "--Pods:0:id", "EMEA"];

        var faults = await Assert.ThrowsAsync<StartupFaultException>(() => BotHost.Build(args, TestContext.Current.CancellationToken));

        Assert.Equal(4, faults.Faults.Count);
        Assert.StartsWith("Api:Burst is \"0\".", faults.Faults[0], StringComparison.Ordinal);
        Assert.StartsWith("Pods:0:id is \"EMEA\".", faults.Faults[1], StringComparison.Ordinal);
    }

    private static ApiSettings Read(string json, out List<string> faults)
    {
        faults = [];
        return ApiSettings.Read(new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build(), faults);
    }
}
