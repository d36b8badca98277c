using System.Text.Json;

namespace AlignmentBot.Bot.Channels.Teams.Doctor;

/// <summary>Whether this machine reaches the keys by which requests are checked, and whether its clock is Microsoft's.</summary>
/// <param name="time">Real time.</param>
public sealed class SigningKeysCheck(HttpClient http, TeamsSettings settings, TimeProvider time)
{
    /// <summary>Tokens are refused beyond five minutes; a clock that is a minute off is on its way there.</summary>
    private static readonly TimeSpan Allowed = TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<Finding>> Look(CancellationToken ct)
    {
        try
        {
            using var response = await http.GetAsync(settings.OpenIdMetadata, ct);
            if (!response.IsSuccessStatusCode)
                return [Unreached($"HTTP {(int)response.StatusCode}")];
            using var metadata = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(ct));
            var keys = metadata.RootElement.TryGetProperty("jwks_uri", out _)
                ? Finding.Well("Signing keys", "This machine reaches what tells them, so requests from Teams can be checked.")
                : Unreached("no jwks_uri in the answer");
            return response.Headers.Date is { } there ? [keys, Clock(there)] : [keys];
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or JsonException || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return [Unreached(failure.Message)];
        }
    }

    private Finding Unreached(string why) => new(
        "Signing keys",
        $"{settings.OpenIdMetadata} cannot be read: {why}. Without it every request from Teams is refused.",
        $"Let this machine reach {settings.OpenIdMetadata.Host} (firewall, proxy), or correct Teams:OpenIdMetadataUrl.");

    private Finding Clock(DateTimeOffset there)
    {
        var behind = there - time.GetUtcNow();
        return behind.Duration() <= Allowed
            ? Finding.Well("Clock", "It agrees with Microsoft's.")
            : new Finding(
                "Clock",
                $"This machine's is {(int)behind.Duration().TotalSeconds} seconds {(behind > TimeSpan.Zero ? "behind" : "ahead of")} Microsoft's. Beyond five minutes every click is refused.",
                "Set it by the network: timedatectl set-ntp true");
    }
}
