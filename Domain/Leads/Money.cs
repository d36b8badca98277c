namespace AlignmentBot.Domain.Leads;

/// <summary>An amount of at least 0 in a currency by its ISO 4217 code.</summary>
public sealed record Money(decimal Amount, string Currency);
