namespace AlignmentBot.Storage;

/// <summary>The store cannot be used as asked. The message is a sentence for the person who runs the bot: which file, and what to do.</summary>
public sealed class StoreRefusedException(string message, Exception? inner = null) : Exception(message, inner);
