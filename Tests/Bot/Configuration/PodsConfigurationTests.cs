using System.Text;
using AlignmentBot.Bot.Configuration;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;
using AlignmentBot.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using NodaTime;

namespace AlignmentBot.Tests.Bot.Configuration;

public sealed class PodsConfigurationTests : IAsyncLifetime
{
    private const string Documented = """
        {"Pods":[{ "id":"emea", "name":"EMEA", "timeZone":"Europe/Amsterdam",
          "hours":{"mon":["09:00-12:30","13:00-17:30"],"tue":["09:00-17:30"],"wed":["09:00-17:30"],"thu":["09:00-17:30"],"fri":["09:00-17:00"]},
          "holidays":["2026-12-25","2026-12-26"], "requiredFields":["email","company.name"],
          "slackChannel":"C0123", "teamsChannel":"19:abc@thread.tacv2",
          "members":[{"email":"rosa@example.com","name":"Rosa","side":"sales","podLead":false,"slackUser":"U0123","teamsUser":"AAD-OBJECT-ID","timeZone":"Europe/Amsterdam"}] }]}
        """;

    private readonly TempFolder folder = new();
    private IStore store = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => store = await SqliteStore.Open(folder.File("bot.db"), SqliteOpen.Bot, Ct);

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Documented_section_is_applied_whole()
    {
        await Apply(Documented);

        var pod = await store.FindPod(SamplePod.Emea.Id, Ct);
        Assert.Equal(
            new Pod(new PodId("emea"), "EMEA", "Europe/Amsterdam")
            {
                Hours = new WorkWeek(Day("09:00-12:30", "13:00-17:30"), Day("09:00-17:30"), Day("09:00-17:30"), Day("09:00-17:30"), Day("09:00-17:00"), [], []),
                Holidays = [new LocalDate(2026, 12, 25), new LocalDate(2026, 12, 26)],
                SlackChannel = "C0123",
                TeamsChannel = "19:abc@thread.tacv2",
            },
            pod);
        var rosa = Assert.Single(await store.Members(pod!.Id, Ct));
        Assert.Equal(
            new Member(rosa.Id, pod.Id, "rosa@example.com", "Rosa", Side.Sales) { SlackUser = "U0123", TeamsUser = "AAD-OBJECT-ID", TimeZone = "Europe/Amsterdam" },
            rosa);
    }

    [Fact]
    public async Task Pod_that_says_no_more_gets_the_defaults()
    {
        await Apply("""{"Pods":[{"id":"emea","name":"EMEA","timeZone":"Europe/Amsterdam"}]}""");

        Assert.Equal(SamplePod.Emea, await store.FindPod(SamplePod.Emea.Id, Ct));
    }

    [Fact]
    public async Task Applying_again_changes_nothing()
    {
        await Apply(Documented);
        var before = await store.Members(SamplePod.Emea.Id, Ct);
        await Apply(Documented);

        Assert.Equal(before, await store.Members(SamplePod.Emea.Id, Ct));
    }

    [Fact]
    public async Task What_is_said_is_updated_and_what_is_not_said_stays()
    {
        await Apply(Documented);
        await Apply("""{"Pods":[{"id":"emea","name":"Europe","timeZone":"Europe/Berlin","requiredFields":[],"members":[{"email":"ROSA@example.com","name":"Rosa B","side":"sales","podLead":true}]}]}""");

        var pod = (await store.FindPod(SamplePod.Emea.Id, Ct))!;
        Assert.Equal(("Europe", "Europe/Berlin", 2, 0, "C0123"), (pod.Name, pod.TimeZone, pod.Holidays.Count, pod.RequiredFields.Count, pod.SlackChannel));
        var rosa = Assert.Single(await store.Members(pod.Id, Ct));
        Assert.Equal(("Rosa B", true, "U0123"), (rosa.Name, rosa.PodLead, rosa.SlackUser));
    }

    [Fact]
    public async Task Nothing_is_deleted()
    {
        await Apply(Documented);
        await Apply("""{"Pods":[]}""");

        Assert.Single(await store.Pods(Ct));
        Assert.True(Assert.Single(await store.Members(SamplePod.Emea.Id, Ct)).Active);
    }

    [Fact]
    public async Task Member_who_left_and_is_still_named_is_on_the_roster_again()
    {
        await Apply(Documented);
        var rosa = (await store.Members(SamplePod.Emea.Id, Ct))[0];
        await store.SaveMember(rosa with { Active = false }, Ct);

        await Apply(Documented);

        Assert.Equal(rosa, Assert.Single(await store.Members(SamplePod.Emea.Id, Ct)));
    }

