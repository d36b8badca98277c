namespace AlignmentBot.Bot.Dashboard;

/// <summary>The addresses of the pages. They stand in messages and bookmarks, so they are never renamed.</summary>
public static class DashboardPaths
{
    public const string Start = "/dashboard";

    /// <summary>Followed by the secret of a link.</summary>
    public const string Enter = Start + "/enter";

    public const string Leave = Start + "/leave";

    /// <summary>Followed by the name of a provider.</summary>
    public const string SignIn = Start + "/sign-in";

    /// <summary>Followed by the name of a provider: where it sends people back to.</summary>
    public const string SignedIn = Start + "/signed-in";

    public const string Live = Start + "/live";

    /// <summary>Query word of the start page: why somebody who comes back from a provider is not in.</summary>
    public const string Refused = "refused";

    public const string Assets = Start + "/assets";

    /// <summary>True for a path that a page may send somebody back to: on this site, below the dashboard.</summary>
    public static bool IsOurs(string? path) =>
        path is not null && (path == Start || path.StartsWith(Start + "?", StringComparison.Ordinal) || path.StartsWith(Start + "/", StringComparison.Ordinal))
        && !path.Contains('\\', StringComparison.Ordinal) && !path.Any(char.IsControl);
}
