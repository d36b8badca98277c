using System.ComponentModel;
using NodaTime;

namespace AlignmentBot.Bot.Intake.Answers;

/// <summary>One thing that happened to a lead.</summary>
public sealed record EventAnswer(
    [property: Description("Counts from 1 within the lead.")] int Number,
    [property: Description("When it was recorded.")] Instant At,
    [property: Description("By which door: local, slack, teams, api or timer.")] string Door,
    [property: Description("Such as handed_over, accepted, rejected, won.")] string What,
    AuthorAnswer By)
{
    [Description("When it happened out there, where that was reported.")]
    public Instant? HappenedAt { get; init; }

    [Description("The rep to whom it went.")]
    public PersonAnswer? To { get; init; }

    public ReasonAnswer? Reason { get; init; }

    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    [Description("Names of the fields that were missing, or were supplied.")]
    public IReadOnlyList<string>? Fields { get; init; }
}

/// <summary>Who did it.</summary>
public sealed record AuthorAnswer([property: Description("member, key or bot.")] string Kind)
{
    [Description("The member's name, or the name of the API key.")]
    public string? Name { get; init; }

    [Description("The member's mail address.")]
    public string? Email { get; init; }
}
