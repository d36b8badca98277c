namespace AlignmentBot.Bot.Channels.Teams.Outbound;

/// <summary>Asks again, a few times, where Teams cannot answer now. Only for questions: asking twice harms nobody.</summary>
internal static class TeamsPatience
{
    private const int Tries = 4;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public static async Task<ConnectorAnswer<T>> Ask<T>(Func<Task<ConnectorAnswer<T>>> ask, CancellationToken ct)
        where T : class
    {
        for (var attempt = 0; ; attempt++)
        {
            var answer = await ask();
            if (answer.Error is not { Fault: ConnectorFault.NotDone or ConnectorFault.Doubtful } error || attempt + 1 == Tries)
                return answer;
            var wait = Workers.Backoff.After(attempt, error.RetryAfter).ToTimeSpan();
            if (wait > Longest)
                return answer;
            await Task.Delay(wait, ct);
        }
    }
}
