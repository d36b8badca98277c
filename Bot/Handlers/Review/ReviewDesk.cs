using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Review;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;

namespace AlignmentBot.Bot.Handlers.Review;

/// <summary>Lets people of the pod at its check-ins, and makes durable what they do there.</summary>
public sealed class ReviewDesk(IStore store, Rosters rosters, ReviewCards cards, ChannelSet channels, BotClock clock, Wakeups wakeups)
{
    public async Task<PodRoster> Find(PodId pod, CancellationToken ct) =>
        await rosters.Find(pod, ct) ?? throw new InvalidOperationException($"Pod {pod} is not stored.");

    public async Task<ReviewVisit> Visit(Visitor who, string checkIn, CancellationToken ct)
    {
        if (await cards.CheckIn(checkIn, ct) is not { } view)
            return new ReviewVisit.Refused(new Answer.Say(Texts.For(Reader.Unknown.Language)["checkin.gone"], Tone.Warning));
        return view.Agenda.Roster.FindByAccount(who.Door, who.Account) is { Active: true } member
            ? new ReviewVisit.Granted(view, member, Reader.Of(member, view.Agenda.Pod))
            : new ReviewVisit.Refused(LeadAnswers.Refused(new Refusal.NotOnRoster(), null, who));
    }

    /// <summary>Writes, and has the check-in's card drawn anew everywhere.</summary>
    /// <param name="because">What makes the drawing owed once.</param>
    /// <param name="delivery">By which it came, where the door gives one.</param>
    public async Task<Answer> Commit(Pod pod, string checkIn, string because, ReviewWrites writes, (Door Door, string Id)? delivery, CancellationToken ct)
    {
        var subject = Subjects.CheckIn(checkIn);
        var answer = new Answer.Redraw(subject);
        var now = clock.Now;
        var result = await store.Commit(
            new Commit
            {
                Review = writes,
                Owed = ReviewEffects.Owe(channels, pod, $"{subject}/{because}", subject, now),
                Delivery = delivery is { } came ? new Delivery(came.Door, came.Id, null, StoredAnswer.Write(answer), now) : null,
            },
            ct);
        wakeups.Outbox.Ring();
        return result is CommitResult.Repeated repeated ? StoredAnswer.Read(repeated.Earlier.Answer) : answer;
    }
}

/// <summary>Whether somebody may act at a check-in.</summary>
public abstract record ReviewVisit
{
    private ReviewVisit()
    {
    }

    public sealed record Granted(CheckInView View, Member Member, Reader Reader) : ReviewVisit;

    public sealed record Refused(Answer Why) : ReviewVisit;
}
