namespace AlignmentBot.Bot.Handlers.Agreement;

/// <summary>The handlers of promises: what is agreed, how it is changed, what is due, and asking for longer.</summary>
public sealed record AgreementHandlers(SlaCommands Sla, AgreementChanges Changes, DueLists Due, Snoozes Snoozes);
