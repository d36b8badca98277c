using AlignmentBot.Bot.Handlers.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;

namespace AlignmentBot.Tests.Bot.Handlers;

public sealed class LeadDeskTests
{
    [Fact]
    public async Task Of_fifty_who_accept_at_once_one_wins_and_the_others_hear_who()
    {
        await using var kit = await BotKit.Start();
        var lead = await kit.HandOver();

        var results = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(turn => Task.Run(() => kit.Do(lead, turn % 2 == 0 ? SamplePod.Rosa : SamplePod.Sam, new LeadCommand.Accept()))));

        var winner = Assert.IsType<DeskResult.Done>(Assert.Single(results, result => result is DeskResult.Done)).View.Lead.Owner;
        Assert.Equal(49, results.OfType<DeskResult.Refused>().Count(refused => refused.Why is Refusal.AlreadyAccepted accepted && accepted.By == winner));
        Assert.Single(await kit.Store.History(lead, BotKit.Ct), happened => happened.Fact is LeadFact.Accepted);
    }

    [Fact]
    public async Task The_same_delivery_again_gets_the_same_answer_and_changes_nothing()
    {
        await using var kit = await BotKit.Start();
        var lead = await kit.HandOver();
        await kit.Do(lead, SamplePod.Rosa, new LeadCommand.Accept(), "click-1");

        var again = await kit.Do(lead, SamplePod.Rosa, new LeadCommand.Accept(), "click-1");

        Assert.Equal(LeadAnswers.Kept((await kit.Views.Find(lead, BotKit.Ct))!), Assert.IsType<DeskResult.Repeated>(again).Earlier.Answer);
        Assert.Equal(2, (await kit.Store.History(lead, BotKit.Ct)).Count);
    }

    [Fact]
    public async Task The_same_person_handed_over_again_is_merged_onto_the_open_lead()
    {
        await using var kit = await BotKit.Start();
        var lead = await kit.HandOver();
        var command = new LeadCommand.HandOver(new LeadId("another123"), SamplePod.Emea, 1, SamplePod.Whole with { Email = "ADA+news@example.com", Score = 91 }, null);

        var result = await kit.Desk.HandOver(command, new LeadRequest(Door.Api, new Caller.Crm("crm"), command, null, LeadAnswers.Kept), BotKit.Ct);

        var view = Assert.IsType<DeskResult.Done>(result).View;
        Assert.Equal((lead, 91), (view.Lead.Id, view.Lead.Brief.Score));
    }

    [Fact]
    public async Task Address_of_another_open_lead_is_refused_with_its_id()
    {
        await using var kit = await BotKit.Start();
        var ada = await kit.HandOver("ada");
        var bea = await kit.HandOver("bea");

        var result = await kit.Do(bea, SamplePod.Max, new LeadCommand.Repair([new NamedValue(BriefFields.Email, "ada@example.com")]));

        Assert.Equal(new Refusal.OpenElsewhere(ada), Assert.IsType<DeskResult.Refused>(result).Why);
    }

    [Fact]
    public async Task Twenty_hand_overs_of_one_person_at_once_make_one_lead()
    {
        await using var kit = await BotKit.Start();
        var commands = Enumerable.Range(10, 20)
            .Select(turn => new LeadCommand.HandOver(new LeadId($"racer000{turn}"), SamplePod.Emea, 1, SamplePod.Whole, null));

        var results = await Task.WhenAll(commands.Select(command => Task.Run(() =>
            kit.Desk.HandOver(command, new LeadRequest(Door.Api, new Caller.Crm("crm"), command, null, LeadAnswers.Kept), BotKit.Ct))));

        Assert.Single(results.Select(result => Assert.IsType<DeskResult.Done>(result).View.Lead.Id).Distinct());
    }
}
