using AlignmentBot.Cards;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using AlignmentBot.Tests.Fakes.Slack;

namespace AlignmentBot.Tests.Bot.Slack;

/// <summary>A workspace admin makes a pod of a channel.</summary>
public sealed class SetupTests
{
    private const string New = "C0NEW";
    private const string Boss = "U0BOSS";

    [Fact]
    public async Task Admin_makes_a_pod_of_a_channel_and_a_test_lead_proves_it()
    {
        await using var bot = await Start();
        var form = await Form(bot);

        var reply = await Send(bot, form);
        await Shown(bot, "is set up");

        Assert.Equal("update", reply.Json["response_action"]!.GetValue<string>());
        var pod = Assert.Single(await bot.Store.Pods(SlackBot.Ct), known => known.SlackChannel == New);
        Assert.Equal(("mid-market", "Mid-market", "Asia/Tokyo"), (pod.Id.Value, pod.Name, pod.TimeZone));
        await bot.As(Boss).ClickModal(bot.Workspace.Views[0], ActionIds.TestLead);
        await bot.Until(() => bot.Workspace.In(New).Count == 1);
        Assert.Contains("This is a test lead", bot.Workspace.In(New)[0].Words, StringComparison.Ordinal);
        Assert.Contains(bot.Workspace.In(New)[0].Buttons, button => button.Action == ActionIds.Accept);
        await Shown(bot, "is in the channel of Mid-market");
    }

