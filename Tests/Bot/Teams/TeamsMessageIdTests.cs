using AlignmentBot.Bot.Channels.Teams;
using AlignmentBot.Storage;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>How messages of Teams are named.</summary>
public sealed class TeamsMessageIdTests
{
    private const string Channel = "19:abc@thread.tacv2";

    [Fact]
    public void Thread_hangs_below_the_message_in_a_channel_and_nowhere_in_a_chat()
    {
        Assert.Equal(Channel + ";messageid=17", new TeamsMessageId(Channel, "17").ThreadIn(TeamsPlaceKind.Channel));
        Assert.Equal(Channel + ";messageid=17", new TeamsMessageId(Channel + ";messageid=17", "18").ThreadIn(TeamsPlaceKind.Channel));
        Assert.Equal("19:abc@thread.v2", new TeamsMessageId("19:abc@thread.v2", "17").ThreadIn(TeamsPlaceKind.GroupChat));
        Assert.Equal("a:1", new TeamsMessageId("a:1", "17").ThreadIn(TeamsPlaceKind.Personal));
    }

    [Fact]
    public void Conversation_of_a_thread_names_its_channel_and_its_first_message()
    {
        Assert.Equal(Channel, TeamsMessageId.PlaceOf(Channel + ";messageid=17"));
        Assert.Equal(new TeamsMessageId(Channel, "17"), TeamsMessageId.TopOf(Channel + ";messageid=17"));
        Assert.Null(TeamsMessageId.TopOf(Channel));
        Assert.Null(TeamsMessageId.TopOf(Channel + ";messageid="));
    }

    [Fact]
    public void Stored_id_is_read_as_it_was_written()
    {
        var id = new TeamsMessageId(Channel + ";messageid=17", "18");

        Assert.Equal(id, TeamsMessageId.Parse(id.ToString()));
        Assert.Throws<FormatException>(() => TeamsMessageId.Parse(Channel));
    }
}
