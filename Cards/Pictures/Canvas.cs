using System.Runtime.InteropServices;

namespace AlignmentBot.Cards.Pictures;

/// <summary>A picture being painted: shapes with soft edges, one over the other. It needs no font and no library, so it paints the same everywhere.</summary>
internal sealed class Canvas(int width, int height, Ink paper)
{
    private readonly Ink[] pixels = Enumerable.Repeat(paper, width * height).ToArray();

    public int Width => width;

    public int Height => height;

    public Ink this[int x, int y] => pixels[y * width + x];

    public void Disc(Spot centre, double radius, Ink ink) =>
        Paint(centre.X - radius, centre.Y - radius, centre.X + radius, centre.Y + radius, ink, (x, y) => centre.DistanceTo(x, y) - radius);

    public void Ring(Spot centre, double radius, double thickness, Ink ink) => Paint(
        centre.X - radius - thickness, centre.Y - radius - thickness, centre.X + radius + thickness, centre.Y + radius + thickness, ink,
        (x, y) => Math.Abs(centre.DistanceTo(x, y) - radius) - thickness / 2);

    /// <summary>A stroke with round ends.</summary>
    public void Line(Spot from, Spot to, double thickness, Ink ink)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var length = dx * dx + dy * dy;
        var half = thickness / 2;
        double Distance(double x, double y)
        {
            var along = length <= 0 ? 0 : Math.Clamp(((x - from.X) * dx + (y - from.Y) * dy) / length, 0, 1);
            return new Spot(from.X + along * dx, from.Y + along * dy).DistanceTo(x, y) - half;
        }

        Paint(Math.Min(from.X, to.X) - half, Math.Min(from.Y, to.Y) - half, Math.Max(from.X, to.X) + half, Math.Max(from.Y, to.Y) + half, ink, Distance);
    }

    public void Lines(IReadOnlyList<Spot> spots, double thickness, Ink ink)
    {
        for (var index = 1; index < spots.Count; index++)
            Line(spots[index - 1], spots[index], thickness, ink);
        if (spots.Count == 1)
            Disc(spots[0], thickness / 2, ink);
    }

    /// <summary>A leaf: what two discs of the same size share.</summary>
    public void Leaf(Spot root, Spot tip, double breadth, Ink ink)
    {
        var length = root.DistanceTo(tip.X, tip.Y);
        var radius = (length * length + breadth * breadth) / (4 * breadth);
        var middle = new Spot((root.X + tip.X) / 2, (root.Y + tip.Y) / 2);
        var (nx, ny) = (-(tip.Y - root.Y) / length, (tip.X - root.X) / length);
        var away = radius - breadth / 2;
        var (one, other) = (new Spot(middle.X + nx * away, middle.Y + ny * away), new Spot(middle.X - nx * away, middle.Y - ny * away));
        Paint(middle.X - length / 2, middle.Y - length / 2, middle.X + length / 2, middle.Y + length / 2, ink,
            (x, y) => Math.Max(one.DistanceTo(x, y), other.DistanceTo(x, y)) - radius);
    }

    /// <summary>A filled shape whose corners go round once.</summary>
    public void Shape(IReadOnlyList<Spot> corners, Ink ink) => Paint(
        corners.Min(corner => corner.X), corners.Min(corner => corner.Y), corners.Max(corner => corner.X), corners.Max(corner => corner.Y), ink,
        (x, y) => ShapeDistance(corners, x, y));

    private static double ShapeDistance(IReadOnlyList<Spot> corners, double x, double y)
    {
        var nearest = double.MaxValue;
        var inside = false;
        for (int index = 0, before = corners.Count - 1; index < corners.Count; before = index++)
        {
            var (a, b) = (corners[index], corners[before]);
            if (a.Y > y != b.Y > y && x < (b.X - a.X) * (y - a.Y) / (b.Y - a.Y) + a.X)
                inside = !inside;
            var (dx, dy) = (b.X - a.X, b.Y - a.Y);
            var along = Math.Clamp(((x - a.X) * dx + (y - a.Y) * dy) / (dx * dx + dy * dy), 0, 1);
            nearest = Math.Min(nearest, new Spot(a.X + along * dx, a.Y + along * dy).DistanceTo(x, y));
        }

        return inside ? -nearest : nearest;
    }

    /// <param name="distance">From a point to the shape's edge, below 0 inside.</param>
    private void Paint(double left, double top, double right, double bottom, Ink ink, Func<double, double, double> distance)
    {
        for (var y = Math.Max(0, (int)top - 1); y <= Math.Min(height - 1, (int)bottom + 1); y++)
        {
            for (var x = Math.Max(0, (int)left - 1); x <= Math.Min(width - 1, (int)right + 1); x++)
            {
                var cover = Math.Clamp(0.5 - distance(x + 0.5, y + 0.5), 0, 1);
                if (cover > 0)
                    pixels[y * width + x] = pixels[y * width + x].Under(ink, cover);
            }
        }
    }
}

/// <summary>A place on the canvas, in pixels from its top left corner.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Spot(double X, double Y)
{
    public double DistanceTo(double x, double y) => Math.Sqrt((X - x) * (X - x) + (Y - y) * (Y - y));

    /// <summary>At this angle around the spot; 0 is right, a quarter turn is down.</summary>
    public Spot Around(double radius, double angle) => new(X + radius * Math.Cos(angle), Y + radius * Math.Sin(angle));
}

/// <summary>A colour.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Ink(byte Red, byte Green, byte Blue)
{
    public static Ink Of(int rgb) => new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);

    /// <summary>This colour when the other lies over it.</summary>
    /// <param name="cover">From 0, not at all, to 1, wholly.</param>
    public Ink Under(Ink over, double cover) => new(Mix(Red, over.Red, cover), Mix(Green, over.Green, cover), Mix(Blue, over.Blue, cover));

    private static byte Mix(byte under, byte over, double cover) => (byte)Math.Round(under + (over - under) * cover);
}
