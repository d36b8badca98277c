using System.Security.Cryptography;
using System.Text.Json;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Statistics;
using Microsoft.AspNetCore.DataProtection;
using NodaTime;
using NodaTime.Text;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Bot.Handlers.Statistics;

/// <summary>Links to files: enciphered and signed with the bot's own keys, so that nobody can make or change one, and over after ten minutes.
/// Nothing is stored; who opens one is looked up on the roster again.</summary>
public sealed class ExportLinks(IDataProtectionProvider keys, BotClock clock)
{
    /// <summary>What stands before the link's own text.</summary>
    public const string Path = "/export/";

    public static readonly Duration Lasts = Duration.FromMinutes(10);

    private readonly IDataProtector protector = keys.CreateProtector("statistics.export.v1");

    public string Make(ExportLink link) => protector.Protect(JsonSerializer.Serialize(new Wire(
        link.Pod.Value, link.Member.Value, LocalDatePattern.Iso.Format(link.Period.From), LocalDatePattern.Iso.Format(link.Period.Until),
        link.Filter.Rep?.Value, link.Filter.Marketer, link.Filter.Campaign, link.Filter.Source, link.Filter.Tier, link.Filter.AgreementVersion,
        (clock.Now + Lasts).ToUnixTimeSeconds())));

    /// <summary>What the link gives, or null when it is over or not ours.</summary>
    public ExportLink? Read(string text)
    {
        try
        {
            var wire = JsonSerializer.Deserialize<Wire>(protector.Unprotect(text))!;
            if (Instant.FromUnixTimeSeconds(wire.EndsAt) < clock.Now)
                return null;
            var filter = new FigureFilter
            {
                Rep = wire.Rep is { } rep ? new MemberId(rep) : null,
                Marketer = wire.Marketer,
                Campaign = wire.Campaign,
                Source = wire.Source,
                Tier = wire.Tier,
                AgreementVersion = wire.Agreement,
            };
            var period = new Period(LocalDatePattern.Iso.Parse(wire.From).Value, LocalDatePattern.Iso.Parse(wire.Until).Value);
            return new ExportLink(new PodId(wire.Pod), new MemberId(wire.Member), period, filter);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Wire(
        string Pod, string Member, string From, string Until, string? Rep, string? Marketer, string? Campaign, string? Source, string? Tier, int? Agreement, long EndsAt);
}

/// <param name="Member">Whose link it is.</param>
public sealed record ExportLink(PodId Pod, MemberId Member, Period Period, FigureFilter Filter);
