using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Configuration;
using AlignmentBot.Bot.Handlers.Commands;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Calendar;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Calendar;

/// <summary><c>/mql holidays</c>: the pod's holidays, and changing them one by one or from a calendar.</summary>
public sealed class Holidays(IStore store, Rosters rosters, PodsConfiguration configured, BotClock clock)
{
    /// <summary>Stands between words that come after one another.</summary>
    private const string Then = " ";

    public Task<Answer> Run(CommandCall call, CancellationToken ct)
    {
        var words = call.Rest.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var rest = words.Length > 1 ? words[1] : string.Empty;
        var texts = Texts.For(call.Reader.Language);
        if (call.Member is not { Active: true } member)
            return Task.FromResult(LeadAnswers.Refused(new Refusal.NotOnRoster(), null, call.Who));
        return (words is [var verb, ..] ? verb.ToLowerInvariant() : "list") switch
        {
            "list" => Task.FromResult<Answer>(new Answer.Show(HolidaysCard.Draw(call.Pod, Today(call.Pod), CalendarRights.MayChange(call.Pod, member), call.Reader))),
            "import" => Task.FromResult(Form(call.Pod, member, call.Reader)),
            "add" => Change(call.Pod, member, rest, texts, HolidayChange.Add, ct),
            "remove" => Change(call.Pod, member, rest, texts, (pod, days) => HolidayChange.Remove(pod, [.. days]), ct),
            _ => Task.FromResult<Answer>(new Answer.Say(texts["holidays.usage"], Tone.Warning)),
        };
    }

    /// <summary>The button that opens the form.</summary>
    public async Task<Answer> Form(Click click, CancellationToken ct) => await Visit(click.Who, click.Value, ct) is { } visit
        ? Form(visit.Pod, visit.Member, Reader.Of(visit.Member, visit.Pod))
        : LeadAnswers.Refused(new Refusal.NotOnRoster(), null, click.Who);

    public async Task<Answer> Submit(Submission form, CancellationToken ct)
    {
        if (await Visit(form.Who, form.Value, ct) is not var (pod, member))
            return LeadAnswers.Refused(new Refusal.NotOnRoster(), null, form.Who);
        var texts = Texts.For(Reader.Of(member, pod).Language);
        if (!CalendarRights.MayChange(pod, member))
            return new Answer.Say(texts["holidays.error.rights"], Tone.Warning);
        return HolidayPaste.Read(form.Answers.GetValueOrDefault(FieldNames.Days) ?? string.Empty, Today(pod), texts) switch
        {
            HolidaysRead.Wrong wrong => new Answer.Correct([new FieldError(FieldNames.Days, wrong.Sentence)]),
            HolidaysRead.Fine fine => await Save(
                form.Answers.GetValueOrDefault(FieldNames.Mode) == HolidaysForm.Replace ? HolidayChange.Replace(pod, fine.Days, Today(pod)) : HolidayChange.Add(pod, fine.Days),
                fine.LeftOut,
                texts,
                ct),
            var other => throw new NotSupportedException($"No answer for {other.GetType().Name}."),
        };
    }

    private static Answer Form(Pod pod, Member member, Reader reader) => CalendarRights.MayChange(pod, member)
        ? new Answer.Ask(HolidaysForm.Draw(pod, reader))
        : new Answer.Say(Texts.For(reader.Language)["holidays.error.rights"], Tone.Warning);

    private async Task<Answer> Change(
        Pod known, Member member, string typed, Texts texts, Func<Pod, IEnumerable<LocalDate>, HolidayChange> change, CancellationToken ct)
    {
        if (!CalendarRights.MayChange(known, member))
            return new Answer.Say(texts["holidays.error.rights"], Tone.Warning);
        if (typed.Length == 0)
            return new Answer.Say(texts["holidays.usage"], Tone.Warning);
        return HolidayPaste.Read(typed, Today(known), texts) switch
        {
            HolidaysRead.Wrong wrong => new Answer.Say(wrong.Sentence, Tone.Warning),
            HolidaysRead.Fine fine => await Save(change(await store.FindPod(known.Id, ct) ?? known, fine.Days), fine.LeftOut, texts, ct),
            var other => throw new NotSupportedException($"No answer for {other.GetType().Name}."),
        };
    }

    private async Task<Answer> Save(HolidayChange change, int leftOut, Texts texts, CancellationToken ct)
    {
        if (change.Pod.Holidays.Count > HolidayPaste.Most)
            return new Answer.Say(texts["holidays.error.too_many", HolidayPaste.Most], Tone.Warning);
        if (change.Added + change.Removed > 0)
        {
            await store.SavePod(change.Pod, ct);
            rosters.Forget(change.Pod.Id);
        }

        var sentences = new List<string> { texts["holidays.changed", change.Pod.Name, change.Added, change.Removed, change.Pod.Holidays.Count(day => day >= Today(change.Pod))] };
        if (leftOut > 0)
            sentences.Add(texts.Count("holidays.left_out", leftOut));
        if (configured.Pods.Any(pod => pod.Id == change.Pod.Id && pod.Holidays is not null))
            sentences.Add(texts["holidays.configured"]);
        return new Answer.Say(string.Join(Then, sentences), Tone.Good);
    }

    private async Task<(Pod Pod, Member Member)?> Visit(Visitor who, string pod, CancellationToken ct) =>
        await rosters.Find(new PodId(pod), ct) is { } here && here.Roster.FindByAccount(who.Door, who.Account) is { Active: true } member ? (here.Pod, member) : null;

    private LocalDate Today(Pod pod) => clock.Now.InZone(pod.Zone).Date;
}
