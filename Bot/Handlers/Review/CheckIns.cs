using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Commands;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Review;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Review;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using NodaTime;
using Period = AlignmentBot.Domain.Statistics.Period;

namespace AlignmentBot.Bot.Handlers.Review;

/// <summary><c>/mql checkin</c>: an agenda from real records in the channel, what is decided there, and what has become of it by the next one.</summary>
public sealed class CheckIns(IStore store, PackReading reading, ReviewCards cards, ReviewDesk desk, BotClock clock)
{
    /// <summary>Within this time the same meeting goes on.</summary>
    private static readonly Duration SameMeeting = Duration.FromHours(12);

    private const int UsualDays = 14;
    private const int LongestDays = 92;

    public async Task<Answer> Open(CommandCall call, CancellationToken ct)
    {
        if (call.Member is not { Active: true } member)
            return LeadAnswers.Refused(new Refusal.NotOnRoster(), null, call.Who);
        var texts = Texts.For(call.Reader.Language);
        var now = clock.Now;
        var last = await store.LastCheckIn(call.Pod.Id, ct);
        if (last is not null && now - last.OpenedAt < SameMeeting)
            return new Answer.Say(texts["checkin.open_already", PlainText.Of(last.OpenedAt, now, call.Reader)], Tone.Neutral);

        var here = await desk.Find(call.Pod.Id, ct);
        var agenda = await reading.Of(here, PackKind.Weekly, Since(last, now, call.Pod.Zone), ct);
        var followUp = (await cards.Open(call.Pod.Id, ct)).Select(decision => decision.Id).ToValueList();
        var checkIn = new CheckIn(NewIds.Lead().Value, call.Pod.Id, now, member.Id, agenda, followUp);
        await desk.Commit(call.Pod, checkIn.Id, "opened", new ReviewWrites { CheckIn = checkIn }, null, ct);
        return new Answer.Say(texts["checkin.opened"], Tone.Good);
    }

    public async Task<Answer> DecideForm(Click click, CancellationToken ct) =>
        await desk.Visit(click.Who, click.Value, ct) is ReviewVisit.Granted visit
            ? new Answer.Ask(DecisionForm.Draw(visit.View, Today(visit.View).PlusDays(7), visit.Reader))
            : await Refuse(click.Who, click.Value, ct);

    public async Task<Answer> Decide(Submission form, CancellationToken ct)
    {
        if (await desk.Visit(form.Who, form.Value, ct) is not ReviewVisit.Granted visit)
            return await Refuse(form.Who, form.Value, ct);
        var read = DecisionAnswers.Read(form.Answers, visit.View, Today(visit.View), visit.Reader);
        if (read.Errors.Count > 0)
            return new Answer.Correct(read.Errors);
        var view = visit.View;
        var decision = new ReviewDecision(NewIds.Lead().Value, view.CheckIn.Pod, view.CheckIn.Id, read.What, read.Owner, read.Due, clock.Now, visit.Member.Id);
        return await desk.Commit(view.Agenda.Pod, view.CheckIn.Id, decision.Id, new ReviewWrites { Decision = decision }, (form.Who.Door, form.Delivery), ct);
    }

    public async Task<Answer> DoneForm(Click click, CancellationToken ct)
    {
        if (await desk.Visit(click.Who, click.Value, ct) is not ReviewVisit.Granted visit)
            return await Refuse(click.Who, click.Value, ct);
        var open = await cards.Open(visit.View.CheckIn.Pod, ct);
        return open.Count == 0
            ? new Answer.Say(Texts.For(visit.Reader.Language)["checkin.nothing_open"], Tone.Good)
            : new Answer.Ask(DecisionForm.Done(visit.View, open, visit.Reader));
    }

    public async Task<Answer> Done(Submission form, CancellationToken ct)
    {
        if (await desk.Visit(form.Who, form.Value, ct) is not ReviewVisit.Granted visit)
            return await Refuse(form.Who, form.Value, ct);
        var texts = Texts.For(visit.Reader.Language);
        if (form.Answers.GetValueOrDefault(FieldNames.Decision) is not { } id
            || await store.FindDecision(id, ct) is not { } decision || decision.Pod != visit.View.CheckIn.Pod)
            return new Answer.Correct([new FieldError(FieldNames.Decision, texts["checkin.error.decision"])]);
        if (decision.DoneAt is not null)
            return new Answer.Redraw(Subjects.CheckIn(visit.View.CheckIn.Id));
        var done = decision with { DoneAt = clock.Now, DoneBy = visit.Member.Id };
        return await desk.Commit(
            visit.View.Agenda.Pod, visit.View.CheckIn.Id, decision.Id + "/done", new ReviewWrites { Decision = done }, (form.Who.Door, form.Delivery), ct);
    }

    private async Task<Answer> Refuse(Visitor who, string checkIn, CancellationToken ct) =>
        await desk.Visit(who, checkIn, ct) is ReviewVisit.Refused refused
            ? refused.Why
            : new Answer.Say(Texts.For(Reader.Unknown.Language)["checkin.gone"], Tone.Warning);

    private LocalDate Today(CheckInView view) => clock.Now.InZone(view.Agenda.Pod.Zone).Date;

    /// <summary>The days since the last check-in; two weeks where there was none, and a quarter at most.</summary>
    private static Period Since(CheckIn? last, Instant now, DateTimeZone zone)
    {
        var today = now.InZone(zone).Date;
        var days = last is null ? UsualDays : NodaTime.Period.DaysBetween(last.OpenedAt.InZone(zone).Date, today);
        return Period.LastDays(today, Math.Clamp(days, 1, LongestDays));
    }
}
