namespace AlignmentBot.Bot.Handlers.Commands;

/// <summary>Guesses what was meant by a mistyped word.</summary>
public static class NearestWord
{
    /// <summary>The candidate with the fewest edits (insert, delete, replace, swap of neighbours), or null when none is within a third of its length, at least two.</summary>
    public static string? Of(string typed, IEnumerable<string> candidates) => candidates
        .Select(word => (Word: word, Edits: Edits(typed.ToLowerInvariant(), word.ToLowerInvariant())))
        .Where(guess => guess.Edits <= Math.Max(2, guess.Word.Length / 3) && guess.Edits < guess.Word.Length)
        .OrderBy(guess => guess.Edits)
        .Select(guess => guess.Word)
        .FirstOrDefault();

    private static int Edits(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            d[0, j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                d[i, j] = Math.Min(replace, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }
}
