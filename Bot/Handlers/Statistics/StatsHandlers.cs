namespace AlignmentBot.Bot.Handlers.Statistics;

/// <summary>The handlers of figures.</summary>
public sealed record StatsHandlers(StatsCommands Commands, FairnessCommand Fairness, ExportCommand Export);
