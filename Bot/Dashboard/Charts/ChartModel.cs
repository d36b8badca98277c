namespace AlignmentBot.Bot.Dashboard.Charts;

/// <summary>A bar of a chart that lies on its side.</summary>
/// <param name="Share">How long the bar is: 0 to 1 of the whole width.</param>
/// <param name="Value">What stands behind the bar, in words.</param>
/// <param name="Note">More, in small print; may be empty.</param>
/// <param name="Kind">The colour's name in the style sheet: <c>one</c>, <c>sales</c>, <c>marketing</c>, <c>first</c>, <c>second</c> or <c>third</c>.</param>
/// <param name="Address">Where the label leads, or null.</param>
/// <param name="Mark">Where a dot stands on the same scale, or null.</param>
public sealed record Bar(string Label, double Share, string Value, string Note = "", string Kind = "one", string? Address = null, double? Mark = null);

/// <summary>A bar of a chart that stands.</summary>
public sealed record Column(string Label, double Height, string Value);

/// <summary>One line of a chart.</summary>
/// <param name="Kind">As of <see cref="Bar"/>; the lines of a chart differ in their dashes and marks too.</param>
/// <param name="Heights">0 to 1, one for each place on the axis; null leaves a gap.</param>
/// <param name="Last">What stands beside the name: the newest value in words.</param>
public sealed record Line(string Name, string Kind, IReadOnlyList<double?> Heights, string Last);

/// <summary>The table that says the same as a chart.</summary>
/// <param name="Heads">Of every column; the first column names the row.</param>
public sealed record ChartTable(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>What somebody's share is, and between what and what it really lies.</summary>
/// <param name="Low">0 to 1, as are the others; null with <paramref name="High"/> where there are too few leads to say.</param>
/// <param name="Fair">Where an even share would be.</param>
public sealed record ShareDot(string Label, double Share, double? Low, double? High, double Fair, string Value, string Note);
