using AlignmentBot.Domain.Agreement;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Bot.Configuration;

/// <summary>Puts the agreements of section <c>Pods</c> into force at the start: as the first version, or as the next one when the configuration
/// has changed since. What people have signed is theirs, and no longer follows the configuration.</summary>
public static class ConfiguredAgreements
{
    public static async Task Apply(PodsConfiguration configuration, IStore store, Instant now, CancellationToken ct)
    {
        foreach (var pod in configuration.Pods)
        {
            if (pod.Terms is not { } terms)
                continue;
            var current = await store.FindAgreement(pod.Id, ct);
            if (current is not null && (current.Signed.Count > 0 || current.Terms == terms))
                continue;
            var next = new PodAgreement(pod.Id, (current?.Version ?? 0) + 1, terms, now, []);
            await store.Commit(new Commit { Agreements = [next] }, ct);
        }
    }
}
