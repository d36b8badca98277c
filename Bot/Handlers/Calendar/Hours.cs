using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Configuration;
using AlignmentBot.Bot.Handlers.Agreement;
using AlignmentBot.Bot.Handlers.Commands;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Calendar;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Calendar;

/// <summary><c>/mql hours</c>: when the person works, and when the pod does; <c>set</c> and <c>zone</c> to change one's own.</summary>
public sealed class Hours(IStore store, Rosters rosters, PodsConfiguration configured, BotClock clock, Wakeups wakeups)
{
    /// <summary>Stands between words that come after one another.</summary>
    private const string Then = " ";

    public async Task<Answer> Run(CommandCall call, CancellationToken ct)
    {
        if (call.Member is not { Active: true } member)
            return LeadAnswers.Refused(new Refusal.NotOnRoster(), null, call.Who);
        var words = call.Rest.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words switch
        {
            [] => new Answer.Show(HoursCard.Draw(call.Pod, member, clock.Now, call.Reader)),
            [var verb] when IsSet(verb) => new Answer.Ask(HoursForm.Draw(call.Pod, member, call.Reader)),
            [var verb, var typed] when IsSet(verb) => await Change(HoursWish.Hours(typed, Texts.For(call.Reader.Language)), call.Pod, member, ct),
            [var verb, var typed] when verb.Equals("zone", StringComparison.OrdinalIgnoreCase) => await Change(HoursWish.Zone(typed, Texts.For(call.Reader.Language)), call.Pod, member, ct),
            _ => new Answer.Say(Texts.For(call.Reader.Language)["hours.usage"], Tone.Warning),
        };
    }

    /// <summary>The button that opens the form.</summary>
    public async Task<Answer> Form(Click click, CancellationToken ct) => await Visit(click.Who, click.Value, ct) is var (here, member)
        ? new Answer.Ask(HoursForm.Draw(here.Pod, member, Reader.Of(member, here.Pod)))
        : LeadAnswers.Refused(new Refusal.NotOnRoster(), null, click.Who);

    public async Task<Answer> Submit(Submission form, CancellationToken ct)
    {
        if (await Visit(form.Who, form.Value, ct) is not var (here, member))
            return LeadAnswers.Refused(new Refusal.NotOnRoster(), null, form.Who);
        var wish = HoursWish.Read(form.Answers, Texts.For(Reader.Of(member, here.Pod).Language));
        return wish is HoursWish.Wrong wrong ? new Answer.Correct([wrong.Error]) : await Change(wish, here.Pod, member, ct);
    }

    private static bool IsSet(string verb) => verb.Equals("set", StringComparison.OrdinalIgnoreCase);

    private async Task<Answer> Change(HoursWish wish, Pod pod, Member known, CancellationToken ct) => wish switch
    {
        HoursWish.Wrong wrong => new Answer.Say(wrong.Error.Sentence, Tone.Warning),
        HoursWish.Fine fine => await Save(fine.Change(await store.FindMember(known.Id, ct) ?? known), pod, ct),
        var other => throw new NotSupportedException($"No answer for {other.GetType().Name}."),
    };

    private async Task<Answer> Save(Member member, Pod pod, CancellationToken ct)
    {
        var now = clock.Now;
        var reader = Reader.Of(member, pod);
        var texts = Texts.For(reader.Language);

        // What waits for the old hours is looked at by the new ones.
        await store.Commit(new Commit { Members = [member], Timers = [Nudges.Look(member, now), AbsenceTurns.Look(member, now)] }, ct);
        rosters.Forget(pod.Id);
        wakeups.Timers.Ring();

        var own = WorkCalendar.Of(member, pod);
        var sentences = new List<string> { texts["hours.saved", HoursCard.Line(member, own, texts)] };
        sentences.Add(WorkingTime.IsWorking(now, own) ? texts["hours.now"] : WorkingTime.NextStart(now, own) is { } next ? texts["hours.next", PlainText.Of(next, now, reader)] : texts["hours.never"]);
        if (IsConfigured(member))
            sentences.Add(texts["hours.configured"]);
        return new Answer.Say(string.Join(Then, sentences), Tone.Good);
    }

    private bool IsConfigured(Member member) => configured.Pods
        .Where(pod => pod.Id == member.Pod)
        .SelectMany(pod => pod.Members)
        .Any(draft => draft.Email.Trim().Equals(member.Email, StringComparison.OrdinalIgnoreCase) && (draft.Hours is not null || draft.TimeZone is not null));

    private async Task<(PodRoster Here, Member Member)?> Visit(Visitor who, string pod, CancellationToken ct) =>
        await rosters.Find(new Domain.PodId(pod), ct) is { } here && here.Roster.FindByAccount(who.Door, who.Account) is { Active: true } member ? (here, member) : null;
}
