using System.Globalization;
using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Configuration;
using AlignmentBot.Bot.Handlers.Commands;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Agreement;

/// <summary><c>/mql sla watch</c>: for some days nothing is sent to people, and the team leads see what would have been.</summary>
public sealed class Watching(IStore store, Rosters rosters, PodsConfiguration configured, BotClock clock)
{
    public const int UsualDays = 7;
    private const int MostDays = 31;

    public async Task<Answer> Run(CommandCall call, PodRoster pod, string[] words, CancellationToken ct)
    {
        var texts = Texts.For(call.Reader.Language);
        if (call.Member is null || Signing.Check(pod.Pod.Id, call.Member) is not null)
            return new Answer.Say(texts["sla.refused.pod_leads"], Tone.Warning);
        if (Days(words) is not { } days)
            return new Answer.Say(texts["sla.watch.usage", MostDays], Tone.Warning);
        var until = clock.Now.InZone(pod.Pod.Zone).Date.PlusDays(days - 1);
        await store.SavePod(pod.Pod with { WatchUntil = days == 0 ? null : until }, ct);
        rosters.Forget(pod.Pod.Id);
        var said = days == 0 ? texts["sla.watch.off", pod.Pod.Name] : texts["sla.watch.on", pod.Pod.Name, until.ToString("d MMM uuuu", texts.Language)];
        var kept = configured.Pods.Any(draft => draft.Id == pod.Pod.Id && draft.WatchUntil is not null) ? texts["sla.watch.configured"] : null;
        return new Answer.Say(kept is null ? said : $"{said} {kept}", Tone.Good);
    }

    /// <summary>Nothing for a week, "off" for none, else a number of days.</summary>
    private static int? Days(string[] words) => words switch
    {
        [] => UsualDays,
        ["off"] => 0,
        [var days] when int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= MostDays => number,
        _ => null,
    };
}
