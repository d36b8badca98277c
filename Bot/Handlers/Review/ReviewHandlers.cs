namespace AlignmentBot.Bot.Handlers.Review;

/// <summary>The handlers of what both sides look at together: the dashboard, the packs, check-ins and the monthly commitment.</summary>
public sealed record ReviewHandlers(DashboardCommand Dashboard, CheckIns CheckIns, Commitments Commitments);
