using AlignmentBot.Domain;
using AlignmentBot.Storage;

namespace AlignmentBot.Tests.Storage;

public abstract partial class StoreContract
{
    private static readonly LocalMessage CardMessage = new("m1", "emea", null, "card/1", null, "lead/lead000001", null, Sample.Monday);
    private static readonly LocalMessage Words = new("m2", "emea", null, null, Sample.Rosa.Id, null, "Who takes this one?", Sample.At(1));

    [Fact]
    public async Task A_conversation_shows_its_latest_messages_oldest_first()
    {
        await Store.PostLocal(CardMessage, Ct);
        await Store.PostLocal(Words, Ct);
        await Store.PostLocal(Words with { Id = "m3", ThreadOf = "m1" }, Ct);
        await Store.PostLocal(Words with { Id = "m4", Conversation = "rosa1" }, Ct);
        await Store.PostLocal(Words with { Id = "m5" }, Ct);

        Assert.Equal([CardMessage, Words, Words with { Id = "m5" }], await Store.LocalConversation("emea", 10, Ct));
        Assert.Equal([Words, Words with { Id = "m5" }], await Store.LocalConversation("emea", 2, Ct));
        Assert.Empty(await Store.LocalConversation("apac", 10, Ct));
    }

    [Fact]
    public async Task The_same_effect_is_posted_once_and_answers_with_the_first_id()
    {
        Assert.Equal("m1", await Store.PostLocal(CardMessage, Ct));
        Assert.Equal("m1", await Store.PostLocal(CardMessage with { Id = "m9" }, Ct));

        Assert.Equal([CardMessage], await Store.LocalConversation("emea", 10, Ct));
        Assert.Equal(CardMessage, await Store.FindLocalByEffect("card/1", Ct));
        Assert.Null(await Store.FindLocal("m9", Ct));
    }

    [Fact]
    public async Task One_effect_posted_twenty_times_at_once_is_one_message()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(
            async () => await Store.PostLocal(CardMessage with { Id = Conversation(i) }, Ct), Ct)));

        Assert.Single(ids.Distinct(StringComparer.Ordinal));
        Assert.Single(await Store.LocalConversation("emea", 50, Ct));
    }

    [Fact]
    public async Task Replies_of_several_threads_come_together_oldest_first()
    {
        await Store.PostLocal(CardMessage, Ct);
        await Store.PostLocal(Words, Ct);
        var replies = new[] { Reply("r1", "m2"), Reply("r2", "m1"), Reply("r3", "m2") };
        foreach (var reply in replies)
            await Store.PostLocal(reply, Ct);

        Assert.Equal(replies, await Store.LocalThreads(["m1", "m2"], Ct));
        Assert.Equal([replies[1]], await Store.LocalThreads(["m1", "unknown"], Ct));
        Assert.Empty(await Store.LocalThreads([], Ct));
    }

    [Fact]
    public async Task Words_of_a_person_are_kept_with_the_commit_they_belong_to()
    {
        var stored = await HandedOver(1);
        await Store.Commit(new Commit { Leads = [Sample.Accept(stored)], LocalMessage = Words }, Ct);
        Assert.Equal(Words, await Store.FindLocal("m2", Ct));

        await Store.Commit(new Commit { Leads = [Sample.Accept(stored)], LocalMessage = Words with { Id = "m3" } }, Ct);
        Assert.Null(await Store.FindLocal("m3", Ct));
    }

    private static LocalMessage Reply(string id, string parent) => Words with { Id = id, ThreadOf = parent, Text = "" };
}
