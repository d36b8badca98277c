using System.Text.Json.Nodes;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Cards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Teams;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>What the bot says by itself and in answer to words, as it stands in Teams afterwards.</summary>
public sealed class TalkTests
{
    private const string NewChannel = "19:apac@thread.tacv2";
    private const string Group = "19:group@thread.v2";

    [Fact]
    public async Task Installation_in_a_team_ends_with_a_pod_when_an_owner_says_who_is_who()
    {
        await using var bot = await TeamsBot.Start();
        bot.Connector.People.Channels[NewChannel] = "APAC";
        await bot.Post(Installation(bot.As(SamplePod.Mona), NewChannel));
        await bot.Until(() => bot.Teams.In(NewChannel).Count == 1);
        var welcome = Assert.Single(bot.Teams.In(NewChannel));
        Assert.Equal("Set up this channel", Assert.Single(welcome.Buttons).Title);

        var owner = bot.As(SamplePod.Mona);
        var form = await owner.Open(ActionIds.RunCommand, "setup", NewChannel);
        Assert.Equal(("continue", "pod.setup.v1"), (form.Type, form.Card["actions"]![0]!["data"]!["form"]!.GetValue<string>()));
        var done = await owner.Send(
            form, NewChannel, ("pod_name", "APAC"), ("time_zone", "Asia/Singapore"), ("sales_people", "aad-rosa,aad-sam"), ("marketing_people", "aad-mona"), ("pod_leads", "aad-sam"));

        Assert.Equal("continue", done.Type);
        Assert.Contains("APAC", done.Body, StringComparison.Ordinal);
        var pod = (await bot.Store.Pods(TeamsBot.Ct)).Single(known => known.TeamsChannel == NewChannel);
        Assert.Equal(("APAC", "Asia/Singapore"), (pod.Name, pod.TimeZone));
        var roster = (await bot.Store.Members(pod.Id, TeamsBot.Ct)).ToDictionary(member => member.TeamsUser!, StringComparer.Ordinal);
        Assert.Equal((3, Side.Sales, true, Side.Marketing), (roster.Count, roster["aad-rosa"].Side, roster["aad-sam"].PodLead, roster["aad-mona"].Side));
    }

    [Fact]
    public async Task Member_who_owns_nothing_cannot_set_up_a_channel()
    {
        await using var bot = await TeamsBot.Start();
        bot.Connector.People.Channels[NewChannel] = "APAC";
        await bot.Post(Installation(bot.As(SamplePod.Mona), NewChannel));

        var answer = await bot.As(SamplePod.Rosa).Open(ActionIds.RunCommand, "setup", NewChannel);

        Assert.Equal("message", answer.Type);
        Assert.Single(await bot.Store.Pods(TeamsBot.Ct));
    }

