using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Agreement;
using AlignmentBot.Bot.Handlers.Commands;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Calendar;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Calendar;

/// <summary><c>/mql away</c>, <c>/mql back</c> and the form "I am away".</summary>
public sealed class Absences(IStore store, Rosters rosters, BotClock clock, Wakeups wakeups)
{
    public async Task<Answer> Away(CommandCall call, CancellationToken ct)
    {
        if (call.Member is not { Active: true } member || await rosters.Find(call.Pod.Id, ct) is not { } here)
            return LeadAnswers.Refused(new Refusal.NotOnRoster(), null, call.Who);
        var texts = Texts.For(call.Reader.Language);
        return AwayWish.Read(call.Rest, member, here, Absence.Today(member, here.Pod, clock.Now), texts) switch
        {
            AwayWish.Wrong wrong => new Answer.Say(wrong.Error.Sentence, Tone.Warning),
            AwayWish.Fine fine => await Save(member, fine, here, texts, ct),
            var other => throw new NotSupportedException($"No answer for {other.GetType().Name}."),
        };
    }

    /// <summary>The button "I am away".</summary>
    public async Task<Answer> Form(Click click, CancellationToken ct) => await Visit(click.Who, click.Value, ct) is var (here, member)
        ? new Answer.Ask(AwayForm.Draw(here.Pod, member, here.Roster, Absence.Today(member, here.Pod, clock.Now), Reader.Of(member, here.Pod)))
        : LeadAnswers.Refused(new Refusal.NotOnRoster(), null, click.Who);

    public async Task<Answer> Submit(Submission form, CancellationToken ct)
    {
        if (await Visit(form.Who, form.Value, ct) is not var (here, member))
            return LeadAnswers.Refused(new Refusal.NotOnRoster(), null, form.Who);
        var texts = Texts.For(Reader.Of(member, here.Pod).Language);
        string? Given(string field) => form.Answers.GetValueOrDefault(field);
        return AwayWish.Read(Given(FieldNames.From), Given(FieldNames.Until), Given(FieldNames.Backup), member, here, Absence.Today(member, here.Pod, clock.Now), texts) switch
        {
            AwayWish.Wrong wrong => new Answer.Correct([wrong.Error]),
            AwayWish.Fine fine => await Save(member, fine, here, texts, ct),
            var other => throw new NotSupportedException($"No answer for {other.GetType().Name}."),
        };
    }

    /// <summary>Ends the days off of today, or takes back the next ones.</summary>
    public async Task<Answer> Back(CommandCall call, CancellationToken ct)
    {
        if (call.Member is not { Active: true } known || await rosters.Find(call.Pod.Id, ct) is not { } here || await store.FindMember(known.Id, ct) is not { } member)
            return LeadAnswers.Refused(new Refusal.NotOnRoster(), null, call.Who);
        var now = clock.Now;
        var texts = Texts.For(call.Reader.Language);
        var today = Absence.Today(member, here.Pod, now);
        var (off, ended) = Absence.Without(member.Off, today);
        if (ended is null)
            return new Answer.Say(texts["away.not_away"], Tone.Neutral);

        var wasAway = ended.Covers(today);
        var words = AbsenceTurns.Concerned(member, ended, here)
            .Select(other => wasAway
                ? AbsenceTurns.Word(Subjects.Back(member.Id, today.PlusDays(-1)), other, now)
                : AbsenceTurns.NewWord(Subjects.Stays(member.Id, ended.From, ended.Until), other, now))
            .ToValueList();
        await Keep(member with { Off = off }, wasAway ? words : await WhoHasHeard(words, Subjects.Away(member.Id, ended.From), now, ct), ct);
        return new Answer.Say(wasAway ? texts["away.back_said"] : texts["away.cancelled", DayWords.Of(ended, today, texts)], Tone.Good);
    }

    /// <summary>Who has not been told of the days off yet is told neither of them nor of their end.</summary>
    private async Task<ValueList<Nudge>> WhoHasHeard(ValueList<Nudge> words, string away, Instant now, CancellationToken ct)
    {
        var heard = new List<Nudge>();
        foreach (var word in words)
        {
            var waiting = await store.WaitingNudges(word.To, now, ct);
            if (!waiting.Any(other => other.Subject == away))
                heard.Add(word);
        }

        return heard.ToValueList();
    }

    private async Task<Answer> Save(Member known, AwayWish.Fine wish, PodRoster here, Texts texts, CancellationToken ct)
    {
        var now = clock.Now;
        var member = await store.FindMember(known.Id, ct) ?? known;
        var today = Absence.Today(member, here.Pod, now);
        var words = AbsenceTurns.Concerned(member, wish.Off, here).Select(other => AbsenceTurns.NewWord(Subjects.Away(member.Id, wish.Off.From), other, now));
        await Keep(member with { Off = Absence.With(member.Off, wish.Off, today) }, words.ToValueList(), ct);

        var covering = wish.Backup is { } backup ? texts["away.said_backup", backup.Name] : texts[member.Side == Side.Sales ? "away.said_nobody" : "away.said_quiet"];
        return new Answer.Say(texts["away.said", DayWords.Of(wish.Off, today, texts), covering], Tone.Good);
    }

    private async Task Keep(Member member, ValueList<Nudge> words, CancellationToken ct)
    {
        var now = clock.Now;
        await store.Commit(Nudges.With(new Commit { Members = [member], Timers = [AbsenceTurns.Look(member, now), Nudges.Look(member, now)] }, words, now), ct);
        rosters.Forget(member.Pod);
        wakeups.Timers.Ring();
    }

    private async Task<(PodRoster Here, Member Member)?> Visit(Visitor who, string pod, CancellationToken ct) =>
        await rosters.Find(new PodId(pod), ct) is { } here && here.Roster.FindByAccount(who.Door, who.Account) is { Active: true } member ? (here, member) : null;
}
