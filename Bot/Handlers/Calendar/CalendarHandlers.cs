namespace AlignmentBot.Bot.Handlers.Calendar;

/// <summary>The handlers of working hours, holidays and absence.</summary>
public sealed record CalendarHandlers(Hours Hours, Holidays Holidays, Absences Absences);
