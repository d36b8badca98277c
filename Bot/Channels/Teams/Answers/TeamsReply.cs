namespace AlignmentBot.Bot.Channels.Teams.Answers;

/// <summary>What goes back on the request.</summary>
/// <param name="Json">Empty for nothing.</param>
public readonly record struct TeamsReply(int Status, ReadOnlyMemory<byte> Json)
{
    /// <summary>Heard; a dialog closes.</summary>
    public static readonly TeamsReply Empty = new(StatusCodes.Status200OK, default);

    /// <summary>There is nothing that could be answered.</summary>
    public static readonly TeamsReply NotKnown = new(StatusCodes.Status501NotImplemented, default);

    public static TeamsReply Of(ReadOnlyMemory<byte> json) => new(StatusCodes.Status200OK, json);
}
