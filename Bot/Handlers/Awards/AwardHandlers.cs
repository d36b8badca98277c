namespace AlignmentBot.Bot.Handlers.Awards;

/// <summary>The handlers of the monthly awards.</summary>
public sealed record AwardHandlers(Voting Voting, ReceiptChecks Receipts, RoundRuns Runs, AwardCommands Commands, KudosDesk Kudos);
