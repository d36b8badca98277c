using AlignmentBot.Cards.Leads;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using NodaTime;

namespace AlignmentBot.Cards.Agreement;

/// <summary>What would have happened at a pod that only watches for now.</summary>
public enum WouldBe
{
    Reminded,
    Told,
    Said,
    PassedOn,
}

/// <summary>One line of the daily word to team leads while their pod only watches.</summary>
public static class WatchLine
{
    /// <param name="to">Who would have been told, or given the lead; null for the channel.</param>
    public static ValueList<Run> Draw(LeadView view, WouldBe what, MemberId? to, Instant at, Reader reader)
    {
        var texts = Texts.For(reader.Language);
        var title = new Run.Strong(LeadWords.Title(view.Lead, texts));
        Run who = to is { } member ? LeadWords.Person(member, view, reader) : new Run.Plain(view.Pod.Name);
        return texts.Runs(Key(what), new Run.Moment(at, reader.Zone), who, title);
    }

    private static string Key(WouldBe what) => what switch
    {
        WouldBe.Reminded => "sla.watch.reminded",
        WouldBe.Told => "sla.watch.told",
        WouldBe.Said => "sla.watch.said",
        WouldBe.PassedOn => "sla.watch.passed_on",
    };
}
