using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Bot.Channels.Local.Sample;

/// <summary>Fills an empty store with the sample pod and a handful of sample leads, whose cards the outbox then posts.</summary>
public sealed class SampleData(IStore store, SampleDesk desk, TimeProvider time)
{
    private const int Leads = 6;

    /// <summary>Does nothing when there is any pod.</summary>
    public async Task MakeIfEmpty(CancellationToken ct)
    {
        if ((await store.Pods(ct)).Count > 0)
            return;

        var pod = SamplePod.Make(TimeZone());
        await store.SavePod(pod, ct);
        foreach (var member in SamplePod.Members)
            await store.SaveMember(member, ct);
        for (var number = 0; number < Leads; number++)
            await desk.HandOver(pod, number, delivery: null, ct);
    }

    /// <summary>The zone of this machine, so that times on the page are those of whoever tries it.</summary>
    private string TimeZone() => DateTimeZoneProviders.Tzdb.GetZoneOrNull(time.LocalTimeZone.Id)?.Id ?? "Etc/UTC";
}
