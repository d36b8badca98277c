using AlignmentBot.Cards.Model;

namespace AlignmentBot.Bot.Channels.Slack.Answers;

/// <summary>Sentences as cards, so that they go through the one renderer that makes every word harmless.</summary>
public static class SlackCards
{
    public static Card Sentence(string text, Tone tone) => new(text, tone, [new Block.Status(tone, [new Run.Plain(text)])]);
}
