using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using NodaTime;
using static AlignmentBot.Tests.Fakes.SamplePod;

namespace AlignmentBot.Tests.Domain.Roster;

public sealed class PodTests
{
    [Theory]
    [InlineData(IsoDayOfWeek.Monday)]
    [InlineData(IsoDayOfWeek.Tuesday)]
    [InlineData(IsoDayOfWeek.Wednesday)]
    [InlineData(IsoDayOfWeek.Thursday)]
    [InlineData(IsoDayOfWeek.Friday)]
    public void A_pod_works_from_nine_to_half_past_five_unless_told_otherwise(IsoDayOfWeek day) =>
        Assert.Equal([new Shift(new LocalTime(9, 0), new LocalTime(17, 30))], Emea.Hours.On(day));

    [Theory]
    [InlineData(IsoDayOfWeek.Saturday)]
    [InlineData(IsoDayOfWeek.Sunday)]
    public void Nobody_works_at_the_weekend_unless_told_otherwise(IsoDayOfWeek day) => Assert.Empty(Emea.Hours.On(day));

    [Fact]
    public void Every_day_has_its_own_hours()
    {
        var days = Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None).ToList();
        var shifts = days.Select(day => (ValueList<Shift>)[new Shift(new LocalTime((int)day, 0), new LocalTime(18, 0))]).ToList();

        var week = new WorkWeek(shifts[0], shifts[1], shifts[2], shifts[3], shifts[4], shifts[5], shifts[6]);

        Assert.Equal(shifts, days.Select(week.On));
    }

    [Fact]
    public void A_pod_keeps_its_calendar_in_its_own_zone() => Assert.Equal(new LocalTime(10, 0), Morning.InZone(Emea.Zone).TimeOfDay);

    [Fact]
    public void Every_required_field_of_a_new_pod_is_one_that_leads_have() => Assert.All(Emea.RequiredFields, name => Assert.True(BriefFields.Knows(name), name));

    [Fact]
    public void A_new_pod_has_reasons_of_every_family_and_no_code_twice()
    {
        Assert.Equal(Enum.GetValues<RejectionFamily>().Order(), Emea.Reasons.Select(reason => reason.Family).Distinct().Order());
        Assert.Equal(Emea.Reasons.Count, Emea.Reasons.DistinctBy(reason => reason.Code, StringComparer.Ordinal).Count());
    }
}
