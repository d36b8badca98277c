using Microsoft.AspNetCore.Antiforgery;

namespace AlignmentBot.Bot.Channels.Local;

/// <summary>The antiforgery token: only a page that this bot has drawn can act.</summary>
public static class LocalTokens
{
    public const string Header = "X-Local-Token";

    public static IResult Give(HttpContext http, IAntiforgery antiforgery) => TypedResults.Ok(new Token(Of(http, antiforgery)));

    /// <summary>A token for the page that is being drawn.</summary>
    public static string Of(HttpContext http, IAntiforgery antiforgery) => antiforgery.GetAndStoreTokens(http).RequestToken!;

    public static async ValueTask<object?> Require(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var antiforgery = context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>();
        return await antiforgery.IsRequestValidAsync(context.HttpContext)
            ? await next(context)
            : LocalDoor.Problem("page.error.token", StatusCodes.Status400BadRequest);
    }

    private sealed record Token(string Value);
}
