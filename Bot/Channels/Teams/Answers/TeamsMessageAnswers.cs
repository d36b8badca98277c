using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;

namespace AlignmentBot.Bot.Channels.Teams.Answers;

/// <summary>How words and the buttons of old clients are answered: by a message, once.</summary>
public sealed class TeamsMessageAnswers(TeamsAnswers answers, TeamsPlaces places)
{
    private readonly RecentIds seen = new();

    /// <inheritdoc cref="RecentIds.IsNew"/>
    public bool IsNew(string delivery) => seen.IsNew(delivery);

    /// <inheritdoc cref="TeamsAnswers.ToWords"/>
    public void ToWords(Answer answer, TeamsOrigin origin, string command, bool aloud) => answers.ToWords(answer, origin, command, aloud);

    /// <summary>Below a card that shows several leads it is not clear which one is meant.</summary>
    public async Task SayWhichLead(TeamsOrigin origin, CancellationToken ct)
    {
        if (!IsNew(origin.Delivery))
            return;
        var texts = Texts.For((await places.ReaderFor(origin.Place, origin.Account, ct)).Language);
        answers.ToWords(new Answer.Say(texts["teams.door.which_lead"], Tone.Warning), origin, string.Empty, aloud: true);
    }

    /// <summary>The card itself cannot be answered with, so in a personal chat it is drawn anew; in a channel the outbox does it.</summary>
    public async Task ToPress(Answer answer, TeamsOrigin origin, CancellationToken ct)
    {
        if (answer is Answer.Redraw changed)
            await answers.RedrawInChat(changed.Subject, origin, ct);
        else
            answers.ToWords(answer, origin, string.Empty, aloud: true);
    }
}
