using AlignmentBot.Bot.Hosting;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using NodaTime;
using Timer = AlignmentBot.Storage.Timer;

namespace AlignmentBot.Bot.Handlers.Awards;

/// <summary>Who is told what about a round: the channel, every voter, and an admin where one has to choose.</summary>
public sealed class RoundNews(AwardEffects effects, BotClock clock)
{
    /// <summary>The card in the channel, a ballot for every voter, and a question to the admins of a side with few voters.</summary>
    public News Opened(Round round, PodMonth month)
    {
        var people = month.Members.ToDictionary(member => member.Id);
        var admins = month.Members.Where(member => RoundRights.MayRun(member, month.Members)).ToList();
        var ballots = round.Ballots.Where(ballot => ballot.IsVoted).SelectMany(ballot => ballot.Voters)
            .Select(voter => (people[voter], AwardSubjects.Ballot(round.Id, voter)));
        var questions = round.Ballots.Where(ballot => ballot.Mode == BallotMode.Undecided)
            .SelectMany(ballot => admins.Select(admin => (admin, AwardSubjects.Choose(round.Id, ballot.Award, admin.Id))));
        var news = Private(ballots.Concat(questions), month.Pod);
        return news with { Owed = [.. effects.InChannel(month.Pod, AwardSubjects.Round(round.Id), "v1", clock.Now), .. news.Owed] };
    }

    /// <summary>A month without a vote is said nowhere, and the last one of the year still sums it up.</summary>
    public ValueList<Owed> Ended(Round round, Pod pod) => effects.YearOf(pod, round.Month, clock.Now);

    /// <summary>Private messages: those whose readers work get them now, the others when they do.</summary>
    public News Private(IEnumerable<(Member Member, string Subject)> messages, Pod pod)
    {
        var now = clock.Now;
        var all = messages.Select(message => effects.InPrivate(message.Member, pod, message.Subject, now)).ToList();
        return new News(all.Select(message => message.Now).OfType<Owed>().ToValueList(), all.Select(message => message.Later).OfType<Timer>().ToValueList());
    }
}

/// <param name="Owed">To be delivered now.</param>
/// <param name="Later">Timers that hold the rest.</param>
public sealed record News(ValueList<Owed> Owed, ValueList<Timer> Later);
