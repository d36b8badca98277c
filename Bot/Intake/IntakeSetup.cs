using AlignmentBot.Bot.Configuration;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Bot.Intake.Description;
using AlignmentBot.Bot.Intake.Endpoints;
using AlignmentBot.Bot.Intake.Keys;
using Microsoft.AspNetCore.Authentication;

namespace AlignmentBot.Bot.Intake;

/// <summary>Puts the HTTP API together.</summary>
public static class IntakeSetup
{
    /// <summary>Adds the API, its keys, and the pods of the configuration (<see cref="PodsConfiguration"/>).</summary>
    /// <exception cref="StartupFaultException">Section <c>Api</c> or <c>Pods</c> is wrong.</exception>
    public static void AddIntake(this IServiceCollection services, IConfiguration configuration)
    {
        var faults = new List<string>();
        var settings = ApiSettings.Read(configuration, faults);
        var pods = PodsConfiguration.Read(configuration, faults);
        if (faults.Count > 0)
            throw new StartupFaultException(faults);

        services.AddSingleton(settings);
        services.AddSingleton(pods);
        services.AddSingleton<KeyRing>();
        services.AddSingleton<Calls>();
        services.AddSingleton<Deliveries>();
        services.AddSingleton<LeadIntake>();
        services.AddSingleton<OutcomeIntake>();
        services.AddSingleton<LeadQueries>();
        services.AddSingleton<BatchEndpoint>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null);
        var authorization = services.AddAuthorizationBuilder();
        foreach (var scope in KeyScopes.All)
        {
            authorization.AddPolicy(scope, policy => policy
                .AddAuthenticationSchemes(ApiKeyHandler.SchemeName)
                .RequireAuthenticatedUser()
                .RequireClaim(ApiKeyHandler.ScopeClaim, scope));
        }

        services.AddRateLimits(settings);
        services.AddApiDescription();
    }

    /// <summary>Maps <c>/api/leads</c> and <c>/openapi/v1.json</c>.</summary>
    public static void MapIntake(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.MapOpenApi();

        var leads = app.MapGroup("/api/leads").RequireRateLimiting(RateLimits.Policy);
        leads.MapPost("", LeadEndpoints.HandOver).Needs(KeyScopes.LeadsWrite).DescribeHandOver();
        leads.MapPost("/batch", (HttpContext http, BatchEndpoint batch, CancellationToken ct) => batch.HandOver(http, ct)).Needs(KeyScopes.LeadsWrite).DescribeBatch();
        leads.MapPost("/{id}/outcomes", LeadEndpoints.Report).Needs(KeyScopes.LeadsWrite).DescribeReport();
        leads.MapGet("/{id}", (string id, HttpContext http, LeadQueries queries, CancellationToken ct) => queries.One(http, id, ct)).Needs(KeyScopes.LeadsRead).DescribeOne();
        leads.MapGet("", (HttpContext http, LeadQueries queries, CancellationToken ct) => queries.List(http, ct)).Needs(KeyScopes.LeadsRead).DescribeList();
    }

    private static RouteHandlerBuilder Needs(this RouteHandlerBuilder endpoint, string scope) =>
        endpoint.RequireAuthorization(scope).WithMetadata(new NeedsScope(scope));
}
