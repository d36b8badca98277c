using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AlignmentBot.Bot.Handlers;
using AlignmentBot.Bot.Handlers.Awards;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Awards;
using AlignmentBot.Cards.Pictures;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Hosting;

/// <summary><c>GET /certificates/ROUND/AWARD-SEED.png</c>: the picture of an announced award, for whoever was told its address.</summary>
public static class CertificateEndpoints
{
    private const string Ending = ".png";

    public static void MapCertificates(this WebApplication app) =>
        app.MapGet(Certificates.Prefix + "/{round}/{file}", Serve).ExcludeFromDescription();

    private static async Task<IResult> Serve(string round, string file, HttpContext http, IStore store, Rosters rosters, CancellationToken ct)
    {
        var parts = file.EndsWith(Ending, StringComparison.Ordinal) ? file[..^Ending.Length].Split('-') : [];
        if (parts is not [var name, var seed] || AwardSubjects.AwardOf(name) is not { } award
            || await store.FindRound(new RoundId(round), ct) is not { Round: { State: RoundState.Announced announced } found }
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(seed), Encoding.UTF8.GetBytes(found.Seed))
            || await rosters.Find(found.Pod, ct) is not { } here)
            return TypedResults.NotFound();

        var reader = Reader.Everyone(here.Pod);
        var texts = Texts.For(reader.Language);
        var winners = announced.Results.FirstOrDefault(result => result.Award == award)?.Winners ?? [];
        var picture = CertificatePicture.Draw(
            award, AwardWords.Title(award, texts), winners.Select(winner => here.Roster.NameOf(winner, reader)).ToList(), AwardWords.Month(found.Month, texts), found.Seed);
        http.Response.Headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"public, max-age={(int)TimeSpan.FromDays(1).TotalSeconds}");
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        return TypedResults.Bytes(picture, "image/png");
    }
}