    [Fact]
    public async Task A_member_may_have_a_calendar_of_their_own()
    {
        await Apply("""
            {"Pods":[{"id":"emea","name":"EMEA","timeZone":"Europe/Amsterdam","members":[
              {"email":"rosa@example.com","name":"Rosa","side":"sales","timeZone":"Europe/Lisbon","hours":{"mon":["22:00-06:00"]},"holidays":["2026-12-26","2026-12-08","2026-12-26"]},
              {"email":"sam@example.com","name":"Sam","side":"sales","holidays":[]}]}]}
            """);

        var members = await store.Members(SamplePod.Emea.Id, Ct);
        Assert.Equal([new LocalDate(2026, 12, 8), new LocalDate(2026, 12, 26)], members[0].Holidays);
        Assert.Equal(Day("22:00-06:00"), members[0].Hours!.Monday);
        Assert.Equal([], members[1].Holidays);
        Assert.Null(members[1].Hours);
    }

    [Theory]
    [InlineData("\"hours\":{}", "Pods:0:hours names no working hours, so that nothing could ever be due. Give at least one day, such as \"mon\": [\"09:00-17:30\"], or leave hours out.")]
    [InlineData("\"hours\":{\"mon\":[]}", "Pods:0:hours names no working hours, so that nothing could ever be due. Give at least one day, such as \"mon\": [\"09:00-17:30\"], or leave hours out.")]
    [InlineData("\"members\":[{\"email\":\"rosa@example.com\",\"name\":\"R\",\"side\":\"sales\",\"hours\":{\"tue\":[]}}]", "Pods:0:members:0:hours names no working hours, so that nothing could ever be due. Give at least one day, such as \"mon\": [\"09:00-17:30\"], or leave hours out.")]
    [InlineData("\"members\":[{\"email\":\"rosa@example.com\",\"name\":\"R\",\"side\":\"sales\",\"holidays\":[\"25.12.\"]}]", "Pods:0:members:0:holidays:0 is \"25.12.\". It must be a day such as 2026-12-25.")]
    [InlineData("\"id\":\"EMEA\"", "Pods:0:id is \"EMEA\". It must be 1 to 40 lower-case letters, digits and hyphens, such as emea.")]
    [InlineData("\"timeZone\":\"Europe/Amsterdan\"", "Pods:0:timeZone is \"Europe/Amsterdan\". It must be an IANA time zone such as Europe/Amsterdam. Did you mean Europe/Amsterdam?")]
    [InlineData("\"timezome\":\"x\"", "Pods:0:timezome is not known. Did you mean timeZone? Known here: id, name, timeZone, language, hours, holidays, requiredFields, slackChannel, teamsChannel, members, clauses, tiers, whoseHours, ladders, watchUntil.")]
    [InlineData("\"language\":\"klingon\"", "Pods:0:language is \"klingon\". It must be a language such as en or de.")]
    [InlineData("\"holidays\":[\"2026-02-30\"]", "Pods:0:holidays:0 is \"2026-02-30\". It must be a day such as 2026-12-25.")]
    [InlineData("\"holidays\":\"2026-12-25\"", "Pods:0:holidays is \"2026-12-25\". It must be a list.")]
    [InlineData("\"requiredFields\":[\"email\",\"fone\"]", "Pods:0:requiredFields:1 is \"fone\". It must be a field of a lead such as phone or company.name, or fields.NAME for a field of your own. Did you mean phone?")]
    [InlineData("\"slackChannel\":\"#leads\"", "Pods:0:slackChannel is \"#leads\". It must be the id of a Slack channel such as C0123ABCD, not its name.")]
    [InlineData("\"teamsChannel\":\"Leads\"", "Pods:0:teamsChannel is \"Leads\". It must be the id of a Teams channel such as 19:abc@thread.tacv2.")]
    [InlineData("\"hours\":{\"mon\":[\"9-17\"]}", "Pods:0:hours:mon:0 is \"9-17\". It must be a range such as 09:00-12:30.")]
    [InlineData("\"hours\":{\"mon\":[\"09:00-12:30\",\"12:00-17:00\"]}", "Pods:0:hours:mon:1 is \"12:00-17:00\". It overlaps another range of the day.")]
    [InlineData("\"hours\":{\"monday\":[\"09:00-17:00\"]}", "Pods:0:hours:monday is not known. Known here: mon, tue, wed, thu, fri, sat, sun.")]
    [InlineData("\"members\":[{\"email\":\"rosa\",\"name\":\"Rosa\",\"side\":\"sales\"}]", "Pods:0:members:0:email is \"rosa\". It must be a mail address such as rosa@example.com.")]
    [InlineData("\"members\":[{\"email\":\"rosa@example.com\",\"name\":\"Rosa\",\"side\":\"sals\"}]", "Pods:0:members:0:side is \"sals\". It must be sales or marketing.")]
    [InlineData("\"members\":[{\"email\":\"rosa@example.com\",\"name\":\"Rosa\",\"side\":\"sales\",\"podLead\":\"yes\"}]", "Pods:0:members:0:podLead is \"yes\". It must be true or false.")]
    [InlineData("\"members\":[{\"email\":\"rosa@example.com\",\"side\":\"sales\"}]", "Pods:0:members:0:name is missing. Give the member's name.")]
    [InlineData("\"members\":\"rosa\"", "Pods:0:members is \"rosa\". It must be a list of sections.")]
    [InlineData("\"members\":[{\"email\":\"rosa@example.com\",\"name\":\"R\",\"side\":\"sales\"},{\"email\":\"Rosa+x@example.com\",\"name\":\"R\",\"side\":\"sales\"}]", "Pods:0:members:1:email is \"rosa@example.com\". Another member of the pod has this mail address.")]
    public void Wrong_setting_is_named_with_its_key_value_and_rule(string setting, string expected)
    {
        var parts = new[] { "\"id\":\"emea\"", "\"name\":\"EMEA\"", "\"timeZone\":\"Europe/Amsterdam\"" };
        var name = setting[..setting.IndexOf(':', StringComparison.Ordinal)];
        var pod = string.Join(',', parts.Where(part => !part.StartsWith(name + ":", StringComparison.Ordinal)).Append(setting));

        Assert.Equal([expected], Faults("{\"Pods\":[{" + pod + "}]}"));
    }

