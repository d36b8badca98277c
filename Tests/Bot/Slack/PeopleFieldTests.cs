using AlignmentBot.Bot.Channels.Slack.Wire;
using AlignmentBot.Cards;
using AlignmentBot.Cards.Model;
using AlignmentBot.Cards.Rendering;
using AlignmentBot.Cards.Setup;

namespace AlignmentBot.Tests.Bot.Slack;

/// <summary>Where several workspaces install the app, people are written with their workspace everywhere but in Slack's own fields.</summary>
public sealed class PeopleFieldTests
{
    [Theory]
    [InlineData(null, "U1,U2")]
    [InlineData("T1", "T1/U1,T1/U2")]
    public void Chosen_people_come_in_with_their_workspace(string? workspace, string accounts) =>
        Assert.Equal(accounts, new SlackInput(null, null, null) { SelectedUsers = ["U1", "U2"] }.GivenIn(workspace));

    [Fact]
    public void Nobody_chosen_is_no_answer() => Assert.Null(new SlackInput(null, null, null) { SelectedUsers = [] }.GivenIn("T1"));

    [Fact]
    public void Chosen_people_go_out_by_their_own_ids()
    {
        var draft = new SetupDraft("T1/C1", "#leads", IsNew: false, "EMEA", "Europe/Amsterdam", []) { Sales = new SideDraft(null, ["T1/U1"]) };

        Assert.Contains("\"initial_users\":[\"U1\"]", BlockKitRenderer.View(SetupForm.Draw(draft, Reader.Unknown), Reader.Unknown), StringComparison.Ordinal);
    }

    [Fact]
    public void Channel_is_linked_by_its_own_id()
    {
        var card = new Card("x", Tone.Neutral, [new Block.Paragraph([new Run.Channel("#leads", "T1/C1")])]);

        Assert.Contains("\"channel_id\":\"C1\"", BlockKitRenderer.Message(card, Reader.Unknown), StringComparison.Ordinal);
    }
}
