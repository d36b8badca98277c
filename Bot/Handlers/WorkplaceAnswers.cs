using AlignmentBot.Bot.Channels;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;

namespace AlignmentBot.Bot.Handlers;

/// <summary>Work that asks a platform, ended with a sentence where the platform does not answer.</summary>
public static class WorkplaceAnswers
{
    public static Func<CancellationToken, Task<Answer>> Guarded(Texts texts, Func<CancellationToken, Task<Answer>> work) => async ct =>
    {
        try
        {
            return await work(ct);
        }
        catch (Exception failure) when (failure is ChannelUnavailableException or ChannelRefusedException)
        {
            return new Answer.Say(texts["workplace.failed", failure.Message], Tone.Warning);
        }
    };
}