    [Theory]
    [InlineData("Contract end as the customer has told us", true)]
    [InlineData("Contract end as the customer has told us.", false)]
    [InlineData("Contract end as the customers had told us", false)]
    [InlineData("9", true)]
    [InlineData("Vertragsende laut Kündigung", true)]
    [InlineData("-budget", false)]
    [InlineData("budget/EUR", false)]
    public void Own_field_s_name_has_forty_letters_at_most(string name, bool fits)
    {
        string[] expected = fits ? [] : [$"Pods:0:requiredFields:0 is \"fields.{name}\". The name of a field of your own has 1 to 40 letters, digits, blanks and _ - . in it, and a letter or digit at both ends."];

        Assert.Equal(expected, Faults("{\"Pods\":[{\"id\":\"emea\",\"name\":\"EMEA\",\"timeZone\":\"Europe/Amsterdam\",\"requiredFields\":[\"fields." + name + "\"]}]}"));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(31, "Pods:0:requiredFields:30 is \"fields.f30\". At most 30 fields can be required. Leave this one out.")]
    public void Thirty_fields_can_be_required(int count, params string[] expected)
    {
        var fields = string.Join(',', Enumerable.Range(0, count).Select(number => $"\"fields.f{number}\""));

        Assert.Equal(expected, Faults("{\"Pods\":[{\"id\":\"emea\",\"name\":\"EMEA\",\"timeZone\":\"Europe/Amsterdam\",\"requiredFields\":[" + fields + "]}]}"));
    }

    [Fact]
    public void All_faults_are_said_at_once()
    {
        var faults = Faults("""{"Pods":[{"id":"Emea","members":[{"side":"x"}]},{"id":"apac","name":"A","timeZone":"Asia/Singapore","slackChannel":"C0123"},{"id":"apac","name":"A","timeZone":"Asia/Singapore","slackChannel":"C0123"}]}""");

        Assert.Equal(
            [
                "Pods:0:id is \"Emea\". It must be 1 to 40 lower-case letters, digits and hyphens, such as emea.",
                "Pods:0:name is missing. Give what people call the pod.",
                "Pods:0:timeZone is missing. Give the pod's IANA time zone, such as Europe/Amsterdam.",
                "Pods:0:members:0:email is missing. Give the member's mail address.",
                "Pods:0:members:0:name is missing. Give the member's name.",
                "Pods:0:members:0:side is \"x\". It must be sales or marketing.",
                "Pods:2:id is \"apac\". Two pods have this id.",
                "Pods:2:slackChannel is \"C0123\". Another pod has this channel; each channel belongs to one pod.",
            ],
            faults);
    }

    [Theory]
    [InlineData("22:00-06:00")]
    [InlineData("09:00-24:00")]
    [InlineData("00:00-24:00")]
    public void Shift_may_last_into_the_next_day(string range) => Assert.Null(WorkWeekText.Check(range, []));

    [Theory]
    [InlineData("13:00-17:00", "09:00-13:00", true)]
    [InlineData("12:59-17:00", "09:00-13:00", false)]
    [InlineData("22:00-06:00", "09:00-22:00", true)]
    [InlineData("22:00-06:00", "09:00-22:01", false)]
    public void Shifts_of_a_day_may_touch_and_not_overlap(string range, string before, bool fine) =>
        Assert.Equal(fine, WorkWeekText.Check(range, [before]) is null);

    private static ValueList<Shift> Day(params string[] ranges) => WorkWeekText.Read(new Dictionary<string, ValueList<string>>(StringComparer.Ordinal) { ["mon"] = ranges.ToValueList() }).Monday;

    private static IConfiguration Json(string json) => new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();

    private static List<string> Faults(string json)
    {
        var faults = new List<string>();
        PodsConfiguration.Read(Json(json), faults);
        return faults;
    }

    private async Task Apply(string json)
    {
        var faults = new List<string>();
        var pods = PodsConfiguration.Read(Json(json), faults);
        Assert.Empty(faults);
        await pods.Apply(store, Ct);
    }
}
