using AlignmentBot.Domain;
using AlignmentBot.Domain.Statistics;
using AlignmentBot.Storage;
using NodaTime;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Bot.Handlers.Review;

/// <summary>What marketing had promised for a month: by the version of the agreement that held when the month ended, or holds now.</summary>
public sealed class PromisedLeads(IStore store, Rosters rosters)
{
    /// <param name="month">Any day of it.</param>
    /// <param name="tier">One of <see cref="Tiers"/>, or null for all leads together.</param>
    public async Task<int?> For(PodId pod, LocalDate month, string? tier, CancellationToken ct)
    {
        if (await rosters.Find(pod, ct) is not { } here)
            return null;
        var end = Period.Month(month).In(here.Pod.Zone).End;
        var held = (await store.AgreementVersions(pod, ct)).FirstOrDefault(version => version.From < end);
        return held?.Terms.Monthly?.Of(tier);
    }
}
