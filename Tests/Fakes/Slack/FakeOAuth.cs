using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace AlignmentBot.Tests.Fakes.Slack;

/// <summary>
/// Slack's door for apps: the page on which a person lets the app in, and the tokens. As strict as Slack and a little more: a refresh token
/// that is used twice, credentials in the form or another redirect address fail the test.
/// </summary>
public sealed class FakeOAuth(Action<string> violate)
{
    public const string ClientId = "123.456";
    public const string ClientSecret = "client-secret-that-nobody-sees";

    private readonly ConcurrentDictionary<string, FakeCode> codes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FakeToken> tokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FakeTeam> refreshTokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> spent = new(StringComparer.Ordinal);
    private int count;

    /// <summary>The workspace of the person who comes to the page next.</summary>
    public FakeTeam Next { get; set; } = FakeTeam.Example;

    /// <summary>The person says no.</summary>
    public bool Decline { get; set; }

    /// <summary>Seconds that a token lives; null where the app's tokens do not rotate.</summary>
    public int? Rotation { get; set; }

    /// <summary>What the token endpoint answers instead, such as <c>bad_client_secret</c>.</summary>
    public string? Refusal { get; set; }

    /// <summary>Which workspace a channel is in. A message by another workspace's token fails the test.</summary>
    public Dictionary<string, string> TeamOfChannel { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<string> Refreshes { get; } = new();

    /// <summary>Every token that was ever given, in order.</summary>
    public ConcurrentQueue<string> Given { get; } = new();

    /// <summary>A refresh token whose answer is lost counts as used, and may be tried again without failing the test.</summary>
    public bool AnswersGetLost { get; set; }

    /// <summary><c>GET /oauth/v2/authorize</c>: the person decides at once.</summary>
    public IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        var scopes = query["scope"].ToString().Split(',');
        if (query["client_id"] != ClientId || !scopes.ToHashSet(StringComparer.Ordinal).SetEquals(FakeSlackRules.GrantedScopes))
            violate("authorize: not this app's id or scopes");
        if (query["state"].ToString().Length < 43)
            violate("authorize: a state of fewer than 256 bits");
        var redirect = query["redirect_uri"].ToString();
        if (Decline)
            return Results.Redirect($"{redirect}?error=access_denied&state={Uri.EscapeDataString(query["state"]!)}");
        var code = string.Create(CultureInfo.InvariantCulture, $"code-{Interlocked.Increment(ref count)}");
        codes[code] = new FakeCode(Next, redirect, string.Join(',', scopes));
        return Results.Redirect($"{redirect}?code={code}&state={Uri.EscapeDataString(query["state"]!)}");
    }

    /// <summary><c>oauth.v2.access</c>.</summary>
    public JsonObject Access(HttpRequest request, IFormCollection form)
    {
        var basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ClientId}:{ClientSecret}"));
        if (form.ContainsKey("client_secret"))
            violate("oauth.v2.access: the secret is in the form");
        if (request.Headers.Authorization != basic)
            return Error("bad_client_secret");
        if (Refusal is { } refusal)
            return Error(refusal);
        return form["grant_type"] == "refresh_token" ? Refresh(form["refresh_token"].ToString()) : Exchange(form["code"].ToString(), form["redirect_uri"].ToString());
    }

    /// <summary>Slack's error for a call by this token, or null; null as well for tokens that are not of this kind.</summary>
    public string? ErrorOf(string token) => tokens.TryGetValue(token, out var known) ? known.Error : null;

    public FakeTeam? TeamOf(string token) => tokens.TryGetValue(token, out var known) ? known.Team : null;

    /// <summary>Every token of the workspace answers with this error from now on.</summary>
    public void Spoil(FakeTeam team, string error)
    {
        foreach (var (token, known) in tokens.Where(token => token.Value.Team == team))
            tokens[token] = known with { Error = error };
    }

    /// <summary>Every token of the workspace works again.</summary>
    public void Heal(FakeTeam team)
    {
        foreach (var (token, known) in tokens.Where(token => token.Value.Team == team))
            tokens[token] = known with { Error = null };
    }

    public void CheckChannel(string token, JsonObject arguments)
    {
        if (arguments["channel"]?.GetValue<string>() is { } channel && TeamOfChannel.TryGetValue(channel, out var owner) && TeamOf(token)?.Id != owner)
            violate($"{channel} of {owner} was called by the token of {TeamOf(token)?.Id}");
    }

    private JsonObject Exchange(string code, string redirect)
    {
        if (!codes.TryRemove(code, out var issued))
            return Error("invalid_code");
        if (issued.Redirect != redirect)
            violate($"oauth.v2.access: redirect_uri {redirect} is not {issued.Redirect}");
        return Pair(issued.Team, issued.Scopes);
    }

    private JsonObject Refresh(string refreshToken)
    {
        Refreshes.Enqueue(refreshToken);
        if (!refreshTokens.TryRemove(refreshToken, out var team))
        {
            if (spent.ContainsKey(refreshToken) && !AnswersGetLost)
                violate("oauth.v2.access: a refresh token is used twice");
            return Error("invalid_refresh_token");
        }

        spent[refreshToken] = team.Id;
        return Pair(team, string.Join(',', FakeSlackRules.GrantedScopes));
    }

    private JsonObject Pair(FakeTeam team, string scopes)
    {
        var number = Interlocked.Increment(ref count);
        var token = string.Create(CultureInfo.InvariantCulture, $"{(Rotation is null ? "xoxb" : "xoxe.xoxb-1")}-{team.Id}-{number}-bytes");
        tokens[token] = new FakeToken(team, null);
        Given.Enqueue(token);
        var answer = new JsonObject
        {
            ["ok"] = true,
            ["access_token"] = token,
            ["token_type"] = "bot",
            ["scope"] = scopes,
            ["bot_user_id"] = team.BotUser,
            ["app_id"] = "A0APP",
            ["team"] = team.WholeOrganisation ? null : Place(team.Id, team.Name),
            ["enterprise"] = team.Enterprise is null ? null : Place(team.Enterprise, "Example Group"),
            ["is_enterprise_install"] = team.WholeOrganisation,
            ["authed_user"] = new JsonObject { ["id"] = "U0ADMIN" },
        };
        if (Rotation is not { } seconds)
            return answer;
        var refreshToken = string.Create(CultureInfo.InvariantCulture, $"xoxe-1-{team.Id}-{number}-bytes");
        refreshTokens[refreshToken] = team;
        Given.Enqueue(refreshToken);
        answer["refresh_token"] = refreshToken;
        answer["expires_in"] = seconds;
        return answer;
    }

    private static JsonObject Place(string id, string name) => new() { ["id"] = id, ["name"] = name };

    private static JsonObject Error(string error) => new() { ["ok"] = false, ["error"] = error };

    private sealed record FakeCode(FakeTeam Team, string Redirect, string Scopes);

    private sealed record FakeToken(FakeTeam Team, string? Error);
}

/// <summary>A workspace that may install the app.</summary>
/// <param name="WholeOrganisation">The app is installed for the organisation, whose id is then the workspace's.</param>
public sealed record FakeTeam(string Id, string Name, string BotUser, string? Enterprise = null, bool WholeOrganisation = false)
{
    public static readonly FakeTeam Example = new("T0TEAM", "Example Ltd", "U0BOT");
    public static readonly FakeTeam Other = new("T0OTHER", "Other & Sons", "U0BOT2");
    public static readonly FakeTeam Group = new("E0GROUP", "Example Group", "U0BOT3", "E0GROUP", WholeOrganisation: true);
}
