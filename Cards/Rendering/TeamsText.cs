namespace AlignmentBot.Cards.Rendering;

/// <summary>Texts as Teams gets them: cleaned, with commands called in its own way.</summary>
public static class TeamsText
{
    /// <inheritdoc cref="TextClean.Of"/>
    public static string Of(string text) => TextClean.Of(CommandWord.InTeams(text));

    /// <inheritdoc cref="TextClean.OneLine"/>
    public static string OneLine(string text) => TextClean.OneLine(CommandWord.InTeams(text));
}
