namespace AlignmentBot.Domain.Leads;

/// <summary>Finds which of several leads somebody speaks of.</summary>
public static class MeantLead
{
    private const int ShortestName = 3;

    /// <summary>The only lead whose id, mail address or whole name stands in the words; else the only one of whose company or of one of whose
    /// names they speak. Whole words count, whatever their case.</summary>
    /// <returns>Null when that is none, or several.</returns>
    public static LeadId? Find(string words, IReadOnlyCollection<Lead> leads) =>
        Only(words, leads, Sure) ?? (leads.Any(lead => Sure(lead).Any(name => Speaks(words, name))) ? null : Only(words, leads, Likely));

    private static LeadId? Only(string words, IEnumerable<Lead> leads, Func<Lead, IEnumerable<string?>> names)
    {
        var meant = leads.Where(lead => names(lead).Any(name => Speaks(words, name))).Take(2).ToList();
        return meant is [var one] ? one.Id : null;
    }

    private static IEnumerable<string?> Sure(Lead lead) =>
        [lead.Id.Value, lead.Brief.Email, lead.Brief is { FirstName: { } first, LastName: { } last } ? $"{first} {last}" : null];

    private static IEnumerable<string?> Likely(Lead lead) => [lead.Brief.Company.Name, lead.Brief.LastName, lead.Brief.FirstName];

    private static bool Speaks(string words, string? name)
    {
        if (name is not { Length: >= ShortestName })
            return false;
        for (var at = words.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = words.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !char.IsLetterOrDigit(words[at - 1])) && (at + name.Length == words.Length || !char.IsLetterOrDigit(words[at + name.Length])))
                return true;
        }

        return false;
    }
}
