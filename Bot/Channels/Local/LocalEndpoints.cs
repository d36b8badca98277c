using AlignmentBot.Bot.Channels.Local.Page;
using AlignmentBot.Bot.Channels.Local.Sample;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.FileProviders;

namespace AlignmentBot.Bot.Channels.Local;

/// <summary>The local page: <c>/</c> and everything below <c>/local</c>.</summary>
public static class LocalEndpoints
{
    public const string Prefix = "/local";

    /// <summary>More than any form of ours fills.</summary>
    private const int BodyLimit = 64 * 1024;

    public static IServiceCollection AddLocalChannel(this IServiceCollection services)
    {
        services.AddSingleton<LocalFeed>();
        services.AddSingleton<LocalChannel>();
        services.AddSingleton<IChannel>(provider => provider.GetRequiredService<LocalChannel>());
        services.AddSingleton<LocalVisits>();
        services.AddSingleton<LocalReading>();
        services.AddSingleton<LocalPages>();
        services.AddSingleton<LocalReplies>();
        services.AddSingleton<LocalActions>();
        services.AddSingleton<LocalDoor>();
        services.AddSingleton<SampleDesk>();
        services.AddSingleton<SampleData>();
        services.AddRazorComponents();
        services.AddAntiforgery(options =>
        {
            options.HeaderName = LocalTokens.Header;
            options.Cookie.Name = "alignmentbot-local";
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = new KeysInMemory());
        // Neither a key that is never written nor a token from before a restart is news.
        services.AddLogging(logging => logging
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None));
        return services;
    }

    public static void MapLocalChannel(this WebApplication app)
    {
        app.UseWhen(http => LocalGuard.Covers(http.Request.Path), page =>
        {
            page.Use(LocalGuard.Check);
            page.UseStaticFiles(Files());
        });

        app.MapGet("/", (string? pod, [FromQuery(Name = "as")] string? persona, HttpContext http, LocalPages pages, CancellationToken ct) =>
            pages.Whole(http, pod, persona, ct)).ExcludeFromDescription();
        var local = app.MapGroup(Prefix).ExcludeFromDescription();
        local.MapGet("/conversations", (string? pod, [FromQuery(Name = "as")] string? persona, HttpContext http, LocalPages pages, CancellationToken ct) =>
            pages.Conversations(http, pod, persona, ct));
        local.MapGet("/messages/{id}", (string id, string? pod, [FromQuery(Name = "as")] string? persona, LocalPages pages, CancellationToken ct) =>
            pages.Message(id, pod, persona, ct));
        local.MapGet("/feed", LocalStream.Open);
        local.MapGet("/token", LocalTokens.Give);
        local.MapGet("/dashboard", LocalDashboard.Open);
        MapActions(local);
    }

    private static void MapActions(RouteGroupBuilder local)
    {
        var actions = local.MapGroup("").WithMetadata(new RequestSizeLimitAttribute(BodyLimit)).AddEndpointFilter(LocalTokens.Require);
        actions.MapPost("/click", (HttpContext http, LocalDoor door, LocalActions act) => door.Serve<LocalRequest.Click>(http, act.Click));
        actions.MapPost("/form", (HttpContext http, LocalDoor door, LocalActions act) => door.Serve<LocalRequest.Form>(http, act.Form));
        actions.MapPost("/command", (HttpContext http, LocalDoor door, LocalActions act) => door.Serve<LocalRequest.Command>(http, act.Command));
        actions.MapPost("/reply", (HttpContext http, LocalDoor door, LocalActions act) => door.Serve<LocalRequest.Reply>(http, act.Reply));
        actions.MapPost("/sample-lead", (HttpContext http, LocalDoor door, LocalActions act) => door.Serve<LocalRequest.SampleLead>(http, act.AddSample));
    }

    private static StaticFileOptions Files() => new()
    {
        FileProvider = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot", "local")),
        RequestPath = Prefix,
        // Revalidated each time, so that a new program is never served with an old script.
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache",
    };
}
