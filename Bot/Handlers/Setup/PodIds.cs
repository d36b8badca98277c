using System.Globalization;
using System.Text;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;

namespace AlignmentBot.Bot.Handlers.Setup;

/// <summary>Makes a pod's id from its name: lower-case letters, digits and hyphens, at most 40, not used before.</summary>
public static class PodIds
{
    private const int Longest = 36;

    public static PodId For(string name, IEnumerable<Pod> pods)
    {
        var slug = Slug(name);
        var taken = pods.Select(pod => pod.Id.Value).ToHashSet(StringComparer.Ordinal);
        var next = slug;
        for (var number = 2; taken.Contains(next); number++)
            next = string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}");
        return new PodId(next);
    }

    private static string Slug(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && slug is [.., not '-'])
                slug.Append('-');
        }

        var cut = slug.ToString(0, Math.Min(slug.Length, Longest)).Trim('-');
        return cut.Length > 0 ? cut : "pod";
    }
}
