using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace AlignmentBot.Cards.Pictures;

/// <summary>Writes a canvas as PNG, three bytes a pixel. Source: w3.org/TR/png-3 (chunks, filters).</summary>
internal static class Png
{
    private const byte BitsPerChannel = 8;
    private const byte TrueColour = 2;
    private const byte FilterUp = 2;
    private const uint Polynomial = 0xEDB88320;

    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly uint[] Remainders = Enumerable.Range(0, 256).Select(Remainder).ToArray();

    public static byte[] Of(Canvas canvas)
    {
        using var png = new MemoryStream();
        png.Write(Signature);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, canvas.Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), canvas.Height);
        head[8] = BitsPerChannel;
        head[9] = TrueColour;
        Chunk(png, "IHDR", head);
        Chunk(png, "IDAT", Packed(canvas));
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    /// <summary>Every row as its difference to the row above, which is mostly nothing.</summary>
    private static byte[] Packed(Canvas canvas)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            var row = new byte[1 + 3 * canvas.Width];
            row[0] = FilterUp;
            for (var y = 0; y < canvas.Height; y++)
            {
                for (var x = 0; x < canvas.Width; x++)
                {
                    var (ink, above) = (canvas[x, y], y == 0 ? default : canvas[x, y - 1]);
                    row[1 + 3 * x] = unchecked((byte)(ink.Red - above.Red));
                    row[2 + 3 * x] = unchecked((byte)(ink.Green - above.Green));
                    row[3 + 3 * x] = unchecked((byte)(ink.Blue - above.Blue));
                }

                zlib.Write(row);
            }
        }

        return packed.ToArray();
    }

    private static void Chunk(Stream png, string type, byte[] content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        png.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
        png.Write(number);
    }

    private static uint Crc(byte[] bytes) => ~bytes.Aggregate(uint.MaxValue, (crc, next) => Remainders[(crc ^ next) & 0xFF] ^ (crc >> 8));

    private static uint Remainder(int value)
    {
        var rest = (uint)value;
        for (var bit = 0; bit < 8; bit++)
            rest = (rest & 1) == 1 ? Polynomial ^ (rest >> 1) : rest >> 1;
        return rest;
    }
}
