using AlignmentBot.Domain;
using NodaTime;

namespace AlignmentBot.Storage;

/// <summary>The workspaces that installed the Slack app. Needed only where one bot serves several.</summary>
public interface IInstallations
{
    /// <summary>All installations, ended ones too, by workspace.</summary>
    ValueTask<IReadOnlyList<Installation>> Installations(CancellationToken ct);

    ValueTask<Installation?> FindInstallation(string workspace, CancellationToken ct);

    /// <summary>Adds the installation, or replaces the one of the same workspace, if nobody else did so in between.</summary>
    /// <param name="installation">Its version is the one that was read, 0 for a workspace that has none; it is stored one higher.</param>
    /// <returns>False when another version is stored: read again and decide again. Nothing was changed.</returns>
    ValueTask<bool> SaveInstallation(Installation installation, CancellationToken ct);
}

/// <summary>One workspace, or one whole organisation, that installed the app.</summary>
/// <param name="Workspace">What tells it apart: the workspace's id, or the organisation's for an organisation-wide installation. 1 to 40 characters.</param>
/// <param name="Enterprise">The organisation's id, or null outside of Enterprise Grid.</param>
/// <param name="Team">The workspace's id, or null for an organisation-wide installation.</param>
/// <param name="Name">What people call the workspace.</param>
/// <param name="BotUser">The bot's own user id there.</param>
/// <param name="Scopes">What the token may do.</param>
/// <param name="InstalledBy">User id of the person who installed it.</param>
/// <param name="Secret">The tokens as enciphered text; null once they are worthless. Never a token itself.</param>
/// <param name="ExpiresAt">When the access token ends; null when it does not.</param>
/// <param name="EndedBecause">A short code such as <c>app_uninstalled</c>, or null while the installation works.</param>
/// <param name="Version">Counts the changes, from 1.</param>
public sealed record Installation(
    string Workspace,
    string? Enterprise,
    string? Team,
    string Name,
    string BotUser,
    ValueList<string> Scopes,
    string InstalledBy,
    Instant InstalledAt,
    string? Secret,
    Instant? ExpiresAt,
    string? EndedBecause,
    long Version);
