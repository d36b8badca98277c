using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Storage;
using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.EndToEnd;

public sealed class RaceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_fifty_clicks_at_once_over_HTTP_one_wins_and_forty_nine_hear_a_sentence()
    {
        await using var bot = await RunningBot.Start(["--Local:SampleData=false"]);
        await bot.Store.SavePod(SamplePod.Emea, Ct);
        foreach (var member in SamplePod.Everybody)
            await bot.Store.SaveMember(member, Ct);
        var lead = SampleLeads.Offered;
        var handedOver = new LeadEvent(lead.Id, 1, lead.HandedOverAt, Author.Bot.Instance, Door.Api, new LeadFact.HandedOver(lead.Pod, 1, lead.Brief, [], null));
        await bot.Store.Commit(new Commit { Leads = [new LeadWrite(lead, 0, [handedOver])] }, Ct);
        using var rosa = await LocalPersona.Open(bot.Address, "emea", SamplePod.Rosa.Id.Value, Ct);
        using var sam = await LocalPersona.Open(bot.Address, "emea", SamplePod.Sam.Id.Value, Ct);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(turn => (turn % 2 == 0 ? rosa : sam).Click($"press-{turn}", ActionIds.Accept, lead.Id.Value, Ct)));

        Assert.Single(answers, kind => kind == "redraw");
        Assert.Equal(49, answers.Count(kind => kind == "say"));
        Assert.Single(await bot.Store.History(lead.Id, Ct), happened => happened.Fact is LeadFact.Accepted);
    }
}
