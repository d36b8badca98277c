using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using NodaTime;

namespace AlignmentBot.Tests.Domain.Leads;

/// <summary>Given a lead, when somebody asks, then: reads as the rule it tests.</summary>
internal static class Given
{
    public static Decision When(this Lead? lead, LeadCommand command, Member by, int minute) =>
        lead.When(command, SamplePod.By(by), SamplePod.Minute(minute));

    public static Decision When(this Lead? lead, LeadCommand command, Actor by, Instant at) => LeadDecider.Decide(lead, command, by, at);

    public static void ThenRefused(this Decision decision, Refusal why) => Assert.Equal(new Decision.Refused(why), decision);

    public static void ThenUnchanged(this Decision decision) => Assert.Equal(Decision.Unchanged.Instance, decision);

    /// <summary>Holds the facts against the expected ones and hands on the lead after them.</summary>
    public static Lead ThenHappened(this Decision decision, params LeadFact[] facts)
    {
        var happened = Assert.IsType<Decision.Happened>(decision);
        Assert.Equal(facts, happened.Facts);
        return happened.Next;
    }
}
