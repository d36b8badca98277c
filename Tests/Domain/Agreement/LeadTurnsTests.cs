using AlignmentBot.Domain;
using AlignmentBot.Domain.Agreement;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Domain.Time;
using AlignmentBot.Tests.Fakes;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Agreement;

/// <summary>Whose turn it is.</summary>
public sealed class LeadTurnsTests
{
    [Fact]
    public void Everybody_gets_as_many_by_turn() => Assert.Equal([4, 4, 4], Deal(12, Rosa, Sam, Lena).Values);

    [Fact]
    public void Who_has_twice_the_weight_gets_twice_as_many()
    {
        var dealt = Deal(12, Rosa with { Weight = 2 }, Sam);

        Assert.Equal((8, 4), (dealt[Rosa.Id], dealt[Sam.Id]));
    }

    [Fact]
    public void Who_has_no_weight_gets_none() => Assert.Equal([Sam.Id], Deal(3, Rosa with { Weight = 0 }, Sam).Keys);

    [Fact]
    public void Somebody_new_is_not_flooded()
    {
        var turns = new Dictionary<MemberId, int> { [Rosa.Id] = 50, [Sam.Id] = 50 };

        var dealt = Deal(9, turns, Rosa, Sam, Lena);

        Assert.Equal((53, 53, 53), (dealt[Rosa.Id], dealt[Sam.Id], dealt[Lena.Id]));
    }

    [Fact]
    public void It_goes_back_to_who_missed_it_only_when_nobody_else_is_there()
    {
        var missed = SampleLeads.Reserved;
        Assert.Equal(Sam.Id, LeadTurns.Next(Case(missed, [], Rosa, Sam))!.Id);
        Assert.Equal(Rosa.Id, LeadTurns.Next(Case(missed, [], Rosa))!.Id);
    }

    [Fact]
    public void Who_is_away_or_off_work_is_passed_over()
    {
        var away = Sam with { Off = [new DaysOff(new LocalDate(2026, 11, 20), new LocalDate(2026, 11, 20), null)] };
        var later = Lena with { Hours = WorkWeek.Office with { Friday = [new Shift(new LocalTime(14, 0), new LocalTime(17, 0))] } };

        Assert.Null(LeadTurns.Next(Case(SampleLeads.Offered, [], away, later)));
        Assert.Equal(Rosa.Id, LeadTurns.Next(Case(SampleLeads.Offered, [], away, later, Rosa))!.Id);
    }

    private static Dictionary<MemberId, int> Deal(int leads, params Member[] reps) => Deal(leads, [], reps);

    private static Dictionary<MemberId, int> Deal(int leads, Dictionary<MemberId, int> turns, params Member[] reps)
    {
        for (var i = 0; i < leads; i++)
        {
            var at = Case(SampleLeads.Offered, turns, reps);
            var next = LeadTurns.Next(at)!;
            foreach (var (member, taken) in LeadTurns.After(at, next))
                turns[member] = taken;
        }

        return turns;
    }

    private static LadderCase Case(Lead lead, Dictionary<MemberId, int> turns, params Member[] members) =>
        new(lead, new ClauseClock(Clause.Decide, Morning) { Target = Duration.FromHours(1), DueAt = Minute(60) }, Emea, members.ToValueList(), turns, Minute(120));
}
