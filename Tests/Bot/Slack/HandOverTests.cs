using AlignmentBot.Cards;
using AlignmentBot.Cards.Leads;
using AlignmentBot.Domain;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Slack;

namespace AlignmentBot.Tests.Bot.Slack;

/// <summary>A lead that a marketer types in.</summary>
public sealed class HandOverTests
{
    [Fact]
    public async Task Marketer_hands_over_by_the_shortcut_and_the_card_appears()
    {
        await using var bot = await SlackBot.Start();
        var form = await Opened(bot);

        var reply = await bot.As(SamplePod.Max).Submit(form, ("firstName", "Ada"), ("email", "ada@example.com"), ("company.name", "Example Ltd"), ("score", "82"));

        Assert.Contains("Ada, Example Ltd is handed over. The card is in the channel of EMEA.", reply.Words, StringComparison.Ordinal);
        await bot.Until(() => bot.Workspace.In(SlackBot.Channel).Any(card => card.Words.Contains("Example Ltd", StringComparison.Ordinal)));
        Assert.Contains("Max", bot.Workspace.In(SlackBot.Channel)[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Same_form_sent_twice_makes_one_lead()
    {
        await using var bot = await SlackBot.Start();
        var form = await Opened(bot);

        await bot.As(SamplePod.Max).Submit(form, ("firstName", "Ada"), ("company.name", "Example Ltd"));
        await bot.As(SamplePod.Max).Submit(form, ("firstName", "Ada"), ("company.name", "Example Ltd"));

        var page = await bot.Store.ListLeads(new(SamplePod.Emea.Id, [], null, null, 10), SlackBot.Ct);
        Assert.Single(page.Leads);
    }

    [Theory]
    [InlineData("email", "ada at example", "firstName", "Ada")]
    [InlineData("score", "101", "firstName", "Ada")]
    [InlineData("company.name", "", "phone", "+44 20 7946 0000")]
    public async Task What_is_wrong_is_said_at_its_field(string field, string value, string other, string otherValue)
    {
        await using var bot = await SlackBot.Start();
        var form = await Opened(bot);

        var reply = await bot.As(SamplePod.Max).Submit(form, (field, value), (other, otherValue));

        Assert.NotNull(reply.Json["errors"]![field]);
    }

    [Fact]
    public async Task Rep_is_told_that_marketing_hands_over()
    {
        await using var bot = await SlackBot.Start();

        await bot.As(SamplePod.Rosa).Shortcut(ActionIds.HandOverForm);

        await bot.Until(() => bot.Workspace.Views.Count == 1);
        Assert.Contains("arketing", bot.Workspace.Views[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Own_field_with_the_longest_name_is_asked_for_and_shown_whole()
    {
        const string name = "Contract end as the customer has told us";
        await using var bot = await SlackBot.Start();
        await bot.Store.SavePod((await bot.Store.FindPod(SamplePod.Emea.Id, SlackBot.Ct))! with { RequiredFields = ["email", "fields." + name] }, SlackBot.Ct);
        var form = await Opened(bot);
        Assert.Contains(name, form.Words, StringComparison.Ordinal);

        await bot.As(SamplePod.Max).Submit(form, ("email", "ada@example.com"), ("fields." + name, "March"));

        await bot.Until(() => bot.Workspace.In(SlackBot.Channel).Any(card => card.Words.Contains(name + ": March", StringComparison.Ordinal)));
        Assert.Contains(bot.Workspace.In(SlackBot.Channel)[0].Buttons, button => button.Action == ActionIds.Accept);
    }

    [Fact]
    public async Task Pod_that_requires_as_much_as_it_can_still_gets_its_form()
    {
        await using var bot = await SlackBot.Start();
        var required = Enumerable.Range(1, 30).Select(number => $"fields.W{new string('w', 37)}{number:00}").ToValueList();
        await bot.Store.SavePod((await bot.Store.FindPod(SamplePod.Emea.Id, SlackBot.Ct))! with { RequiredFields = required }, SlackBot.Ct);

        var form = await Opened(bot);

        Assert.All(required, name => Assert.Contains(name["fields.".Length..], form.Words, StringComparison.Ordinal));
    }

    [Fact]
    public void Form_asks_for_everything_that_the_pod_requires()
    {
        var form = HandOverForm.Draw([SamplePod.Emea with { RequiredFields = ["email", "fields.budget"] }], [], Reader.Everyone(SamplePod.Emea));

        Assert.Contains(form.Fields, field => field.Name == "fields.budget");
        Assert.Equal(form.Fields.Count, form.Fields.DistinctBy(field => field.Name).Count());
    }

    private static async Task<FakeView> Opened(SlackBot bot)
    {
        await bot.As(SamplePod.Max).Shortcut(ActionIds.HandOverForm);
        await bot.Until(() => bot.Workspace.Views.Count == 1);
        return bot.Workspace.Views[0];
    }
}
