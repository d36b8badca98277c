using AlignmentBot.Domain.Statistics;
using NodaTime;

namespace AlignmentBot.Domain.Review;

/// <summary>A figure that has moved.</summary>
/// <param name="Name">One of <see cref="FigureNames"/>, or of <see cref="MovedFigures"/> where a side is named.</param>
/// <param name="Now">A share from 0 to 1, a number of leads, or seconds: the name tells.</param>
/// <param name="Before">The same of the days before.</param>
public sealed record MovedFigure(string Name, double Now, double Before);

/// <summary>Finds what has moved most. A move counts by how unlikely it is to be chance, so that three leads more or less are no news.
/// Figures that only ripen with time, such as leads won, are not compared: the days before have had longer.</summary>
public static class MovedFigures
{
    public const string KeptBySales = FigureNames.Kept + "-sales";
    public const string KeptByMarketing = FigureNames.Kept + "-marketing";

    /// <summary>How many are told.</summary>
    private const int Told = 3;

    /// <summary>Standard errors that a move must be, at the least: about one in eight would be chance.</summary>
    private const double Least = 1.5;

    /// <summary>A usual time moves when it is at least a fifth longer or shorter.</summary>
    private const double LeastOfTime = 1.2;

    public static ValueList<MovedFigure> Of(PodFigures now, PodFigures before)
    {
        (MovedFigure Figure, double Errors)?[] all =
        [
            Number(FigureNames.HandedOver, now.HandedOver, before.HandedOver),
            Share(FigureNames.Complete, now.Complete, before.Complete),
            Share(FigureNames.Accepted, now.Accepted, before.Accepted),
            Share(KeptByMarketing, now.KeptByMarketing, before.KeptByMarketing),
            Share(KeptBySales, now.KeptBySales, before.KeptBySales),
            Share(FigureNames.Noted, now.Rejections.Noted, before.Rejections.Noted),
            Time(FigureNames.DecisionTime, now.DecisionWorking, before.DecisionWorking),
        ];
        return all.OfType<(MovedFigure Figure, double Errors)>()
            .Where(moved => moved.Errors >= Least)
            .OrderByDescending(moved => moved.Errors)
            .Take(Told)
            .Select(moved => moved.Figure)
            .ToValueList();
    }

    /// <summary>True where the figure is a share.</summary>
    public static bool IsShare(string name) => name != FigureNames.HandedOver && !IsTime(name);

    /// <summary>True where the figure is in seconds.</summary>
    public static bool IsTime(string name) => name == FigureNames.DecisionTime;

    /// <summary>Two counts of rare, independent things differ by chance by about the root of their sum.</summary>
    private static (MovedFigure, double)? Number(string name, int now, int before) => now + before < Rate.Least
        ? null
        : (new MovedFigure(name, now, before), Math.Abs(now - before) / Math.Sqrt(now + before));

    /// <summary>Two shares, by the standard error of their difference under one common share.</summary>
    private static (MovedFigure, double)? Share(string name, Rate now, Rate before)
    {
        if (now.Value is not { } present || before.Value is not { } past)
            return null;
        var common = (double)(now.Part + before.Part) / (now.Of + before.Of);
        var error = Math.Sqrt(common * (1 - common) * (1.0 / now.Of + 1.0 / before.Of));
        return error == 0 ? null : (new MovedFigure(name, present, past), Math.Abs(present - past) / error);
    }

    /// <summary>Usual times, by their ratio: a fifth counts as the least move, twice or half as much as a clear one.</summary>
    private static (MovedFigure, double)? Time(string name, Spread now, Spread before)
    {
        if (now.Median is not { } present || before.Median is not { } past || present <= Duration.Zero || past <= Duration.Zero)
            return null;
        var ratio = Math.Abs(Math.Log(present / past));
        return (new MovedFigure(name, present.TotalSeconds, past.TotalSeconds), Least * ratio / Math.Log(LeastOfTime));
    }
}
