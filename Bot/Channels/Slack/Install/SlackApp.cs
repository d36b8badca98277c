using System.Net.Http.Headers;
using System.Text;

namespace AlignmentBot.Bot.Channels.Slack.Install;

/// <summary>The app as Slack knows it where several workspaces install it. A class and not a record, so that its text never shows the secret.</summary>
public sealed class SlackApp(string clientId, string clientSecret, Uri publicUrl, TimeSpan renewBefore)
{
    public string ClientId { get; } = clientId;

    /// <summary>The bot's own address; https, or plain http on this machine.</summary>
    public Uri PublicUrl { get; } = publicUrl;

    public TimeSpan RenewBefore { get; } = renewBefore;

    public string RedirectUri => SlackPaths.Under(PublicUrl, SlackPaths.Callback);

    /// <summary>The client's id and secret, the way Slack advises.</summary>
    public AuthenticationHeaderValue Credentials { get; } =
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{clientId}:{clientSecret}")));
}
