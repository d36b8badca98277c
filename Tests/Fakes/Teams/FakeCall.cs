using System.Buffers;
using System.Text.Json.Nodes;

namespace AlignmentBot.Tests.Fakes.Teams;

/// <summary>A call of the connector: the segments of its path as they were sent, and unescaped.</summary>
public sealed record FakeCall(string Method, string Path, IReadOnlyList<string> Ids, string Query)
{
    /// <summary>Ids hold these; in an address they mean something else.</summary>
    private static readonly SearchValues<char> MustBeEscaped = SearchValues.Create(":@;= +|");

    private static readonly string[] Announced =
    [
        "POST v3/conversations", "POST v3/conversations/{}/activities", "PUT v3/conversations/{}/activities/{}",
        "GET v3/conversations/{}/pagedmembers", "GET v3/conversations/{}/members/{}", "GET v3/teams/{}", "GET v3/teams/{}/conversations",
        "GET graph/teams/{}/members",
    ];

    /// <summary>True for a question to Microsoft Graph.</summary>
    public bool OfGraph => Path.StartsWith("graph/", StringComparison.Ordinal);

    /// <summary>What was called, ids left out.</summary>
    public string Kind { get; private init; } = string.Empty;

    /// <summary>Null when no such call was announced.</summary>
    public static FakeCall? Parse(string method, string rawTarget)
    {
        var question = rawTarget.IndexOf('?', StringComparison.Ordinal);
        var raw = question < 0 ? rawTarget : rawTarget[..question];
        var query = question < 0 ? string.Empty : rawTarget[question..];
        var segments = raw.Split('/', StringSplitOptions.RemoveEmptyEntries);
        segments = segments is ["graph", "v1.0", ..] ? ["graph", .. segments[2..]] : segments is [_, _, "v3", ..] ? segments[2..] : [];
        foreach (var kind in Announced.Where(kind => kind.StartsWith(method + " ", StringComparison.Ordinal)))
        {
            var pattern = kind[(method.Length + 1)..].Split('/');
            if (pattern.Length == segments.Length && pattern.Zip(segments).All(pair => pair.First == "{}" || pair.First == pair.Second))
            {
                var ids = pattern.Zip(segments).Where(pair => pair.First == "{}").Select(pair => pair.Second).ToList();
                return new FakeCall(method, string.Join('/', segments), ids, query) { Kind = kind };
            }
        }

        return null;
    }

    /// <summary>The id at this place, unescaped.</summary>
    public string Id(int place) => Uri.UnescapeDataString(Ids[place]);

    public IEnumerable<string> Faults() => Ids.Where(id => id.AsSpan().ContainsAny(MustBeEscaped)).Select(id => $"{Method} {Path}: {id} is not escaped");

    public override string ToString() => $"{Method} {Path}";
}

/// <summary>What the connector answers.</summary>
internal sealed record FakeReply(int Status, JsonObject Body)
{
    public static FakeReply Ok(JsonObject body, int status = 200) => new(status, body);

    public static FakeReply Error(int status, string code) => new(status, new JsonObject
    {
        ["error"] = new JsonObject { ["code"] = code, ["message"] = "The fake says no." },
    });
}
