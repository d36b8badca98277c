using AlignmentBot.Bot.Intake.Keys;
using AlignmentBot.Tests.Bot.Intake;

namespace AlignmentBot.Tests.Bot.CommandLine;

public sealed class KeyCommandTests
{
    [Fact]
    public async Task Key_is_shown_once_and_kept_as_a_hash()
    {
        using var terminal = new Terminal();

        var added = await terminal.Run("keys", "add", "HubSpot", "--scope", "leads:write", "--scope", "leads:read");
        var listed = await terminal.Run("keys", "list");

        var token = ApiKeyToken.Parse(added.Lines[0])!;
        var key = Assert.Single(await terminal.Look(store => store.Keys(Terminal.Ct)));
        Assert.Equal((0, "HubSpot", token.Id, KeyHash.Of(token.Secret)), (added.Code, key.Name, key.Id, key.Hash));
        Assert.Equal(["leads:write", "leads:read"], key.Scopes);
        Assert.DoesNotContain(token.Secret, listed.Output, StringComparison.Ordinal);
        Assert.Matches($"^{token.Id}  HubSpot  leads:write leads:read  [0-9T:Z-]+  -$", listed.Lines[1]);
    }

    [Fact]
    public async Task Key_of_the_same_name_is_refused_until_the_first_is_revoked()
    {
        using var terminal = new Terminal();
        var first = ApiKeyToken.Parse((await terminal.Run("keys", "add", "crm", "--scope", "leads:read")).Lines[0])!;

        var second = await terminal.Run("keys", "add", "crm", "--scope", "leads:read");
        await terminal.Run("keys", "revoke", first.Id);
        var third = await terminal.Run("keys", "add", "crm", "--scope", "leads:read");

        Assert.Equal((1, 0), (second.Code, third.Code));
        Assert.Equal([$"Key {first.Id} has the name \"crm\" already. Choose another name, or revoke that key first: keys revoke {first.Id}"], second.Faults);
    }

    [Fact]
    public async Task Unknown_key_cannot_be_revoked()
    {
        using var terminal = new Terminal();

        var ran = await terminal.Run("keys", "revoke", "nobody");

        Assert.Equal(1, ran.Code);
        Assert.Equal(["There is no key \"nobody\". See keys list. Keys of the configuration are removed there."], ran.Faults);
    }

    [Fact]
    public async Task Revoking_twice_says_so()
    {
        using var terminal = new Terminal();
        var id = ApiKeyToken.Parse((await terminal.Run("keys", "add", "crm", "--scope", "leads:read")).Lines[0])!.Id;

        var first = await terminal.Run("keys", "revoke", id);
        var again = await terminal.Run("keys", "revoke", id);

        Assert.Equal([$"Key {id} (\"crm\") is revoked."], first.Lines);
        Assert.Matches($"^Key {id} was revoked at [0-9T:Z-]+ already.$", Assert.Single(again.Lines));
    }

    [Fact]
    public async Task Empty_list_says_what_to_do()
    {
        using var terminal = new Terminal();

        Assert.Equal(["There are no keys yet. Make one: keys add NAME --scope leads:write"], (await terminal.Run("keys", "list")).Lines);
    }

    [Fact]
    public async Task Key_made_and_revoked_beside_a_running_bot_works_at_once()
    {
        await using var bot = await ApiBot.Start();

        var added = await Terminal.RunAt(bot.StorePath, "keys", "add", "beside", "--scope", "leads:read");
        var token = ApiKeyToken.Parse(added.Lines[0])!;
        var works = await bot.Get("/api/leads", token.Bearer());
        await Terminal.RunAt(bot.StorePath, "keys", "revoke", token.Id);
        var over = await bot.Get("/api/leads", token.Bearer());

        Assert.Equal((200, 401), (works.Status, over.Status));
    }
}
