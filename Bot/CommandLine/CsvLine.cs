using AlignmentBot.Bot.Configuration;
using CsvHelper;

namespace AlignmentBot.Bot.CommandLine;

/// <summary>One line of a CSV file, read cell by cell; every fault names the line, the column, the value and the rule.</summary>
internal sealed class CsvLine(CsvReader csv, ICollection<string> faults)
{
    /// <summary>The line in the file on which this one starts.</summary>
    public int Number { get; } = (int)csv.LineNumber;

    public bool Has(string column) => Cell(column) is not null;

    /// <summary>Null when the cell is empty or breaks its rule.</summary>
    public string? Text(string column, Func<string, string?> rule)
    {
        if (Cell(column) is not { } value)
            return null;
        if (rule(value) is not { } broken)
            return value;
        faults.Add(Shown.Fault($"Line {Number}: {column}", value, broken));
        return null;
    }

    public string? Needed(string column, Func<string, string?> rule) => Has(column) ? Text(column, rule) : Missing(column);

    public string? Missing(string column)
    {
        faults.Add($"Line {Number}: {column} is empty.");
        return null;
    }

    public bool? Flag(string column) =>
        Text(column, value => bool.TryParse(value, out _) ? null : "It must be true or false.") is { } flag ? bool.Parse(flag) : null;

    private string? Cell(string column) =>
        csv.TryGetFieldIndex(column, out var index) && csv.GetString(index) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}
