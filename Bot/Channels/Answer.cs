using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;

namespace AlignmentBot.Bot.Channels;

/// <summary>What a door shows at once to the person who acted.</summary>
public abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>Done; the message in which they acted shows its subject anew.</summary>
    public sealed record Redraw(string Subject) : Answer;

    /// <summary>A sentence that only they see.</summary>
    public sealed record Say(string Text, Tone Tone) : Answer;

    /// <summary>A card that only they see.</summary>
    public sealed record Show(Card Card) : Answer;

    /// <summary>A dialog.</summary>
    public sealed record Ask(Form Form) : Answer;

    /// <summary>It takes longer than a door waits: at once a dialog says that it is being prepared, and then shows what comes out.
    /// The work may be lost with the process, so it changes things only in commits of its own.</summary>
    /// <param name="Title">At most 24 characters.</param>
    /// <param name="Work">Gives <see cref="Say"/>, <see cref="Show"/> or <see cref="Ask"/>.</param>
    public sealed record Later(string Title, Func<CancellationToken, Task<Answer>> Work) : Answer;

    /// <summary>The dialog stays open, with what is wrong at each field.</summary>
    public sealed record Correct(ValueList<FieldError> Errors) : Answer;
}

public sealed record FieldError(string Field, string Sentence);
