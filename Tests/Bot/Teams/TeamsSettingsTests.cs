using AlignmentBot.Bot.Channels.Teams;
using AlignmentBot.Bot.Hosting;
using Microsoft.Extensions.Configuration;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>What the configuration must say.</summary>
public sealed class TeamsSettingsTests
{
    private const string Enough = "AppId=app;ClientSecret=hush;TenantId=t1";

    private static readonly HostPlace Loopback = new(Development: false, OnLoopback: true);
    private static readonly HostPlace Open = new(Development: false, OnLoopback: false);

    [Fact]
    public void Teams_is_off_when_nothing_is_said_of_it() => Assert.Null(TeamsSettings.Read(new ConfigurationBuilder().Build(), Open));

    [Fact]
    public void App_secret_and_tenant_are_enough()
    {
        var settings = Read(Enough)!;

        Assert.Equal((TeamsAppType.SingleTenant, "t1"), (settings.AppType, settings.TokenTenant));
        Assert.Equal("https://login.botframework.com/v1/.well-known/openidconfiguration", settings.OpenIdMetadata.ToString());
        Assert.IsType<TeamsCredential.Secret>(settings.Credential);
        Assert.False(settings.Anonymous);
    }

    [Theory]
    [InlineData("AppType=multitenant;AppId=app;ClientSecret=hush;AllowedTenants:0=t1", "botframework.com")]
    [InlineData("AppType=MultiTenant;AppId=app;ClientSecret=hush;AllowedTenants:0=t1;Cloud=usgov", "MicrosoftServices.onmicrosoft.us")]
    [InlineData("AppType=ManagedIdentity;AppId=app;TenantId=t1", "t1")]
    public void Tokens_come_from_the_tenant_of_the_kind_of_app(string section, string tenant) => Assert.Equal(tenant, Read(section)!.TokenTenant);

    [Fact]
    public void Government_cloud_has_addresses_of_its_own()
    {
        var settings = Read(Enough + ";Cloud=USGov")!;

        Assert.Equal(("https://api.botframework.us", "login.botframework.azure.us"), (settings.Cloud.Issuer, settings.OpenIdMetadata.Host));
        Assert.True(settings.MayCall(new Uri("https://smba.infra.gov.teams.microsoft.us/teams/")));
        Assert.False(settings.MayCall(new Uri("https://smba.trafficmanager.net/emea/")));
    }

