using AlignmentBot.Domain;
using AlignmentBot.Domain.Awards;

namespace AlignmentBot.Cards.Pictures;

/// <summary>The certificate of an award: a medal in laurels, and the winner's name where it can be written in our letters.</summary>
public static class CertificatePicture
{
    public const int Width = 960;
    public const int Height = 480;

    private const int MostNames = 3;
    private const int ConfettiPieces = 46;
    private const double Column = 540;

    private static readonly Ink Paper = Ink.Of(0xFBF8EF);
    private static readonly Ink Navy = Ink.Of(0x1F2A44);
    private static readonly Ink Gold = Ink.Of(0xD9A441);
    private static readonly Ink PaleGold = Ink.Of(0xF3D893);
    private static readonly Ink Green = Ink.Of(0x3F7D63);
    private static readonly Ink Red = Ink.Of(0xB5423F);
    private static readonly ValueList<Ink> Colours = [Gold, PaleGold, Green, Red, Ink.Of(0x4A6FA5)];

    private static readonly Spot Medal = new(190, 225);
    private static readonly Spot Words = new(635, 240);

    /// <param name="title">Such as "Seller of the month".</param>
    /// <param name="names">The winners; more than three, or one in other letters, and the picture goes without names.</param>
    /// <param name="month">Such as "November 2026".</param>
    /// <param name="seed">Chance for the confetti, in hexadecimal: the same certificate is always the same picture.</param>
    public static byte[] Draw(Award award, string title, IReadOnlyList<string> names, string month, string seed)
    {
        var canvas = new Canvas(Width, Height, Paper);
        Confetti(canvas, seed);
        Frame(canvas);
        Ribbon(canvas, award);
        Laurels(canvas);
        Star(canvas);
        Write(canvas, title, names, month);
        return Png.Of(canvas);
    }

    private static void Frame(Canvas canvas)
    {
        foreach (var (inset, thickness, ink) in new[] { (14.0, 6.0, Navy), (26.0, 2.0, Gold) })
        {
            Spot[] corners = [new(inset, inset), new(Width - inset, inset), new(Width - inset, Height - inset), new(inset, Height - inset), new(inset, inset)];
            canvas.Lines(corners, thickness, ink);
        }
    }

    private static void Confetti(Canvas canvas, string seed)
    {
        var chance = Convert.FromHexString(seed);
        for (var piece = 0; piece < ConfettiPieces; piece++)
        {
            double Next(int step) => chance[(piece * 7 + step * 3) % chance.Length] ^ (byte)(piece * 37 + step * 101);
            var spot = new Spot(40 + Next(1) / 255 * (Width - 80), 40 + Next(2) / 255 * (Height - 80));
            var ink = Paper.Under(Colours[piece % Colours.Count], 0.35);
            canvas.Line(spot, spot.Around(7, Next(3) / 40), 4, ink);
        }
    }

    private static void Ribbon(Canvas canvas, Award award)
    {
        var ink = award switch
        {
            Award.Seller => Red,
            Award.Marketer => Green,
        };
        canvas.Shape([new(150, 280), new(192, 292), new(172, 420), new(146, 394), new(112, 404)], ink);
        canvas.Shape([new(230, 280), new(188, 292), new(208, 420), new(234, 394), new(268, 404)], ink);
    }

    private static void Laurels(Canvas canvas)
    {
        for (var leaf = 0; leaf < 9; leaf++)
        {
            var angle = 0.62 + leaf * 0.235;
            foreach (var side in new[] { -1.0, 1.0 })
            {
                var turn = Math.PI / 2 - side * angle;
                var root = Medal.Around(118, turn);
                canvas.Leaf(root, Medal.Around(156, turn - side * 0.20), 15, Green);
                canvas.Leaf(root, Medal.Around(100, turn - side * 0.30), 11, Paper.Under(Green, 0.75));
            }
        }
    }

    private static void Star(Canvas canvas)
    {
        canvas.Disc(Medal, 88, Navy);
        canvas.Disc(Medal, 82, Gold);
        canvas.Ring(Medal, 70, 3, PaleGold);
        var corners = Enumerable.Range(0, 10).Select(corner => Medal.Around(corner % 2 == 0 ? 54 : 23, -Math.PI / 2 + corner * Math.PI / 5)).ToList();
        canvas.Shape(corners, Paper);
    }

    private static void Write(Canvas canvas, string title, IReadOnlyList<string> names, string month)
    {
        var written = names.Select(StrokeLetters.Written).ToList();
        var named = written.Count is > 0 and <= MostNames && written.TrueForAll(name => name is not null);
        var middle = named ? Words : Words with { Y = Words.Y + 20 };
        if (StrokeLetters.Written(title) is { } heading)
            Line(canvas, heading, new Spot(middle.X, middle.Y - 120), 26, Gold);
        canvas.Line(new Spot(middle.X - 60, middle.Y - 80), new Spot(middle.X + 60, middle.Y - 80), 3, Gold);
        var (size, step) = written.Count switch { 1 => (58, 0), 2 => (42, 72), _ => (30, 56) };
        for (var line = 0; named && line < written.Count; line++)
            Line(canvas, written[line]!, new Spot(middle.X, middle.Y + 10 + (line - (written.Count - 1) / 2.0) * step), size, Navy);
        if (StrokeLetters.Written(month) is { } when)
            Line(canvas, when, new Spot(middle.X, middle.Y + (named ? 125 : -20)), 24, Green);
    }

    /// <summary>As high as asked for, or as fits into the column.</summary>
    private static void Line(Canvas canvas, string written, Spot middle, double height, Ink ink)
    {
        var fitting = Math.Min(height, Column / StrokeLetters.Width(written));
        StrokeLetters.Write(canvas, written, middle, fitting, fitting / 9 + 1, ink);
    }
}
