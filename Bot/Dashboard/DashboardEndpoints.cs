using AlignmentBot.Bot.Dashboard.Access;
using AlignmentBot.Bot.Dashboard.Figures;
using AlignmentBot.Bot.Dashboard.OpenId;
using AlignmentBot.Bot.Hosting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.FileProviders;

namespace AlignmentBot.Bot.Dashboard;

/// <summary>The pages below <c>/dashboard</c>.</summary>
public static class DashboardEndpoints
{
    /// <summary>More than any form of ours fills.</summary>
    private const int BodyLimit = 16 * 1024;

    /// <exception cref="StartupFaultException">Section <c>Dashboard</c> or <c>PublicUrl</c> is wrong.</exception>
    public static void AddDashboard(this IServiceCollection services, IConfiguration configuration, HostPlace place, string keysFolder)
    {
        var settings = DashboardSettings.Read(configuration, place);
        services.AddSingleton(settings);
        services.AddSingleton<WebAddress>();
        services.AddSingleton<SignInLinks>();
        services.AddSingleton<DashboardSessions>();
        services.AddSingleton<Entrance>();
        services.AddSingleton<DashboardReading>();
        services.AddSingleton<DashboardFeed>();
        services.AddSingleton<DashboardPages>();
        services.AddRazorComponents();
        services.AddAntiforgery();
        var authentication = services.AddAuthentication().AddCookie(DashboardSessions.Scheme, cookie => Configure(cookie, settings, keysFolder));
        foreach (var provider in settings.Providers)
            authentication.AddOpenId(provider, settings.Https);
    }

    /// <summary>Before everything else that answers below <c>/dashboard</c>, so that whatever is sent from there has its headers.</summary>
    public static void UseDashboard(this WebApplication app) => app.UseWhen(http => DashboardGuard.Covers(http.Request.Path), page =>
    {
        page.Use(DashboardGuard.Check);
        page.UseStaticFiles(Files());
    });

    public static void MapDashboard(this WebApplication app)
    {
        var pages = app.MapGroup(DashboardPaths.Start).ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(BodyLimit));
        pages.MapGet("/enter/{secret}", (string secret, HttpContext http, Entrance door, CancellationToken ct) => door.Show(secret, http, ct));
        pages.MapPost("/enter/{secret}", (string secret, HttpContext http, Entrance door, CancellationToken ct) => door.Enter(secret, http, ct));
        pages.MapPost("/leave", (HttpContext http, Entrance door, CancellationToken ct) => door.Leave(http, ct));
        pages.MapGet("/sign-in/{provider}", (string provider, string? back, Entrance door) => door.SignIn(provider, back));
        pages.MapGet("", (HttpContext http, DashboardPages start, CancellationToken ct) => start.Start(http, ct));
        pages.MapGet("/figures", (HttpContext http, DashboardPages start, CancellationToken ct) => start.Figures(http, ct));
        pages.MapGet("/live", DashboardLive.Open);
    }

    private static void Configure(CookieAuthenticationOptions options, DashboardSettings settings, string keysFolder)
    {
        // The prefix has browsers insist on https and on this very host.
        options.Cookie.Name = settings.Https ? "__Host-alignmentbot" : "alignmentbot";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = settings.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.Cookie.Path = "/";
        // An age and not a date: browsers whose clock is wrong keep it just as long.
        options.Cookie.MaxAge = settings.SessionLength;
        options.ExpireTimeSpan = settings.SessionLength;
        options.SlidingExpiration = false;
        // Keys of its own folder in every case, so that people stay signed in over a restart of the bot.
        options.DataProtectionProvider = ProtectionKeys.Open(keysFolder);
    }

    private static StaticFileOptions Files()
    {
        var root = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        return new StaticFileOptions
        {
            // Colours and the icon are those of the local page.
            FileProvider = new CompositeFileProvider(new PhysicalFileProvider(Path.Combine(root, "dashboard")), new PhysicalFileProvider(Path.Combine(root, "local"))),
            RequestPath = DashboardPaths.Assets,
            // Revalidated each time, so that a new program is never served with an old script.
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache",
        };
    }
}
