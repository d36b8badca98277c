using System.Globalization;
using AlignmentBot.Bot.Channels;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;
using NodaTime;

namespace AlignmentBot.Bot.Handlers.Agreement;

/// <summary>What is owed to people by the steps of a ladder: words in private, which wait for each person's hours, and words in the channel.</summary>
public sealed class LadderEffects(ChannelSet channels)
{
    /// <summary>The commit with everything that the moves say.</summary>
    public Commit Add(Commit commit, LeadView view, ClauseClock clock, ValueList<(int Number, LadderMove Move)> moves)
    {
        var nudges = moves
            .Where(move => move.Move is LadderMove.Tell)
            .Select(move => NudgeOf(view, clock, move.Number, (LadderMove.Tell)move.Move))
            .ToValueList();
        var owed = moves.Where(move => move.Move is LadderMove.Say).SelectMany(move => OwedOf(view, clock, move.Number, (LadderMove.Say)move.Move));
        return Nudges.With(commit, nudges, view.Now) with { Owed = [.. commit.Owed, .. owed] };
    }

    /// <summary>While a pod only watches, nothing is done: the team leads are told on their next day what would have been.</summary>
    public Commit Watched(Commit commit, LadderCase at, ValueList<(int Number, LadderMove Move)> moves, LeadView view)
    {
        var leads = LadderRules.LeadsOf(at);
        var nudges = moves.SelectMany(move => leads.Select(lead => WouldBe(at, move.Number, move.Move, lead.Id, view))).ToValueList();
        return Nudges.With(commit, nudges, view.Now);
    }

    private static Nudge WouldBe(LadderCase at, int number, LadderMove move, MemberId lead, LeadView view)
    {
        var subject = WouldSubject.Of(move, at.Lead.Id, at.Clock.Clause, view.Now).ToString();
        return new Nudge(string.Create(CultureInfo.InvariantCulture, $"{subject}/{number}/{lead}"), view.Pod.Id, lead, subject, WouldSubject.ToldAt(view.Now, view.Pod));
    }

    private static Nudge NudgeOf(LeadView view, ClauseClock clock, int number, LadderMove.Tell tell)
    {
        var subject = SlaSubject.Of(tell.Says, view.Lead.Id, clock).ToString();
        return new Nudge(string.Create(CultureInfo.InvariantCulture, $"{subject}/{number}/{tell.To}"), view.Pod.Id, tell.To, subject, view.Now);
    }

    private IEnumerable<Owed> OwedOf(LeadView view, ClauseClock clock, int number, LadderMove.Say say)
    {
        var subject = SlaSubject.Of(say.Says, view.Lead.Id, clock).ToString();
        var slot = string.Create(CultureInfo.InvariantCulture, $"{subject}/{number}");
        return channels.Of(view.Pod).Select(place => new Owed(
            $"{place.Door.ToString().ToLowerInvariant()}:{slot}", place.Door, place.Conversation, slot, say.InThread ? Subjects.Lead(view.Lead.Id) : null, subject, view.Now));
    }
}
