using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using Sampled = AlignmentBot.Bot.Channels.Local.Sample;

namespace AlignmentBot.Tests.Bot.Local;

public sealed class SampleDataTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Empty_store_starts_with_the_sample_pod_and_a_handful_of_leads()
    {
        await using var bot = await RunningBot.Start();

        var pod = Assert.Single(await bot.Store.Pods(Ct));
        var members = await bot.Store.Members(pod.Id, Ct);
        var leads = (await bot.Store.ListLeads(new(pod.Id, [], null, null, 50), Ct)).Leads;
        Assert.Equal("sample", pod.Id.Value);
        Assert.Equal(3, members.Count(member => member is { Side: Side.Sales, PodLead: false }));
        Assert.Equal(2, members.Count(member => member is { Side: Side.Marketing, PodLead: false }));
        Assert.Equal([Side.Sales, Side.Marketing], members.Where(member => member.PodLead).Select(member => member.Side).Order());
        Assert.All(members, member => Assert.EndsWith("@example.com", member.Email, StringComparison.Ordinal));
        Assert.Equal(6, leads.Count);
        Assert.Contains(leads, lead => lead.Lead.State is LeadState.Incomplete);
        Assert.Contains(leads, lead => lead.Lead.State is LeadState.Offered { ReservedFor: not null });
    }

    [Fact]
    public async Task Second_start_adds_nothing()
    {
        await using var bot = await RunningBot.Start();
        await bot.Stop();
        await bot.Run();

        Assert.Equal(6, (await bot.Store.ListLeads(new(null, [], null, null, 50), Ct)).Leads.Count);
    }

    [Fact]
    public async Task Store_with_a_pod_is_left_alone()
    {
        await using var bot = await LocalKit.Start();
        await bot.Stop();
        await bot.Run();

        Assert.Empty((await bot.Store.ListLeads(new(null, [], null, null, 50), Ct)).Leads);
    }

    [Fact]
    public void No_two_sample_people_share_an_address()
    {
        var keys = Enumerable.Range(0, 1000).Select(number => Sampled.SampleLeads.Make(number, SamplePod.Morning).EmailKey).ToList();

        Assert.Equal(keys.Count, keys.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Sample_people_keep_every_rule_of_the_API()
    {
        var faults =
            from number in Enumerable.Range(0, 200)
            let brief = Sampled.SampleLeads.Make(number, SamplePod.Morning)
            from name in BriefFields.Names
            let value = BriefFields.Get(brief, name)
            where value is not null && FieldRules.Check(name, value) is not null
            select $"{number}: {name} is {value}";

        Assert.Empty(faults);
    }
}
