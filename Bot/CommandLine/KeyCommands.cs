using System.CommandLine;
using AlignmentBot.Bot.Configuration;
using AlignmentBot.Bot.Hosting;
using AlignmentBot.Bot.Intake.Keys;
using AlignmentBot.Domain;
using AlignmentBot.Storage;
using AlignmentBot.Storage.Sqlite;
using NodaTime.Text;

namespace AlignmentBot.Bot.CommandLine;

/// <summary><c>keys add</c>, <c>keys list</c>, <c>keys revoke</c>.</summary>
internal static class KeyCommands
{
    public static Command Make(CommandDesk desk) => new("keys", "API keys") { Add(desk), List(desk), Revoke(desk) };

    private static Command Add(CommandDesk desk)
    {
        var name = Checked.Argument("NAME", "What the key is for, such as HubSpot", RosterRules.Name);
        var scopes = Checked.Several("--scope", $"What its holder may do: {KeyScopes.Listed}. May be given several times", KeyScopes.Check, required: true);
        var command = new Command("add", "Make a key. It is shown once") { name, scopes };
        command.SetAction((parsed, ct) => desk.WithStore(
            SqliteOpen.Visitor, store => Add(desk, store, parsed.GetRequiredValue(name).Trim(), parsed.GetRequiredValue(scopes), ct), ct));
        return command;
    }

    private static async Task<int> Add(CommandDesk desk, IStore store, string name, string[] scopes, CancellationToken ct)
    {
        if ((await store.Keys(ct)).FirstOrDefault(key => key.Name == name && key.RevokedAt is null) is { } same)
            return await desk.Refuse($"Key {same.Id} has the name {Shown.Of(name)} already. Choose another name, or revoke that key first: keys revoke {same.Id}");

        var token = ApiKeyToken.Make();
        await store.SaveKey(new ApiKey(token.Id, name, KeyHash.Of(token.Secret), scopes.Distinct(StringComparer.Ordinal).ToValueList(), desk.Now, null), ct);
        return await desk.Say($"""
            {token.Bearer()}

            This is the key {Shown.Of(name)} ({token.Id}). It is shown this once and kept only as a hash: put it where your secrets are.
            Send it with every request, such as:
              curl -H "Authorization: Bearer {token.Bearer()}" {HostPlace.DefaultUrl}/api/leads
            To take it back: keys revoke {token.Id}
            """);
    }

    private static Command List(CommandDesk desk)
    {
        var command = new Command("list", "Show the keys (never their secrets)");
        command.SetAction((_, ct) => desk.WithStore(SqliteOpen.Visitor, store => List(desk, store, ct), ct));
        return command;
    }

    private static async Task<int> List(CommandDesk desk, IStore store, CancellationToken ct)
    {
        var keys = await store.Keys(ct);
        return keys.Count == 0
            ? await desk.Say("There are no keys yet. Make one: keys add NAME --scope leads:write")
            : await desk.Table(["ID", "NAME", "SCOPES", "MADE", "REVOKED"], keys.Select(key => new[]
            {
                key.Id, key.Name, string.Join(' ', key.Scopes), InstantPattern.General.Format(key.CreatedAt), key.RevokedAt is { } at ? InstantPattern.General.Format(at) : "-",
            }).ToList());
    }

    private static Command Revoke(CommandDesk desk)
    {
        var id = new Argument<string>("ID") { Description = "The key's id, as keys list shows it" };
        var command = new Command("revoke", "Take a key back; it stops working at once") { id };
        command.SetAction((parsed, ct) => desk.WithStore(SqliteOpen.Visitor, store => Revoke(desk, store, parsed.GetRequiredValue(id), ct), ct));
        return command;
    }

    private static async Task<int> Revoke(CommandDesk desk, IStore store, string id, CancellationToken ct)
    {
        if (await store.FindKey(id, ct) is not { } key)
            return await desk.Refuse($"There is no key {Shown.Of(id)}. See keys list. Keys of the configuration are removed there.");
        if (key.RevokedAt is { } before)
            return await desk.Say($"Key {id} was revoked at {InstantPattern.General.Format(before)} already.");
        await store.SaveKey(key with { RevokedAt = desk.Now }, ct);
        return await desk.Say($"Key {id} ({Shown.Of(key.Name)}) is revoked.");
    }
}
