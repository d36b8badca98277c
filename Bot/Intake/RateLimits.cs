using System.Globalization;
using System.Threading.RateLimiting;
using AlignmentBot.Bot.Configuration;
using AlignmentBot.Bot.Intake.Endpoints;
using AlignmentBot.Bot.Intake.Problems;
using Microsoft.AspNetCore.RateLimiting;

namespace AlignmentBot.Bot.Intake;

/// <summary>Lets every key make so many requests per second, with room for a burst. A batch counts as one.</summary>
public static class RateLimits
{
    public const string Policy = "api-key";

    public static void AddRateLimits(this IServiceCollection services, ApiSettings settings) => services.AddRateLimiter(limiter =>
    {
        limiter.OnRejected = Refuse;
        limiter.AddPolicy(Policy, http => RateLimitPartition.GetTokenBucketLimiter(Calls.Holder(http).Id, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = settings.Burst,
            TokensPerPeriod = settings.RequestsPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        }));
    });

    private static async ValueTask Refuse(OnRejectedContext rejected, CancellationToken ct)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var asked) ? asked : TimeSpan.FromSeconds(1);
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var detail = string.Create(CultureInfo.InvariantCulture, $"This key makes more requests than it may. Try again in {seconds} s, or send many leads as one batch.");
        await Problem.Of(StatusCodes.Status429TooManyRequests, "too_many_requests", detail).ExecuteAsync(rejected.HttpContext);
    }
}
