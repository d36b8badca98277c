using System.Runtime.InteropServices;
using NodaTime;

namespace AlignmentBot.Domain.Awards;

/// <summary>So many of so many.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Share(int Part, int Of)
{
    /// <summary>With fewer behind it a figure says more about chance than about a person.</summary>
    public const int Fewest = 5;

    /// <summary>In percent, rounded half up; null where fewer than five stand behind it.</summary>
    public int? Percent => Of < Fewest ? null : (200 * Part + Of) / (2 * Of);
}

/// <summary>How the month went for one person, as of the opening. It is what every voter sees, in the same words for everybody.</summary>
/// <param name="Leads">Decided leads of a seller, delivered leads of a marketer.</param>
/// <param name="Kept">Promises of the agreement that were kept, of those that were due.</param>
public sealed record NomineeFigures(int Leads, Share Kept)
{
    public static readonly NomineeFigures None = new(0, default);

    /// <summary>Promises that were not kept.</summary>
    public int Breaches => Kept.Of - Kept.Part;

    /// <summary>Of a seller: the middle working time from offer to decision; null where fewer than five stand behind it.</summary>
    public Duration? Decide { get; init; }

    /// <summary>Of a seller: the middle working time from acceptance to first contact.</summary>
    public Duration? Contact { get; init; }

    /// <summary>Of a marketer: leads that sales accepted, of those decided.</summary>
    public Share Accepted { get; init; }

    /// <summary>Of a marketer: leads that lacked nothing, of those delivered.</summary>
    public Share Complete { get; init; }

    /// <summary>Of a marketer: rejections answered in time, of those answered or overdue.</summary>
    public Share Answered { get; init; }

    public int Wins { get; init; }
}
