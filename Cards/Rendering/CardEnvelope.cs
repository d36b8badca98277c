using AlignmentBot.Domain;

namespace AlignmentBot.Cards.Rendering;

/// <summary>What goes with an Adaptive Card wherever it is shown.</summary>
public sealed record CardEnvelope
{
    public static readonly CardEnvelope None = new();

    /// <summary>Comes back with every button of this drawing, so that one press that is delivered twice is known as one; null for none.</summary>
    public string? Token { get; init; }

    public CardRefresh? Refresh { get; init; }

    /// <summary>True in a dialog, where every button sends the dialog itself.</summary>
    public bool InDialog { get; init; }
}

/// <summary>Has Teams ask for a reader's own view of the card.
/// Source: learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/user-specific-views</summary>
/// <param name="Subject">What the card was drawn from.</param>
/// <param name="UserIds">Who is asked for without doing anything, as Teams names them towards the bot: at most 60. Everybody else finds "Refresh card" in the message's menu.</param>
public sealed record CardRefresh(string Subject, ValueList<string> UserIds)
{
    public const int MostUsers = 60;
}

/// <summary>What goes with a form, to know it again when it comes back.</summary>
/// <param name="Token">The same for every sending of this drawing.</param>
/// <param name="Opener">How the form was opened, so that it can be opened again with what is wrong in it.</param>
/// <param name="Message">The message from which it was opened, or null.</param>
public sealed record FormEnvelope(string? Token, string? Opener, string? Message)
{
    public static readonly FormEnvelope None = new(null, null, null);
}

/// <summary>Names of what cards and forms of Teams carry back. Old cards in a channel still send them, so they are never renamed.</summary>
public static class TeamsData
{
    /// <summary>The button's action id.</summary>
    public const string Verb = "verb";

    /// <summary>The button's or the form's value.</summary>
    public const string Value = "value";

    /// <summary>The form's id.</summary>
    public const string Form = "form";

    public const string Token = "t";
    public const string Opener = "o";
    public const string Message = "m";

    /// <summary>No field of a form may have one of these names.</summary>
    public static bool IsReserved(string name) => name is Verb or Value or Form or Token or Opener or Message or "msteams";
}
