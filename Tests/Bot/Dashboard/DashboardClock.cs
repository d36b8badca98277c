using System.Net.Http.Json;
using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.Bot.Dashboard;

/// <summary>Moves a running bot's clock.</summary>
internal static class DashboardClock
{
    /// <param name="by">An ISO 8601 duration such as <c>PT10M</c>.</param>
    public static async Task Advance(RunningBot bot, string by)
    {
        using var http = bot.Client();
        using var answer = await http.PostAsJsonAsync(new Uri("/dev/clock", UriKind.Relative), new { advance = by }, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