    [Fact]
    public void Government_cloud_is_asked_for_tokens_connectors_and_people_at_its_own_addresses()
    {
        var cloud = Read(Enough + ";Cloud=USGov")!.Cloud;

        Assert.Equal(("login.microsoftonline.us", "https://api.botframework.us/.default"), (cloud.Authority.Host, cloud.Scope));
        Assert.Equal(("smba.infra.gov.teams.microsoft.us", "gov.teams.microsoft.us"), (cloud.FirstService.Host, cloud.Client.Host));
        Assert.Equal(("https://graph.microsoft.us/v1.0/", "https://graph.microsoft.us/.default"), (cloud.Graph.AbsoluteUri, cloud.GraphScope));
        Assert.All(cloud.Services, service => Assert.EndsWith(".teams.microsoft.us", service.Host, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/tenant/", true)]
    [InlineData("https://SMBA.trafficmanager.net:443/amer", true)]
    [InlineData("https://smba.example.com/teams", true)]
    [InlineData("http://smba.trafficmanager.net/emea/", false)]
    [InlineData("https://smba.trafficmanager.net:8443/emea/", false)]
    [InlineData("https://smba.trafficmanager.net.example.com/", false)]
    [InlineData("https://evil.example.com/smba.trafficmanager.net", false)]
    [InlineData("http://127.0.0.1:4000/", false)]
    public void Token_goes_to_known_connectors_only(string service, bool allowed) =>
        Assert.Equal(allowed, Read(Enough + ";AllowedServiceUrls:0=https://smba.example.com/")!.MayCall(new Uri(service)));

    [Fact]
    public void Own_tenant_and_the_named_ones_are_served()
    {
        var settings = Read(Enough + ";AllowedTenants:0=t2")!;

        Assert.True(settings.Serves("t1"));
        Assert.True(settings.Serves("T2"));
        Assert.False(settings.Serves("t3"));
        Assert.False(settings.Serves(null));
    }

    [Fact]
    public void Tools_on_this_machine_are_let_in_only_when_asked_for_and_on_loopback()
    {
        var settings = Read("AllowAnonymousLoopback=true", Loopback)!;

        Assert.Equal((true, null, null), (settings.Anonymous, settings.AppId, settings.Credential));
        Assert.True(settings.Serves("anybody"));
        Assert.True(settings.MayCall(new Uri("http://127.0.0.1:56150/_connector")));
        Assert.False(settings.MayCall(new Uri("https://evil.example.com/")));
        Assert.StartsWith("Teams:AllowAnonymousLoopback is true", Faults("AllowAnonymousLoopback=true", Open)[0], StringComparison.Ordinal);
        Assert.StartsWith("Teams:AppId is empty", Faults("AllowAnonymousLoopback=false", Loopback)[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Teams:AppId is empty", "ClientSecret=hush;TenantId=t1")]
    [InlineData("Teams:AppType is \"Both\"", "AppType=Both;AppId=app;ClientSecret=hush;TenantId=t1")]
    [InlineData("Teams:AppType is \"1\"", "AppType=1;AppId=app;ClientSecret=hush;TenantId=t1")]
    [InlineData("Teams:TenantId is empty", "AppId=app;ClientSecret=hush")]
    [InlineData("Teams:AllowedTenants is empty", "AppType=MultiTenant;AppId=app;ClientSecret=hush")]
    [InlineData("Teams:ClientSecret is empty", "AppId=app;TenantId=t1;ClientSecret= ")]
    [InlineData("Teams:ClientSecret and Teams:CertificatePath are both set", "AppId=app;TenantId=t1;ClientSecret=hush;CertificatePath=xunit.v3.core.dll")]
    [InlineData("Teams:CertificatePath is \"nowhere.pfx\"", "AppId=app;TenantId=t1;CertificatePath=nowhere.pfx")]
    [InlineData("Teams:CertificatePassword is set", Enough + ";CertificatePassword=hush")]
    [InlineData("Teams:AppType is ManagedIdentity", "AppType=ManagedIdentity;AppId=app;TenantId=t1;ClientSecret=hush")]
    [InlineData("Teams:Cloud is \"Moon\"", Enough + ";Cloud=Moon")]
    [InlineData("Teams:OpenIdMetadataUrl is \"http://login.example.com/\"", Enough + ";OpenIdMetadataUrl=http://login.example.com/")]
    [InlineData("Teams:TokenUrl is \"token\"", Enough + ";TokenUrl=token")]
    [InlineData("Teams:AllowedServiceUrls holds \"http://smba.example.com\"", Enough + ";AllowedServiceUrls:0=http://smba.example.com")]
    [InlineData("Teams:CallTimeout is 00:00:00.5", Enough + ";CallTimeout=00:00:00.5")]
    [InlineData("Teams:MessageGap is 00:01:01", Enough + ";MessageGap=00:01:01")]
    [InlineData("Section Teams", Enough + ";MessageGap=soon")]
    public void Fault_is_a_sentence_that_names_the_key(string sentence, string section)
    {
        var fault = Assert.Single(Faults(section, Open));

        Assert.StartsWith(sentence, fault, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", fault, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Faults(string section, HostPlace place) => Assert.Throws<StartupFaultException>(() => Read(section, place)).Faults;

    private static TeamsSettings? Read(string section, HostPlace? place = null) => TeamsSettings.Read(
        new ConfigurationBuilder()
            .AddInMemoryCollection(section.Split(';').Select(pair => pair.Split('=', 2)).Select(pair => KeyValuePair.Create("Teams:" + pair[0], (string?)pair[1])))
            .Build(),
        place ?? Open);
}
