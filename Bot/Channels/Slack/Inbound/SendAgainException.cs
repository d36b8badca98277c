namespace AlignmentBot.Bot.Channels.Slack.Inbound;

/// <summary>What came cannot be placed yet, and Slack should send it again: at once, after one minute, after five.</summary>
public sealed class SendAgainException(string message) : Exception(message);