    [Fact]
    public async Task Pod_s_own_channel_is_not_greeted_again()
    {
        await using var bot = await TeamsBot.Start();

        await bot.Post(Installation(bot.As(SamplePod.Mona), TeamsBot.Channel));
        await bot.As(SamplePod.Max).Say("help");

        await bot.Until(() => bot.Teams.In(TeamsBot.Channel).Count == 1);
        Assert.DoesNotContain("Set up this channel", bot.Teams.In(TeamsBot.Channel)[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_adds_the_bot_is_greeted_with_their_queue_once()
    {
        await using var bot = await TeamsBot.Start();
        await bot.CardOf(await bot.HandOver());
        var rosa = bot.As(SamplePod.Rosa);
        var install = Installation(rosa, rosa.Chat);

        await bot.Post(install);
        await bot.Post(install);
        await rosa.Say("queue", rosa.Chat, mention: false);

        await bot.Until(() => bot.Teams.In(rosa.Chat).Count == 2);
        var (hello, queue) = (bot.Teams.In(rosa.Chat).Single(message => message.Words.StartsWith("Hello", StringComparison.Ordinal)), bot.Teams.In(rosa.Chat)[1]);
        Assert.Contains("Example Ltd", hello.Words, StringComparison.Ordinal);
        Assert.Contains("Example Ltd", queue.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_in_the_channel_is_answered_in_its_thread_once()
    {
        await using var bot = await TeamsBot.Start();
        var top = await bot.CardOf(await bot.HandOver());
        var said = bot.As(SamplePod.Rosa).Saying("leads", $"{TeamsBot.Channel};messageid={top.Id}");

        await bot.Post(said);
        await bot.Post(said);
        await bot.As(SamplePod.Rosa).Say("help", $"{TeamsBot.Channel};messageid={top.Id}");

        await bot.Until(() => bot.Teams.Thread(top).Count == 2);
        Assert.Contains(bot.Teams.Thread(top), answer => answer.Words.Contains("Example Ltd", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_concerns_a_pod_is_told_in_private_where_others_listen()
    {
        await using var bot = await TeamsBot.Start();
        await bot.CardOf(await bot.HandOver());
        var rosa = bot.As(SamplePod.Rosa);
        await rosa.Say("help", rosa.Chat, mention: false);

        await rosa.Say("leads", Group);

        await bot.Until(() => bot.Teams.In(rosa.Chat).Count == 2 && bot.Teams.In(Group).Count == 1);
        Assert.Contains("Example Ltd", bot.Teams.In(rosa.Chat)[1].Words, StringComparison.Ordinal);
        Assert.Contains("personal chat", bot.Teams.In(Group)[0].Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Example Ltd", bot.Teams.In(Group)[0].Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("queue")]
    [InlineData("dashboard")]
    [InlineData("Dashboard")]
    public async Task What_is_for_one_person_alone_is_never_said_before_the_pod(string command)
    {
        await using var bot = await TeamsBot.Start(null, "--PublicUrl=https://bot.example.com");
        await bot.CardOf(await bot.HandOver());
        var rosa = bot.As(SamplePod.Rosa);

        await rosa.Say(command);
        await bot.Until(() => bot.Teams.In(TeamsBot.Channel).Count == 2);
        var button = Assert.Single(bot.Teams.In(TeamsBot.Channel)[1].Buttons);
        Assert.Equal((ActionIds.RunCommand, command, true), (button.Verb, button.Value, button.OpensDialog));
        Assert.Equal("continue", (await rosa.Open(button.Verb, button.Value)).Type);

        await rosa.Say("help", rosa.Chat, mention: false);
        await rosa.Say(command);
        await bot.Until(() => bot.Teams.In(rosa.Chat).Count == 2 && bot.Teams.In(TeamsBot.Channel).Count == 3);
        Assert.All(bot.Teams.In(TeamsBot.Channel).Skip(1), message => Assert.DoesNotContain("bot.example.com", message.Card.ToJsonString(), StringComparison.Ordinal));
        Assert.Contains("personal chat", bot.Teams.In(TeamsBot.Channel)[2].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_overdue_stands_on_top_of_the_queue_once_its_time_is_over_and_not_before()
    {
        await using var bot = await TeamsBot.Start();
        var clock = bot.Service<DevClock>();
        await clock.MoveTo(SamplePod.Morning, TeamsBot.Ct);
        var rosa = bot.As(SamplePod.Rosa);
        await rosa.Press(ActionIds.Accept, await bot.HandOver("ada"), "token-ada");
        await clock.MoveTo(SamplePod.Minute(230), TeamsBot.Ct);
        await rosa.Press(ActionIds.Accept, await bot.HandOver("bob"), "token-bob");
        await clock.MoveTo(SamplePod.Minute(237), TeamsBot.Ct);
        var before = await Queue(bot, rosa, 1);
        Assert.Contains("2 leads are in your hands", before.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("verdue", before.Words, StringComparison.Ordinal);

        // Four hours after the first was accepted.
        await clock.MoveTo(SamplePod.Minute(242), TeamsBot.Ct);
        var after = await Queue(bot, rosa, 2);

        Assert.Equal(
            ["1 lead is overdue", "ada Byron", "Overdue: first contact was due by", "1 lead is in your hands", "bob Byron"],
            new[] { "1 lead is in your hands", "bob Byron", "1 lead is overdue", "ada Byron", "Overdue: first contact was due by" }.OrderBy(part => after.Words.IndexOf(part, StringComparison.Ordinal)));
        Assert.Contains(after.Buttons, button => button.Verb == ActionIds.Contacted);
    }

    [Theory]
    [InlineData(80, true)]
    [InlineData(81, false)]
    public async Task Pod_s_name_has_eighty_characters_at_most(int length, bool fits)
    {
        await using var bot = await TeamsBot.Start();
        bot.Connector.People.Channels[NewChannel] = "APAC";
        await bot.Post(Installation(bot.As(SamplePod.Mona), NewChannel));
        var form = await bot.As(SamplePod.Mona).Open(ActionIds.RunCommand, "setup", NewChannel);
        Assert.Equal(80, FakeCard.Input(form.Card, "pod_name")["maxLength"]!.GetValue<int>());

        var done = await bot.As(SamplePod.Mona).Send(
            form, NewChannel, ("pod_name", new string('x', length)), ("time_zone", "Asia/Singapore"), ("sales_people", "aad-rosa"), ("marketing_people", "aad-mona"));

        Assert.Contains(fits ? "is set up" : "1 to 80 characters", FakeCard.Words(done.Card), StringComparison.Ordinal);
        Assert.Equal(fits ? 1 : 0, (await bot.Store.Pods(TeamsBot.Ct)).Count(pod => pod.TeamsChannel == NewChannel));
    }

    [Fact]
    public async Task Whose_mail_address_Teams_does_not_show_is_left_out_with_advice_for_Teams()
    {
        await using var bot = await TeamsBot.Start();
        bot.Connector.People.Channels[NewChannel] = "APAC";
        bot.Connector.People.Everybody["aad-ned"] = new FakeTeamsPerson("29:ned", "Ned", "ned");
        await bot.Post(Installation(bot.As(SamplePod.Mona), NewChannel));
        var form = await bot.As(SamplePod.Mona).Open(ActionIds.RunCommand, "setup", NewChannel);

        var done = await bot.As(SamplePod.Mona).Send(
            form, NewChannel, ("pod_name", "APAC"), ("time_zone", "Asia/Singapore"), ("sales_people", "aad-rosa,aad-ned"), ("marketing_people", "aad-mona"));

        var words = FakeCard.Words(done.Card);
        Assert.Contains("Ned was left out: Teams shows no mail address for them.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("scope", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_below_several_leads_are_asked_which_one_they_mean()
    {
        await using var bot = await TeamsBot.Start();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bot.Connector.Hold = _ => gate.Task;
        string[] people = ["ada", "bob", "cat", "dan", "eve", "fay", "gus"];
        foreach (var person in people)
            await bot.HandOver(person);
        gate.SetResult();
        FakeTeamsMessage? Digest() => bot.Teams.In(TeamsBot.Channel).FirstOrDefault(message => message.Words.Contains("fay", StringComparison.Ordinal) && message.Words.Contains("gus", StringComparison.Ordinal));
        await bot.Until(() => Digest() is not null);
        await Eventually.Get(() => bot.Store.FindMessage(Door.Teams, TeamsBot.Channel, "lead/gusxxxxxxx", TeamsBot.Ct).AsTask());

        await bot.As(SamplePod.Max).Say("They call back on Monday.", $"{TeamsBot.Channel};messageid={Digest()!.Id}");

        await bot.Until(() => bot.Teams.Thread(Digest()!).Any(answer => answer.Words.Contains("Add to lead", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Set_up_by_words_is_a_button_that_opens_the_form()
    {
        await using var bot = await TeamsBot.Start();

        await bot.As(SamplePod.Mona).Say("setup");

        await bot.Until(() => bot.Teams.In(TeamsBot.Channel).Count == 1);
        var button = Assert.Single(bot.Teams.In(TeamsBot.Channel)[0].Buttons);
        Assert.Equal((ActionIds.RunCommand, "setup", true), (button.Verb, button.Value, button.OpensDialog));
    }

    [Fact]
    public async Task Card_in_a_personal_chat_is_drawn_anew_for_good()
    {
        await using var bot = await TeamsBot.Start();
        var lead = await bot.HandOver();
        await bot.CardOf(lead);
        var rosa = bot.As(SamplePod.Rosa);
        await rosa.Say($"lead {lead}", rosa.Chat, mention: false);
        await bot.Until(() => bot.Teams.In(rosa.Chat).Count == 1);
        var card = bot.Teams.In(rosa.Chat)[0];

        var press = rosa.Pressing(ActionIds.Accept, lead);
        press["conversation"] = new JsonObject { ["id"] = rosa.Chat, ["conversationType"] = "personal", ["tenantId"] = TeamsBot.Tenant };
        press["replyToId"] = card.Id;
        await bot.Post(press);

        await bot.Until(() => card.Edits == 1);
        Assert.Contains(card.Buttons, button => button.Verb == ActionIds.Undo);
        Assert.IsType<LeadState.Accepted>(await bot.StateOf(lead));
    }

    [Fact]
    public async Task Answer_is_there_long_before_a_connector_that_takes_its_time()
    {
        await using var bot = await TeamsBot.Start();
        var lead = await bot.HandOver();
        var card = await bot.CardOf(lead);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bot.Connector.Hold = _ => gate.Task;

        var answer = await bot.As(SamplePod.Rosa).Press(ActionIds.Accept, lead);

        Assert.NotNull(answer.Button(ActionIds.Undo));
        Assert.Equal(0, card.Edits);
        gate.SetResult();
        await bot.Until(() => card.Edits > 0 && card.Words.Contains("Rosa", StringComparison.Ordinal));
    }

    /// <summary>Asks for the queue in the personal chat.</summary>
    /// <param name="count">How often it has been asked for by then.</param>
    private static async Task<FakeTeamsMessage> Queue(TeamsBot bot, TeamsUser who, int count)
    {
        await who.Say("queue", who.Chat, mention: false);
        List<FakeTeamsMessage> Shown() => bot.Teams.In(who.Chat).Where(message => message.Words.StartsWith("Your queue", StringComparison.Ordinal)).ToList();
        await bot.Until(() => Shown().Count == count);
        return Shown()[^1];
    }

    private static JsonObject Installation(TeamsUser by, string conversation)
    {
        var installation = by.Activity("installationUpdate", conversation);
        installation["action"] = "add";
        return installation;
    }
}
