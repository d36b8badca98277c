using System.Text.Json.Nodes;

namespace AlignmentBot.Tests.Fakes.Slack;

/// <summary>A channel as the bot sees it.</summary>
public sealed record FakeChannel(string Name, bool IsMember = true, bool IsArchived = false)
{
    public JsonObject Tell(string id) => new()
    {
        ["ok"] = true,
        ["channel"] = new JsonObject { ["id"] = id, ["name"] = Name, ["is_member"] = IsMember, ["is_archived"] = IsArchived },
    };
}
