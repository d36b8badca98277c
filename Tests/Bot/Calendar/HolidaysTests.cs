using AlignmentBot.Bot.Channels;
using AlignmentBot.Bot.Configuration;
using AlignmentBot.Bot.Handlers.Calendar;
using AlignmentBot.Bot.Handlers.Commands;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Domain;
using AlignmentBot.Domain.Leads;
using AlignmentBot.Domain.Roster;
using AlignmentBot.Tests.Fakes;
using NodaTime;

namespace AlignmentBot.Tests.Bot.Calendar;

/// <summary>Friday, 20 November 2026, 10:00 in Amsterdam.</summary>
public sealed class HolidaysTests : IAsyncLifetime
{
    private BotKit kit = null!;

    public async ValueTask InitializeAsync() => kit = await BotKit.Start();

    public ValueTask DisposeAsync() => kit.DisposeAsync();

    [Fact]
    public async Task A_team_lead_adds_and_removes_days()
    {
        Assert.Equal(
            "Holidays of EMEA: 2 added, 0 removed; 2 are ahead. What is due already stays due as agreed.",
            Said(await Run(SamplePod.Lena, "add 2026-12-25, 26 Dec")));
        Assert.Equal(
            "Holidays of EMEA: 0 added, 1 removed; 1 are ahead. What is due already stays due as agreed.",
            Said(await Run(SamplePod.Lena, "remove 2026-12-26")));

        Assert.Equal([new LocalDate(2026, 12, 25)], (await kit.Store.FindPod(SamplePod.Emea.Id, BotKit.Ct))!.Holidays);
        Assert.Equal([new LocalDate(2026, 12, 25)], (await kit.Rosters.Find(SamplePod.Emea.Id, BotKit.Ct))!.Pod.Holidays);
    }

    [Theory]
    [InlineData("add 2026-12-25")]
    [InlineData("remove 2026-12-25")]
    [InlineData("import")]
    public async Task Who_is_neither_team_lead_nor_admin_changes_nothing(string words)
    {
        Assert.Equal("Only team leads and admins of the pod change its holidays. Ask one of them.", Said(await Run(SamplePod.Rosa, words)));
        Assert.Empty((await kit.Store.FindPod(SamplePod.Emea.Id, BotKit.Ct))!.Holidays);
    }

    [Fact]
    public async Task Everybody_sees_them_and_only_those_who_may_get_the_button()
    {
        await Run(SamplePod.Lena, "add 2026-12-25");

        Assert.DoesNotContain(Shown(await Run(SamplePod.Rosa, string.Empty)).Blocks, block => block is Block.Buttons);
        var card = Shown(await Run(SamplePod.Lena, "list"));
        Assert.Equal("The next holiday of EMEA is Fri 25 Dec.", card.Summary);
        Assert.Contains(card.Blocks, block => block is Block.Buttons);
    }

    [Fact]
    public async Task A_pasted_calendar_is_imported_beside_the_days_that_are_there()
    {
        await Run(SamplePod.Lena, "add 2027-01-01");
        Assert.Equal(FormIds.Holidays, Assert.IsType<Answer.Ask>(await Run(SamplePod.Lena, "import")).Form.Id);

        var answer = await Paste(SamplePod.Lena, "add", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20251225\r\nRRULE:FREQ=YEARLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");

        Assert.Equal("Holidays of EMEA: 3 added, 0 removed; 4 are ahead. What is due already stays due as agreed.", Said(answer));
    }

    [Fact]
    public async Task Replacing_leaves_the_past_as_it_was()
    {
        await kit.Store.SavePod(SamplePod.Emea with { Holidays = [new LocalDate(2026, 4, 27), new LocalDate(2026, 12, 25)] }, BotKit.Ct);

        await Paste(SamplePod.Lena, "replace", "2026-12-26");

        Assert.Equal([new LocalDate(2026, 4, 27), new LocalDate(2026, 12, 26)], (await kit.Store.FindPod(SamplePod.Emea.Id, BotKit.Ct))!.Holidays);
    }

    [Fact]
    public async Task A_wrong_line_keeps_the_form_open_with_what_is_wrong()
    {
        var error = Assert.Single(Assert.IsType<Answer.Correct>(await Paste(SamplePod.Lena, "add", "2026-12-25\nsoon")).Errors);

        Assert.Equal(FieldNames.Days, error.Field);
        Assert.StartsWith("Line 2: \"soon\" is not a day.", error.Sentence, StringComparison.Ordinal);
        Assert.Empty((await kit.Store.FindPod(SamplePod.Emea.Id, BotKit.Ct))!.Holidays);
    }

    [Fact]
    public async Task Holidays_that_also_stand_in_the_configuration_are_said_to()
    {
        var configured = new PodsConfiguration([new PodDraft(SamplePod.Emea.Id) { Holidays = [] }]);

        Assert.Contains("configuration", Said(await Run(SamplePod.Lena, "add 2026-12-25", configured)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_say_when_work_goes_on()
    {
        Assert.Equal("It is working time for you now.", Shown(await Hours(SamplePod.Rosa)).Summary);

        kit.Time.Advance(Duration.FromHours(7.5));
        Assert.Equal("You are off now. Your working time goes on 23 Nov 2026, 09:00; until then I keep quiet.", Shown(await Hours(SamplePod.Rosa)).Summary);
    }

    private static string Said(Answer answer) => Assert.IsType<Answer.Say>(answer).Text;

    private static Card Shown(Answer answer) => Assert.IsType<Answer.Show>(answer).Card;

    private Holidays Holidays(PodsConfiguration? configured = null) => new(kit.Store, kit.Rosters, configured ?? new PodsConfiguration([]), kit.Clock);

    private async Task<Answer> Run(Member by, string words, PodsConfiguration? configured = null) => await Holidays(configured).Run(await Call(by, words), BotKit.Ct);

    private async Task<Answer> Hours(Member by) => await new Hours(kit.Store, kit.Rosters, new PodsConfiguration([]), kit.Clock, kit.Wakeups).Run(await Call(by, string.Empty), BotKit.Ct);

    private async Task<CommandCall> Call(Member by, string words)
    {
        var (pod, roster) = (await kit.Rosters.Find(SamplePod.Emea.Id, BotKit.Ct))!;
        var member = roster.Find(by.Id)!;
        return new CommandCall(PodKit.As(member), pod, member, Reader.Of(member, pod), words) { Delivery = "d1" };
    }

    private Task<Answer> Paste(Member by, string mode, string text) => Holidays().Submit(
        new Submission(
            PodKit.As(by), "form-1", FormIds.Holidays, SamplePod.Emea.Id.Value, new Dictionary<string, string>(StringComparer.Ordinal) { [FieldNames.Days] = text, [FieldNames.Mode] = mode }),
        BotKit.Ct);
}
