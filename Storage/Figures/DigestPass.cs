using System.Runtime.InteropServices;
using AlignmentBot.Domain.Statistics;

namespace AlignmentBot.Storage.Figures;

/// <summary>Unpacks days one after the other, each group once however many tallies it belongs to. A key that comes again, on whatever day, is the
/// same object: what was found out about it can be kept by reference.</summary>
public sealed class DigestPass
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private readonly Dictionary<KeyNumbers, GroupKey> keys = [];
    private readonly Tally unpacked = new();
    private readonly List<Tally> into = [];

    /// <param name="choose">Names the tallies of a group; groups without any are passed over.</param>
    public void Add(DayDigest day, Action<GroupKey, ICollection<Tally>> choose)
    {
        var reader = new DigestReader(day.Body.Span);
        var (strings, groups) = reader.Head();
        var known = Array.ConvertAll(strings, NumberOf);
        for (var left = groups; left > 0; left--)
        {
            var (numbersOfKey, end) = reader.Key();
            into.Clear();
            choose(KeyOf(numbersOfKey, known), into);
            Add(ref reader, strings);
            reader.SkipTo(end);
        }
    }

    private void Add(ref DigestReader reader, string[] strings)
    {
        if (into.Count == 0)
            return;
        if (into.Count == 1)
        {
            reader.AddTo(into[0], strings, into[0].Keeps);
            return;
        }

        var wanted = Timings.None;
        foreach (var tally in into)
            wanted |= tally.Keeps;
        unpacked.Clear();
        reader.AddTo(unpacked, strings, wanted);
        foreach (var tally in into)
            tally.Add(unpacked);
    }

    private int NumberOf(string text)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, text, out var there);
        if (!there)
        {
            number = texts.Count;
            texts.Add(text);
        }

        return number;
    }

    private GroupKey KeyOf(KeyNumbers ofDay, int[] known)
    {
        var key = new KeyNumbers(
            known[ofDay.Rep], known[ofDay.Marketer], known[ofDay.Campaign], known[ofDay.Source], known[ofDay.Tier], ofDay.AgreementVersion);
        return CollectionsMarshal.GetValueRefOrAddDefault(keys, key, out _) ??=
            new GroupKey(texts[key.Rep], texts[key.Marketer], texts[key.Campaign], texts[key.Source], texts[key.Tier], key.AgreementVersion);
    }
}

/// <summary>A key by the numbers of its texts.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct KeyNumbers(int Rep, int Marketer, int Campaign, int Source, int Tier, int AgreementVersion);
