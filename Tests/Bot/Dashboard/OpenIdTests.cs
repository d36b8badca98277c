using System.Net;
using AlignmentBot.Domain;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Web;

namespace AlignmentBot.Tests.Bot.Dashboard;

/// <summary>Sign-in at a provider: only its own people, and only by what it vouches for.</summary>
public sealed class OpenIdTests : IAsyncLifetime
{
    private FakeIssuer issuer = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => issuer = await FakeIssuer.Start();

    public ValueTask DisposeAsync() => issuer.DisposeAsync();

    [Fact]
    public async Task A_verified_mail_address_lets_its_member_in()
    {
        await using var bot = await Start("Slack", "T0HOME");
        Slack("T0HOME", "U0ROSA", "rosa@example.com", verified: true);

        Assert.Contains("Rosa Rep", await SignIn(bot, "slack"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_address_that_is_merely_written_there_lets_nobody_in()
    {
        await using var bot = await Start("Slack", "T0HOME");
        Slack("T0HOME", "U0ROSA", "rosa@example.com", verified: false);

        Assert.Contains("not on a roster here", await SignIn(bot, "slack"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_workspaces_people_stay_outside_whatever_their_address()
    {
        await using var bot = await Start("Slack", "T0HOME");
        Slack("T0OTHER", "U0ROSA", "rosa@example.com", verified: true);

        Assert.Contains("not on a roster here", await SignIn(bot, "slack"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("U0ROSA")]
    [InlineData("T0HOME/U0ROSA")]
    public async Task The_account_lets_its_member_in_without_any_address(string linked)
    {
        await using var bot = await Start("Slack", "T0HOME");
        var rosa = (await bot.Store.FindMember(new MemberId("sample-rosa"), Ct))!;
        await bot.Store.SaveMember(rosa with { SlackUser = linked }, Ct);
        Slack("T0HOME", "U0ROSA", "elsewhere@example.com", verified: false);

        Assert.Contains("Rosa Rep", await SignIn(bot, "slack"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "not on a roster here")]
    [InlineData(true, "Rosa Rep")]
    public async Task Entras_mail_address_counts_only_where_the_domains_owner_was_verified(bool verified, string expected)
    {
        await using var bot = await Start("Entra", "tenant-1");
        issuer.Claims["tid"] = "tenant-1";
        issuer.Claims["oid"] = "object-1";
        issuer.Claims["email"] = "rosa@example.com";
        if (verified)
            issuer.Claims["xms_edov"] = true;

        Assert.Contains(expected, await SignIn(bot, "entra"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_of_which_nothing_is_known_is_a_fault_with_a_name()
    {
        var fault = await Assert.ThrowsAsync<StartupFaultException>(() => RunningBot.Start(["--Dashboard:OpenIdConnect:Okta:ClientId=x"]));

        Assert.Equal(["Dashboard:OpenIdConnect:Okta is not a provider. Give Dashboard:OpenIdConnect:Slack or Dashboard:OpenIdConnect:Entra."], fault.Faults);
    }

    private Task<RunningBot> Start(string provider, string home) => RunningBot.Start(
    [
        $"--Dashboard:OpenIdConnect:{provider}:ClientId=client-1",
        $"--Dashboard:OpenIdConnect:{provider}:ClientSecret=a-secret",
        $"--Dashboard:OpenIdConnect:{provider}:Home={home}",
        $"--Dashboard:OpenIdConnect:{provider}:Authority={issuer.Address}",
    ]);

    private void Slack(string team, string user, string email, bool verified)
    {
        issuer.Claims["https://slack.com/team_id"] = team;
        issuer.Claims["https://slack.com/user_id"] = user;
        issuer.Claims["email"] = email;
        issuer.Claims["email_verified"] = verified;
    }

    /// <summary>Follows the way there and back, and returns what the last page says.</summary>
    private static async Task<string> SignIn(RunningBot bot, string provider)
    {
        using var client = new DashboardClient(bot);
        var next = new Uri(bot.Address, $"/dashboard/sign-in/{provider}");
        for (var hops = 0; hops < 6; hops++)
        {
            using var answer = await client.Http.GetAsync(next, Ct);
            if (answer.StatusCode is not (HttpStatusCode.Redirect or HttpStatusCode.SeeOther))
                return await answer.Content.ReadAsStringAsync(Ct);
            next = new Uri(next, answer.Headers.Location!);
        }

        throw new InvalidOperationException("The way in does not end.");
    }
}
