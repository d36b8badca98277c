using System.Net;
using System.Text.RegularExpressions;
using AlignmentBot.Bot.Channels.Teams.Wire;

namespace AlignmentBot.Bot.Channels.Teams.Inbound;

/// <summary>What somebody wrote, without the bot's name. Whom it mentions stands in the entities; how, in the text, where spelling and
/// spaces may differ from the entity's.</summary>
/// <param name="Text">As it was meant, without markup.</param>
/// <param name="Mentioned">Whether the bot was mentioned.</param>
public sealed record SaidWords(string Text, bool Mentioned)
{
    /// <summary>Takes time in proportion to the text, whatever stands in it.</summary>
    private static readonly Regex AnyMention = new(
        "<at[^>]*>(?<name>.*?)</at>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    public static SaidWords Of(TeamsActivity said)
    {
        var text = said.Text ?? string.Empty;
        var own = (said.Entities ?? []).Where(entity => entity.Type == "mention" && entity.Mentioned?.Id is { } id && id == said.Recipient?.Id).ToList();
        foreach (var mention in own)
            text = Without(text, mention.Text);
        return new SaidWords(WebUtility.HtmlDecode(AnyMention.Replace(text, "${name}")).Replace('\u00A0', ' ').Trim(), own.Count > 0);
    }

    private static string Without(string text, string? mention)
    {
        if (!string.IsNullOrEmpty(mention) && text.IndexOf(mention, StringComparison.OrdinalIgnoreCase) is var at and >= 0)
            return string.Concat(text.AsSpan(0, at).TrimEnd(), " ", text.AsSpan(at + mention.Length).TrimStart());
        return AnyMention.Replace(text, " ", 1);
    }
}
