using AlignmentBot.Bot.Dashboard;
using AlignmentBot.Cards.Awards;
using AlignmentBot.Domain.Awards;

namespace AlignmentBot.Bot.Handlers.Awards;

/// <summary>Where the certificates of a round are: at an address that nobody guesses, because the round's seed is part of it.</summary>
public sealed class Certificates(DashboardSettings settings)
{
    public const string Prefix = "/certificates";

    /// <summary>Slack and Teams fetch pictures by https only; on the page of this machine the path alone is enough.</summary>
    public Certificate Of(Round round, Award award)
    {
        var path = $"{Prefix}/{round.Id}/{AwardSubjects.Name(award)}-{round.Seed}.png";
        var reachable = settings.PublicUrl is { IsLoopback: false } start && start.Scheme == Uri.UriSchemeHttps ? new Uri(start.AbsoluteUri.TrimEnd('/') + path) : null;
        return new Certificate(award, path, reachable);
    }
}
