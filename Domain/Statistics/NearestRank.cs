namespace AlignmentBot.Domain.Statistics;

/// <summary>Finds the value at a rank without sorting everything: a month of a big pod holds hundreds of thousands of times.</summary>
internal static class NearestRank
{
    /// <summary>The value that would stand at this place if all were sorted. The values are left in another order.</summary>
    public static int Select(Span<int> values, int rank)
    {
        int low = 0, high = values.Length - 1;
        while (low < high)
        {
            var pivot = MiddleOf(values[low], values[low + (high - low) / 2], values[high]);
            var (left, right) = Part(values, low, high, pivot);
            if (rank <= right)
                high = right;
            else if (rank >= left)
                low = left;
            else
                return pivot;
        }

        return values[low];
    }

    /// <summary>Moves what is smaller to the left and what is bigger to the right of where the pivot belongs.</summary>
    private static (int Left, int Right) Part(Span<int> values, int low, int high, int pivot)
    {
        int left = low, right = high;
        while (left <= right)
        {
            while (values[left] < pivot)
                left++;
            while (values[right] > pivot)
                right--;
            if (left > right)
                break;
            (values[left], values[right]) = (values[right], values[left]);
            left++;
            right--;
        }

        return (left, right);
    }

    private static int MiddleOf(int a, int b, int c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
