namespace AlignmentBot.Bot.Configuration;

/// <summary>Quotes what somebody gave, for a sentence that says what is wrong with it.</summary>
public static class Shown
{
    private const int Limit = 60;

    /// <summary>The value in double quotes, on one line, cut to 60 characters.</summary>
    public static string Of(string value)
    {
        var line = string.Concat(value.Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '?' : letter));
        return line.Length <= Limit ? $"\"{line}\"" : $"\"{line[..Limit]}...\"";
    }

    /// <summary>One fault: where, what was given, and the rule.</summary>
    public static string Fault(string place, string value, string rule) => $"{place} is {Of(value)}. {rule}";
}
