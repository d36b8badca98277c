using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace AlignmentBot.Bot.Channels.Slack.Install;

/// <summary>
/// The word by which a person who comes back from Slack is known again: 256 bits of chance, good once, for ten minutes, in one browser.
/// The browser keeps it enciphered; that it was used stands in the store.
/// </summary>
/// <param name="time">Real time, also while the bot's own clock is moved for a trial: people wait in it.</param>
public sealed class InstallStates(IDataProtectionProvider keys, IStore store, BotClock clock, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private const string Purpose = "AlignmentBot.Slack.InstallState.v1";
    private const int Bytes = 32;

    private readonly IDataProtector protector = keys.CreateProtector(Purpose);

    /// <returns>The word for the way to Slack, and the text that the browser keeps.</returns>
    public (string State, string Kept) Issue()
    {
        var state = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        var kept = protector.Protect(JsonSerializer.Serialize(new KeptState(state, time.GetUtcNow() + Lifetime)));
        return (state, kept);
    }

    /// <summary>True once, for the word that this browser was given less than ten minutes ago.</summary>
    public async Task<bool> Redeem(string? state, string? kept, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(state) || Open(kept) is not { } issued || time.GetUtcNow() >= issued.Until)
            return false;
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes(issued.State)))
            return false;
        var use = new Delivery(Door.Slack, "install:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state))), null, string.Empty, clock.Now);
        return await store.Commit(new Commit { Delivery = use }, ct) is CommitResult.Done;
    }

    private KeptState? Open(string? kept)
    {
        if (string.IsNullOrEmpty(kept))
            return null;
        try
        {
            return JsonSerializer.Deserialize<KeptState>(protector.Unprotect(kept));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record KeptState(string State, DateTimeOffset Until);
}
