using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace AlignmentBot.Bot.Dashboard.Access;

/// <summary>Where people open the bot's pages.</summary>
public sealed class WebAddress(DashboardSettings settings, IServer server)
{
    /// <summary>The address of a page: below <c>PublicUrl</c>, else below the address of this machine on which the bot listens.</summary>
    /// <param name="path">Starts with a slash; may carry a query.</param>
    /// <returns>Null when it is not known how people reach the bot.</returns>
    public Uri? Of(string path) => (settings.PublicUrl ?? OnThisMachine()) is { } start
        ? new Uri(start.AbsoluteUri.TrimEnd('/') + path)
        : null;

    private Uri? OnThisMachine() => (server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
        .Select(address => Uri.TryCreate(address, UriKind.Absolute, out var known) && known.IsLoopback ? known : null)
        .FirstOrDefault(known => known is not null);
}
