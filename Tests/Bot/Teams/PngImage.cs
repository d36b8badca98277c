using System.Buffers.Binary;
using System.IO.Compression;

namespace AlignmentBot.Tests.Bot.Teams;

/// <summary>The pixels of a PNG with eight bits a channel and no interlacing, to look at icons with. Source: w3.org/TR/png</summary>
internal sealed class PngImage
{
    private readonly byte[][] rows;
    private readonly int channels;

    private PngImage(int width, int height, int channels, byte[][] rows)
    {
        Width = width;
        Height = height;
        this.channels = channels;
        this.rows = rows;
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Red, green, blue and how much they cover (255 where the picture has no transparency).</summary>
    public (byte Red, byte Green, byte Blue, byte Cover) At(int x, int y)
    {
        var pixel = rows[y].AsSpan(x * channels, channels);
        return (pixel[0], pixel[1], pixel[2], channels == 4 ? pixel[3] : (byte)255);
    }

    public IEnumerable<(byte Red, byte Green, byte Blue, byte Cover)> Pixels() =>
        Enumerable.Range(0, Height).SelectMany(y => Enumerable.Range(0, Width).Select(x => At(x, y)));

    public static PngImage Read(byte[] file)
    {
        using var packed = new MemoryStream();
        var (width, height, channels) = (0, 0, 0);
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var content = file.AsSpan(at + 8, length);
            if (file.AsSpan(at + 4, 4).SequenceEqual("IHDR"u8))
                (width, height, channels) = (BinaryPrimitives.ReadInt32BigEndian(content), BinaryPrimitives.ReadInt32BigEndian(content[4..]), content[9] == 6 ? 4 : 3);
            if (file.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
                packed.Write(content);
            at += length + 12;
        }

        packed.Position = 0;
        using var lines = new ZLibStream(packed, CompressionMode.Decompress);
        return new PngImage(width, height, channels, Unfiltered(lines, width * channels, height, channels));
    }

    private static byte[][] Unfiltered(Stream lines, int length, int height, int channels)
    {
        var unfiltered = new byte[height][];
        var above = new byte[length];
        for (var y = 0; y < height; y++)
        {
            var filter = lines.ReadByte();
            var row = new byte[length];
            lines.ReadExactly(row);
            for (var i = 0; i < length; i++)
                row[i] += Predicted(filter, i >= channels ? row[i - channels] : 0, above[i], i >= channels ? above[i - channels] : 0);
            above = unfiltered[y] = row;
        }

        return unfiltered;
    }

    private static byte Predicted(int filter, int left, int up, int corner) => (byte)(filter switch
    {
        0 => 0,
        1 => left,
        2 => up,
        3 => (left + up) / 2,
        4 => Nearest(left, up, corner),
        _ => throw new InvalidDataException($"PNG knows no filter {filter}."),
    });

    private static int Nearest(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
