using System.Text.Json;

namespace AlignmentBot.Tests.Fakes;

/// <summary>Collects faults while walking through blocks and elements.</summary>
internal sealed class BlockKitFaults
{
    private readonly List<string> found = [];
    private int charts;
    private readonly HashSet<string> blockIds = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Found => found;

    public void Add(string fault) => found.Add(fault);

    public void Blocks(JsonElement owner, int most, string where, bool inModal)
    {
        if (!owner.TryGetProperty("blocks", out var blocks) || blocks.ValueKind != JsonValueKind.Array)
        {
            Add($"{where}: no blocks");
            return;
        }

        Count(blocks, 1, most, where + ".blocks");
        var index = 0;
        foreach (var block in blocks.EnumerateArray())
            Block(block, $"{where}.blocks[{index++}]", inModal);
    }

    /// <summary>Faults every property that is not named.</summary>
    public void Only(JsonElement element, string where, params string[] names)
    {
        foreach (var property in element.EnumerateObject().Where(property => !names.Contains(property.Name, StringComparer.Ordinal)))
            Add($"{where}: unknown property {property.Name}");
        foreach (var twice in element.EnumerateObject().GroupBy(property => property.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            Add($"{where}: {twice.Key} twice");
    }

    /// <summary>A string of this length; may be missing only where 0 is allowed.</summary>
    public void Text(JsonElement owner, string name, int least, int most, string where)
    {
        if (!owner.TryGetProperty(name, out var text))
        {
            if (least > 0)
                Add($"{where}: no {name}");
            return;
        }

        var length = text.ValueKind == JsonValueKind.String ? text.GetString()!.Length : -1;
        if (length < least || length > most)
            Add($"{where}.{name}: length {length} is not {least} to {most}");
    }

    public void PlainText(JsonElement owner, string name, int most, string where)
    {
        if (!owner.TryGetProperty(name, out var text))
        {
            Add($"{where}: no {name}");
            return;
        }

        where = $"{where}.{name}";
        Only(text, where, "type", "text", "emoji");
        if (Kind(text) != "plain_text")
            Add($"{where}: not plain_text");
        Text(text, "text", 1, most, where);
    }

    private void Block(JsonElement block, string where, bool inModal)
    {
        if (block.TryGetProperty("block_id", out var id))
        {
            Text(block, "block_id", 1, 255, where);
            if (!blockIds.Add(id.GetString()!))
                Add($"{where}: block_id used twice");
        }

        switch (Kind(block))
        {
            case "header":
                Only(block, where, "type", "text", "block_id");
                PlainText(block, "text", 150, where);
                break;
            case "image":
                Only(block, where, "type", "block_id", "image_url", "alt_text");
                Text(block, "image_url", 1, 3000, where);
                Text(block, "alt_text", 1, 2000, where);
                break;
            case "divider":
                Only(block, where, "type", "block_id");
                break;
            case "section":
                Only(block, where, "type", "text", "block_id");
                TextObject(block.GetProperty("text"), where + ".text");
                break;
            case "context":
                Only(block, where, "type", "elements", "block_id");
                Each(block, "elements", 1, 10, where, TextObject);
                break;
            case "actions":
                Only(block, where, "type", "elements", "block_id");
                Each(block, "elements", 1, 25, where, BlockKitElements.Button(this));
                Unique(block.GetProperty("elements"), "action_id", where);
                break;
            case "rich_text":
                Only(block, where, "type", "elements", "block_id");
                Each(block, "elements", 1, 100, where, BlockKitElements.RichText(this));
                break;
            case "data_visualization" when !inModal:
                if (++charts > 2)
                    Add($"{where}: more than two charts");
                BlockKitChartRules.Check(this, block, where);
                break;
            case "input" when inModal:
                BlockKitElements.Input(this, block, where);
                break;
            default:
                Add($"{where}: no such block here: {Kind(block)}");
                break;
        }
    }

    public void Each(JsonElement owner, string name, int least, int most, string where, Action<JsonElement, string> check)
    {
        if (!owner.TryGetProperty(name, out var items) || items.ValueKind != JsonValueKind.Array)
        {
            Add($"{where}: no {name}");
            return;
        }

        Count(items, least, most, $"{where}.{name}");
        var index = 0;
        foreach (var item in items.EnumerateArray())
            check(item, $"{where}.{name}[{index++}]");
    }

    public static string Kind(JsonElement element) => element.TryGetProperty("type", out var type) ? type.GetString() ?? string.Empty : string.Empty;

    private void TextObject(JsonElement text, string where)
    {
        if (Kind(text) == "mrkdwn")
            Only(text, where, "type", "text", "verbatim");
        else if (Kind(text) == "plain_text")
            Only(text, where, "type", "text", "emoji");
        else
            Add($"{where}: not a text object");
        Text(text, "text", 1, 3000, where);
    }

    private void Unique(JsonElement items, string name, string where)
    {
        if (items.EnumerateArray().GroupBy(item => item.GetProperty(name).GetString(), StringComparer.Ordinal).Any(group => group.Count() > 1))
            Add($"{where}: {name} used twice");
    }

    private void Count(JsonElement items, int least, int most, string where)
    {
        var count = items.GetArrayLength();
        if (count < least || count > most)
            Add($"{where}: {count} is not {least} to {most}");
    }
}
