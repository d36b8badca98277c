using System.Security.Cryptography;
using System.Text.Json;
using AlignmentBot.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace AlignmentBot.Bot.Channels.Slack.Install;

/// <summary>Enciphers tokens for the store. A text opens for its own workspace only, so that rows cannot be swapped.</summary>
public sealed class SlackSecrets(IDataProtectionProvider keys)
{
    private const string Purpose = "AlignmentBot.Slack.Tokens.v1";

    public string Encipher(string workspace, SlackSecret secret) => For(workspace).Protect(JsonSerializer.Serialize(secret));

    public SlackHeld Open(Installation stored) => new(stored, stored.Secret is { } text ? Decipher(stored.Workspace, text) : null);

    /// <returns>Null when the key that enciphered it is not there any more, or the text is damaged.</returns>
    public SlackSecret? Decipher(string workspace, string enciphered)
    {
        try
        {
            return JsonSerializer.Deserialize<SlackSecret>(For(workspace).Unprotect(enciphered));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(string workspace) => keys.CreateProtector(Purpose, workspace);
}