    [Fact]
    public async Task Roster_carries_what_profiles_tell_and_the_result_says_who_was_left_out()
    {
        await using var bot = await Start();
        bot.Slack.Directory.Person("U0RITA", "Rita", "Rita@Example.com", "America/New_York");
        bot.Slack.Directory.Person("U0BOT2", "Sparky", "sparky@example.com", flags: "is_bot");
        bot.Slack.Directory.Person("U0GONE", "Gil", "gil@example.com", flags: "deleted");
        bot.Slack.Directory.Person("U0GUEST", "Gina", "gina@example.com", flags: "is_ultra_restricted");
        var form = await Form(bot);

        await Send(bot, form, sales: "U0RITA,U0BOT2,U0GONE,U0GUEST", leads: "U0RITA");
        await Shown(bot, "is set up");

        var pod = (await bot.Store.Pods(SlackBot.Ct)).Single(known => known.SlackChannel == New);
        var rita = Assert.Single(await bot.Store.Members(pod.Id, SlackBot.Ct), member => member.Side == Side.Sales);
        Assert.Equal(("rita@example.com", "Rita", "America/New_York", "en-US", true, "U0RITA"), (rita.Email, rita.Name, rita.TimeZone, rita.Language, rita.PodLead, rita.SlackUser));
        var words = bot.Workspace.Views[0].Words;
        Assert.All(["Rita (team lead)", "Sparky is an app", "Gil has no active account", "Gina is a guest of one channel"], said => Assert.Contains(said, words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whose_mail_address_Slack_does_not_show_is_left_out_with_advice_for_Slack()
    {
        await using var bot = await Start();
        bot.Slack.Directory.Person("U0NED", "Ned", string.Empty);
        var form = await Form(bot);

        await Send(bot, form, sales: "U0RITA,U0NED");

        await Shown(bot, "Ned was left out: their mail address cannot be seen. Add the scope users:read.email");
    }

    [Fact]
    public async Task Side_by_user_group_takes_everybody_in_it()
    {
        await using var bot = await Start();
        bot.Slack.Directory.Group("S1", "Sales", "U0RITA", "U0SUE");
        var form = await Form(bot);

        await Send(bot, form, sales: string.Empty, salesGroup: "S1");
        await Shown(bot, "is set up");

        var pod = (await bot.Store.Pods(SlackBot.Ct)).Single(known => known.SlackChannel == New);
        Assert.Equal(["U0RITA", "U0SUE"], (await bot.Store.Members(pod.Id, SlackBot.Ct)).Where(member => member.Side == Side.Sales).Select(member => member.SlackUser).Order());
    }

    [Theory]
    [InlineData("plan_upgrade_required")]
    [InlineData("missing_scope")]
    public async Task Without_user_groups_people_are_picked(string error)
    {
        await using var bot = await Start();
        bot.Slack.Directory.Group("S1", "Sales", "U0RITA");
        bot.Slack.Refusal = method => method == "usergroups.list" ? error : null;

        var form = await Form(bot);

        Assert.DoesNotContain("user group", form.Words, StringComparison.Ordinal);
        Assert.Contains(form.Json["blocks"]!.AsArray(), block => block!["block_id"]?.GetValue<string>() == FieldNames.SalesPeople);
    }

    [Fact]
    public async Task Somebody_who_is_no_admin_is_refused()
    {
        await using var bot = await Start();

        await bot.As(SamplePod.Rosa).Slash("setup", New);

        await Shown(bot, "Only a workspace admin");
        Assert.DoesNotContain(await bot.Store.Pods(SlackBot.Ct), pod => pod.SlackChannel == New);
    }

    [Fact]
    public async Task Rights_are_asked_again_when_the_form_comes_back()
    {
        await using var bot = await Start();
        var form = await Form(bot);
        bot.Slack.Directory.Person(Boss, "Boss", "boss@example.com");

        await Send(bot, form);

        await Shown(bot, "Only a workspace admin");
        Assert.DoesNotContain(await bot.Store.Pods(SlackBot.Ct), pod => pod.SlackChannel == New);
    }

    [Fact]
    public async Task On_a_bound_channel_the_pod_is_changed_and_none_is_added()
    {
        await using var bot = await Start();
        await bot.As(Boss).Slash("setup", SlackBot.Channel);
        var form = await Shown(bot, "This changes EMEA");

        await bot.As(Boss).Submit(form, (FieldNames.PodName, "EMEA North"), (FieldNames.TimeZone, "Europe/Oslo"),
            (FieldNames.SalesPeople, "U0ROSA,U0LENA"), (FieldNames.MarketingPeople, "U0MAX,U0MIA,U0MONA"), (FieldNames.PodLeads, "U0LENA"));
        await Shown(bot, "EMEA North is set up");

        var pod = Assert.Single(await bot.Store.Pods(SlackBot.Ct));
        Assert.Equal((SamplePod.Emea.Id, "EMEA North", "Europe/Oslo"), (pod.Id, pod.Name, pod.TimeZone));
        var members = await bot.Store.Members(pod.Id, SlackBot.Ct);
        Assert.False(members.Single(member => member.Id == SamplePod.Sam.Id).Active);
        Assert.True(members.Single(member => member.Id == SamplePod.Rosa.Id).Active);
        Assert.False(members.Single(member => member.Id == SamplePod.Mona.Id).PodLead);
        Assert.Contains("No longer on the roster: Sam", bot.Workspace.Views[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_on_a_bound_channel_starts_with_the_pod_as_it_is()
    {
        await using var bot = await Start();

        await bot.As(Boss).Slash("setup", SlackBot.Channel);
        var form = await Shown(bot, "This changes EMEA");

        var json = form.Json.ToJsonString();
        Assert.All(["\"initial_value\":\"EMEA\"", "Europe/Amsterdam", "\"initial_users\":[\"U0LENA\",\"U0ROSA\",\"U0SAM\"]"], part => Assert.Contains(part, json, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_before_Slack_is_asked()
    {
        await using var bot = await Start();
        var form = await Form(bot);
        var asked = bot.Slack.Calls.Count;

        var reply = await bot.As(Boss).Submit(form, (FieldNames.TimeZone, "Mars/Olympus"), (FieldNames.MarketingPeople, "U0MAX"));

        var errors = reply.Json["errors"]!.AsObject().Select(error => error.Key).Order(StringComparer.Ordinal);
        Assert.Equal([FieldNames.PodName, FieldNames.SalesPeople, FieldNames.TimeZone], errors);
        Assert.Equal(asked, bot.Slack.Calls.Count);
    }

    [Theory]
    [InlineData(80, true)]
    [InlineData(81, false)]
    public async Task Pod_s_name_has_eighty_characters_at_most(int length, bool fits)
    {
        await using var bot = await Start();
        var form = await Form(bot);
        Assert.Contains("\"max_length\":80", form.Json.ToJsonString(), StringComparison.Ordinal);

        var reply = await bot.As(Boss).Submit(form, (FieldNames.PodName, new string('x', length)), (FieldNames.TimeZone, "Asia/Tokyo"), (FieldNames.SalesPeople, "U0RITA"), (FieldNames.MarketingPeople, "U0MAX"));

        if (fits)
            await Shown(bot, "is set up");
        else
            Assert.Contains("1 to 80 characters", reply.Json["errors"]![FieldNames.PodName]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(fits ? 1 : 0, (await bot.Store.Pods(SlackBot.Ct)).Count(pod => pod.SlackChannel == New));
    }

    [Theory]
    [InlineData("U0MAX", "", "Nobody can be on both sides. Please leave MAX on one of them.")]
    [InlineData("U0RITA", "U0ZOE", "Please add ZOE to one")]
    [InlineData("U0BOT2", "", "Sales has nobody left")]
    public async Task What_only_Slack_can_tell_is_said_on_the_form_and_the_answers_stay(string sales, string leads, string said)
    {
        await using var bot = await Start();
        bot.Slack.Directory.Person("U0BOT2", "Sparky", "sparky@example.com", flags: "is_bot");
        var form = await Form(bot);

        await Send(bot, form, sales: sales, leads: leads);

        var again = await Shown(bot, said);
        Assert.Contains($"\"initial_users\":[\"{sales}\"]", again.Json.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(await bot.Store.Pods(SlackBot.Ct), pod => pod.SlackChannel == New);
        await Send(bot, again, sales: "U0RITA");
        await Shown(bot, "is set up");
    }

    [Fact]
    public async Task Channel_without_the_bot_asks_for_an_invitation()
    {
        await using var bot = await Start();
        bot.Slack.Channels[New] = new FakeChannel("new-leads", IsMember: false);

        await bot.As(Boss).Slash("setup", New);
        await Shown(bot, "/invite");

        await bot.As(Boss).Slash("setup", "C0SECRET");
        await bot.Until(() => bot.Workspace.Views.Count == 2 && bot.Workspace.Views[1].Words.Contains("/invite", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Slack_that_does_not_answer_ends_with_a_sentence_and_nothing_is_saved()
    {
        await using var bot = await Start();
        var form = await Form(bot);
        bot.Slack.Fault = method => method == "users.info" ? SlackFault.ServerError : SlackFault.None;

        await Send(bot, form);

        await Shown(bot, "nothing was changed");
        Assert.DoesNotContain(await bot.Store.Pods(SlackBot.Ct), pod => pod.SlackChannel == New);
    }

    [Fact]
    public async Task Acknowledgements_never_wait_for_Slack()
    {
        await using var bot = await Start();
        var gate = new TaskCompletionSource();
        bot.Slack.Hold = _ => gate.Task;

        var reply = await bot.As(Boss).Slash("setup", New).WaitAsync(TimeSpan.FromSeconds(3), SlackBot.Ct);

        Assert.Equal(new SlackReply(200, string.Empty), reply);
        gate.SetResult();
        await Shown(bot, "This makes a pod");
    }

    [Fact]
    public async Task Opening_the_modal_is_the_first_call()
    {
        await using var bot = await Start();

        await Form(bot);

        Assert.Equal("views.open", bot.Slack.Calls.First(method => method != "auth.test"));
    }

    [Fact]
    public async Task Test_lead_is_posted_once_until_it_is_decided()
    {
        await using var bot = await Start();
        await Send(bot, await Form(bot));
        var result = await Shown(bot, "is set up");

        await bot.As(Boss).ClickModal(result, ActionIds.TestLead);
        await Shown(bot, "is in the channel of");
        await bot.As(Boss).Slash("setup", New);
        await bot.Until(() => bot.Workspace.Views.Count == 2 && bot.Workspace.Views[1].Words.Contains("This changes", StringComparison.Ordinal));
        await Send(bot, bot.Workspace.Views[1]);
        await bot.Until(() => bot.Workspace.Views[1].Words.Contains("is set up", StringComparison.Ordinal));
        await bot.As(Boss).ClickModal(bot.Workspace.Views[1], ActionIds.TestLead);

        await bot.Until(() => bot.Workspace.Views[1].Words.Contains("is open already", StringComparison.Ordinal));
        var pod = (await bot.Store.Pods(SlackBot.Ct)).Single(known => known.SlackChannel == New);
        Assert.Single((await bot.Store.ListLeads(new(pod.Id, [], null, null, 10), SlackBot.Ct)).Leads);
    }

    [Fact]
    public async Task Change_opens_the_form_in_the_place_of_the_result()
    {
        await using var bot = await Start();
        await Send(bot, await Form(bot));
        var result = await Shown(bot, "is set up");

        await bot.As(Boss).ClickModal(result, ActionIds.SetupForm);

        await Shown(bot, "This changes Mid-market");
        Assert.Single(bot.Workspace.Views);
    }

    [Fact]
    public async Task Over_a_socket_the_result_follows_the_acknowledgement_too()
    {
        await using var bot = await SlackBot.Start(socket: true);
        bot.Slack.Directory.Person(Boss, "Boss", "boss@example.com", "Asia/Tokyo", "is_owner");
        bot.Slack.Channels[New] = new FakeChannel("new-leads");
        await bot.Until(() => bot.Slack.Socket.Open == 1);
        await bot.Slack.Socket.Deliver("slash_commands", new() { ["command"] = "/mql", ["text"] = "setup", ["user_id"] = Boss, ["channel_id"] = New, ["trigger_id"] = bot.Workspace.NewTrigger() }, SlackBot.Ct);
        var form = await Shown(bot, "This makes a pod");

        var ack = await bot.Slack.Socket.Deliver("interactive", bot.As(Boss).SubmissionOf(form, Answers("U0RITA", string.Empty, null)), SlackBot.Ct);

        Assert.Equal("update", ack["payload"]!["response_action"]!.GetValue<string>());
        await Shown(bot, "is set up");
    }

    [Fact]
    public async Task Time_zones_are_found_by_city_and_country()
    {
        await using var bot = await Start();
        var form = await Form(bot);

        Assert.Contains(("Europe/Amsterdam", "Europe/Amsterdam (Netherlands)"), await bot.As(Boss).Type(form, FieldNames.TimeZone, "amst"));
        Assert.Contains(("America/New_York", "America/New York (United States)"), await bot.As(Boss).Type(form, FieldNames.TimeZone, "new york"));
        Assert.NotEmpty(await bot.As(Boss).Type(form, FieldNames.TimeZone, string.Empty));
        Assert.Empty(await bot.As(Boss).Type(form, "no_such_field", "x"));
    }

    [Fact]
    public async Task Words_alone_cannot_open_the_form_and_say_so()
    {
        await using var bot = await Start();

        await bot.As(Boss).Write("<@U0BOT> setup", SlackBot.Channel, "Ev1");

        await bot.Until(() => bot.Workspace.Ephemerals.Count == 1);
        Assert.Contains("slash command", bot.Workspace.Ephemerals[0].Words, StringComparison.Ordinal);
    }

    private static async Task<SlackBot> Start()
    {
        var bot = await SlackBot.Start();
        bot.Slack.Directory.Person(Boss, "Boss", "boss@example.com", "Asia/Tokyo", "is_admin");
        bot.Slack.Channels[New] = new FakeChannel("new-leads");
        bot.Slack.Channels[SlackBot.Channel] = new FakeChannel("emea-leads");
        return bot;
    }

    private static async Task<FakeView> Form(SlackBot bot)
    {
        await bot.As(Boss).Slash("setup", New);
        return await Shown(bot, "This makes a pod");
    }

    /// <summary>Waits until the first modal shows this.</summary>
    private static async Task<FakeView> Shown(SlackBot bot, string words)
    {
        await bot.Until(() => bot.Workspace.Views is [var view, ..] && view.Words.Contains(words, StringComparison.Ordinal));
        return bot.Workspace.Views[0];
    }

    private static Task<SlackReply> Send(SlackBot bot, FakeView form, string sales = "U0RITA", string leads = "", string? salesGroup = null) =>
        bot.As(Boss).Submit(form, Answers(sales, leads, salesGroup));

    private static (string, string)[] Answers(string sales, string leads, string? salesGroup) =>
    [
        (FieldNames.PodName, "Mid-market"), (FieldNames.TimeZone, "Asia/Tokyo"), (FieldNames.SalesPeople, sales), (FieldNames.MarketingPeople, "U0MAX"),
        (FieldNames.PodLeads, leads), (FieldNames.SalesGroup, salesGroup ?? string.Empty),
    ];
}
