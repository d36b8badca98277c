using AlignmentBot.Bot.Intake.Answers;
using AlignmentBot.Bot.Intake.Reading;

namespace AlignmentBot.Bot.Intake.Endpoints;

/// <summary>Lets the lines about one person wait for each other, so that the first of them in the batch makes the lead and later ones are merged onto it.</summary>
public sealed class SamePerson
{
    private readonly Dictionary<(string? Pod, string Person), Task> last = [];

    /// <param name="draft">Whom the line is about; null when that could not be read.</param>
    public Task<BatchAnswer> InTurn(LeadDraft? draft, Func<Task<BatchAnswer>> work)
    {
        if ((draft?.Brief.EmailKey ?? draft?.Brief.ExternalId) is not { } person)
            return work();
        var key = (draft!.Pod, person);
        var mine = last.TryGetValue(key, out var earlier) && !earlier.IsCompleted ? After(earlier, work) : work();
        last[key] = mine;
        return mine;
    }

    private static async Task<BatchAnswer> After(Task earlier, Func<Task<BatchAnswer>> work)
    {
        await earlier.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await work();
    }
}
