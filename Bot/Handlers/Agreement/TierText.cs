using System.Globalization;
using System.Text.RegularExpressions;
using AlignmentBot.Domain.Agreement;

namespace AlignmentBot.Bot.Handlers.Agreement;

/// <summary>Some of the leads as people type them: <c>score 80+</c>, <c>score 50-79</c>, <c>score up to 49</c>, <c>source demo request</c>, or
/// a source and a score with a comma between.</summary>
public static partial class TierText
{
    private const int HighestScore = 100;
    private const int LongestSource = 100;

    /// <summary>Null when it names no leads.</summary>
    public static Tier? Read(string typed)
    {
        Tier? tier = new(null, null, null);
        foreach (var part in typed.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            tier = tier is null ? null : With(tier, part);
        return tier is null or { FromScore: null, ToScore: null, Source: null } ? null : tier;
    }

    private static Tier? With(Tier tier, string part)
    {
        if (Source().Match(part) is { Success: true } source)
            return tier.Source is null && source.Groups["name"].Value.Trim(' ', '"', '“', '”') is { Length: > 0 and <= LongestSource } name ? tier with { Source = name } : null;
        if (tier is not { FromScore: null, ToScore: null } || Band().Match(part) is not { Success: true } band)
            return null;
        var (from, to) = band.Groups switch
        {
            var groups when groups["least"].Success => (Number(groups["least"]), (int?)null),
            var groups when groups["most"].Success => (null, Number(groups["most"])),
            var groups when groups["to"].Success => (Number(groups["from"]), Number(groups["to"])),
            var groups => (Number(groups["from"]), Number(groups["from"])),
        };
        return from > HighestScore || to > HighestScore || from > to ? null : tier with { FromScore = from, ToScore = to };
    }

    private static int? Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^source:? +(?<name>.+)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Source();

    [GeneratedRegex(
        @"^score:? +((?<least>[0-9]{1,3}) *(\+|and more|or more|and above)|(from|at least) +(?<least>[0-9]{1,3})|(up to|at most) +(?<most>[0-9]{1,3})|(?<from>[0-9]{1,3}) *(-|–|to) *(?<to>[0-9]{1,3})|(?<from>[0-9]{1,3}))$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Band();
}
