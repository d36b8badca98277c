using AlignmentBot.Cards;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Slack;

namespace AlignmentBot.Tests.Bot.Slack;

/// <summary>Words below a message that shows several leads.</summary>
public sealed class DigestReplyTests
{
    [Theory]
    [InlineData("dora called back, she is happy to talk on Monday")]
    [InlineData("about Dora@example.com: they want a demo")]
    [InlineData("doraxxxxxx is a friend of ours")]
    public async Task Words_that_name_one_lead_are_kept_with_it(string words)
    {
        await using var bot = await SlackBot.Start();
        var digest = await Digest(bot);

        await bot.As(SamplePod.Max).Reply(digest, words, "Ev1");

        Assert.Equal(["doraxxxxxx"], await Commented(bot));
        Assert.Empty(bot.Workspace.Ephemerals);
    }

    [Theory]
    [InlineData("When can we call?")]
    [InlineData("dora or emil, who is first?")]
    public async Task Words_that_name_none_or_several_ask_their_author_once_and_can_be_added_from_there(string words)
    {
        await using var bot = await SlackBot.Start();
        bot.Slack.Channels[SlackBot.Channel] = new FakeChannel("emea-leads");
        var digest = await Digest(bot);
        var max = bot.As(SamplePod.Max);

        await max.Reply(digest, words, "Ev1");
        await max.Reply(digest, words, "Ev2");

        await bot.Until(() => bot.Workspace.Ephemerals.Count == 1);
        var asked = Assert.Single(bot.Workspace.Ephemerals);
        Assert.Equal(max.User, asked.User);
        Assert.Contains("I cannot tell which one", asked.Words, StringComparison.Ordinal);
        await max.ClickEphemeral(SlackBot.Channel, Assert.Single(FakeBlocks.Buttons(asked.Blocks)));
        await bot.Until(() => bot.Workspace.Views.Count == 1);
        await max.Submit(bot.Workspace.Views[0], (FieldNames.Lead, "emilxxxxxx"));
        await bot.Until(() => bot.Workspace.Thread(digest).Any(line => line.Words.Contains("emil", StringComparison.Ordinal)));
        Assert.Equal(["emilxxxxxx"], await Commented(bot));
    }

    [Fact]
    public async Task Somebody_who_is_not_on_the_roster_is_not_asked()
    {
        await using var bot = await SlackBot.Start();
        var digest = await Digest(bot);

        await bot.As("U0STRANGER").Reply(digest, "What is this?", "Ev1");
        await bot.As(SamplePod.Max).Reply(digest, "And this?", "Ev2");

        await bot.Until(() => bot.Workspace.Ephemerals.Count == 1);
        Assert.Equal(SlackBot.UserOf(SamplePod.Max), bot.Workspace.Ephemerals[0].User);
    }

    private static async Task<FakeMessage> Digest(SlackBot bot)
    {
        var blocked = new TaskCompletionSource();
        bot.Slack.Hold = _ => blocked.Task;
        foreach (var person in new[] { "anna", "bert", "cora", "dora", "emil", "finn", "gina" })
            await bot.HandOver(person, SamplePod.Whole with { FirstName = person, LastName = null, Email = person + "@example.com", ExternalId = null });
        bot.Slack.Hold = _ => Task.CompletedTask;
        blocked.SetResult();
        FakeMessage? digest = null;
        await bot.Until(() => (digest = bot.Workspace.In(SlackBot.Channel).FirstOrDefault(message =>
            message.Buttons.Any(button => button.Value == "doraxxxxxx") && message.Buttons.Any(button => button.Value == "emilxxxxxx"))) is not null);
        return digest!;
    }

    private static async Task<List<string>> Commented(SlackBot bot)
    {
        var commented = new List<string>();
        foreach (var lead in new[] { "annaxxxxxx", "bertxxxxxx", "coraxxxxxx", "doraxxxxxx", "emilxxxxxx", "finnxxxxxx", "ginaxxxxxx" })
        {
            if ((await bot.Store.History(new LeadId(lead), SlackBot.Ct)).Any(happened => happened.Fact is LeadFact.Commented))
                commented.Add(lead);
        }

        return commented;
    }
}
