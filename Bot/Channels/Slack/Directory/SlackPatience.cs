namespace AlignmentBot.Bot.Channels.Slack.Directory;

/// <summary>Waits as long as Slack asks for, a few times: profiles are asked for by the dozen, and their rate is limited.</summary>
internal static class SlackPatience
{
    private const int Tries = 4;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public static async Task<T> Ask<T>(Func<Task<T>> ask, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ask();
            }
            catch (ChannelUnavailableException busy) when (attempt < Tries && busy.RetryAfter is { } wait && wait <= Longest)
            {
                await Task.Delay(wait, ct);
            }
        }
    }
}
