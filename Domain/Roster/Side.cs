namespace AlignmentBot.Domain.Roster;

/// <summary>The two sides of the agreement.</summary>
public enum Side
{
    Sales,
    Marketing,
}
