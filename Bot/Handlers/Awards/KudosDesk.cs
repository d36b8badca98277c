using System.Globalization;
using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Handlers.Commands;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Awards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Awards;

/// <summary><c>/mql kudos @name for …</c>, and the buttons under a thank-you.</summary>
public sealed class KudosDesk(AwardCommits commits, Rosters rosters, AwardEffects effects, RoundNews news, BotClock clock)
{
    private const string For = "for ";

    public async Task<Answer> Give(CommandCall call, CancellationToken ct)
    {
        var texts = Texts.For(call.Reader.Language);
        if (call.Member is not { } giver)
            return new Answer.Say(texts["vote.no.roster"], Tone.Warning);
        if (call.Rest.Trim().Length == 0 || await rosters.Find(call.Pod.Id, ct) is not { } here)
            return new Answer.Say(texts["kudos.usage", Kudos.PerDay], Tone.Warning);
        var mention = MemberMentions.Read(call.Rest, here.Roster);
        if (mention.Found is not [var receiver])
            return new Answer.Say(texts[mention.Found.Count == 0 ? "kudos.unknown" : "kudos.several", TextClean.OneLine(mention.Name)], Tone.Warning);

        var words = mention.Rest.StartsWith(For, StringComparison.OrdinalIgnoreCase) ? mention.Rest[For.Length..].Trim() : mention.Rest;
        while (true)
        {
            if (await commits.Store.FindDelivery(call.Who.Door, call.Delivery, ct) is { } earlier)
                return StoredAnswer.Read(earlier.Answer);
            if (await Attempt(call, giver, receiver, words, ct) is { } answer)
                return answer;
        }
    }

    public Task<Answer> Withdraw(Click click, CancellationToken ct) => Act(click, KudosAct.Withdraw, ct);

    public Task<Answer> Report(Click click, CancellationToken ct) => Act(click, KudosAct.Report, ct);

    public Task<Answer> PutBack(Click click, CancellationToken ct) => Act(click, KudosAct.PutBack, ct);

    public Task<Answer> Remove(Click click, CancellationToken ct) => Act(click, KudosAct.Remove, ct);

    /// <summary>One try; null when the giver gave another one at the same moment, which counts, too.</summary>
    private async Task<Answer?> Attempt(CommandCall call, Member giver, Member receiver, string words, CancellationToken ct)
    {
        var now = clock.Now;
        var since = now.InZone(call.Pod.Zone).Date.AtStartOfDayInZone(call.Pod.Zone).ToInstant();
        var today = await commits.Store.CountKudosGiven(giver.Id, since, ct);
        if (KudosRules.Check(giver, receiver, words, today) is { } refusal)
            return new Answer.Say(KudosCard.Refusal(refusal, call.Reader), Tone.Warning);
        var kudos = new Kudos(NewIds.Lead().Value, call.Pod.Id, giver.Id, receiver.Id, now, words, KudosState.Given.Instance);
        var answer = new Answer.Say(Texts.For(call.Reader.Language)["kudos.done", receiver.Name], Tone.Good);
        var commit = new Commit
        {
            Kudos = new KudosWrite(kudos, 0) { Given = (since, today) },
            Delivery = new Delivery(call.Who.Door, call.Delivery, null, StoredAnswer.Write(answer), now),
            Owed = effects.InChannel(call.Pod, AwardSubjects.Kudos(kudos.Id), "v1", now),
        };
        return await commits.Commit(commit, ct) switch
        {
            CommitResult.Done => answer,
            CommitResult.Repeated repeated => StoredAnswer.Read(repeated.Earlier.Answer),
            _ => null,
        };
    }

    private async Task<Answer> Act(Click click, KudosAct act, CancellationToken ct)
    {
        while (true)
        {
            if (await commits.Store.FindKudos(click.Value, ct) is not { } stored || await rosters.Find(stored.Kudos.Pod, ct) is not { } here)
                return new Answer.Say(Texts.For(Reader.Unknown.Language)["kudos.no.unknown"], Tone.Warning);
            if (here.Roster.FindByAccount(click.Who.Door, click.Who.Account) is not { Active: true } member)
                return new Answer.Say(Texts.For(Reader.Everyone(here.Pod).Language)["vote.no.roster"], Tone.Warning);
            var now = clock.Now;
            var (next, why) = KudosRules.Decide(stored.Kudos, act, member, now);
            if (why is { } refusal)
                return new Answer.Say(KudosCard.Refusal(refusal, Reader.Of(member, here.Pod)), Tone.Warning);
            var subject = act is KudosAct.PutBack or KudosAct.Remove ? AwardSubjects.Report(stored.Kudos.Id, member.Id) : AwardSubjects.Kudos(stored.Kudos.Id);
            if (next == stored.Kudos || await commits.Commit(await Write(next!, stored.Version, act, here, now, ct), ct) is CommitResult.Done)
                return new Answer.Redraw(subject);
        }
    }

    /// <summary>The card in the channel anew; of a report also a word to the team leads, and of what one of them decided, to the others.</summary>
    private async Task<Commit> Write(Kudos next, long version, KudosAct act, PodRoster here, Instant now, CancellationToken ct)
    {
        var because = string.Create(CultureInfo.InvariantCulture, $"v{version + 1}");
        var leads = here.Roster.Members.Where(member => member is { Active: true, PodLead: true })
            .Select(member => (member, AwardSubjects.Report(next.Id, member.Id)))
            .ToList();
        var told = act == KudosAct.Report ? news.Private(leads, here.Pod) : new News(await effects.Again(leads, because, now, ct), []);
        return new Commit
        {
            Kudos = new KudosWrite(next, version),
            Owed = [.. effects.InChannel(here.Pod, AwardSubjects.Kudos(next.Id), because, now), .. told.Owed],
            Timers = told.Later,
        };
    }
}
