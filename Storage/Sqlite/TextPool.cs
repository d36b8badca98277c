using System.Text;

namespace AlignmentBot.Storage.Sqlite;

/// <summary>Makes texts that come again and again within one answer only once: names of people, campaigns and states, over many thousand rows.
/// It forgets a text when another falls on its place, so it never grows.</summary>
internal sealed class TextPool
{
    private const int Places = 256;

    private readonly string?[] places = new string?[Places];

    public string Of(ReadOnlySpan<byte> utf8)
    {
        var hash = default(HashCode);
        hash.AddBytes(utf8);
        ref var place = ref places[hash.ToHashCode() & (Places - 1)];

        // A text beyond ASCII is never found to be the same, and made anew.
        return place is not null && Ascii.Equals(utf8, place) ? place : place = Encoding.UTF8.GetString(utf8);
    }
}
