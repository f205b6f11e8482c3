namespace Clientele.Analysis.Development;

/// <summary>A period of a series.</summary>
/// <param name="Label">What the period is called, such as <c>2025</c> or <c>2025-05</c>.</param>
/// <param name="Value">Its value; <see langword="null"/> when nothing is known of it, which is not zero.</param>
public sealed record PeriodValue(string Label, decimal? Value);

/// <summary>A period of a series beside the ones it is compared with.</summary>
/// <param name="Label">What the period is called.</param>
/// <param name="Value">Its value; <see langword="null"/> when nothing is known of it.</param>
/// <param name="Growth">The change against the period before, where 0.1 is a rise of 10 %; <see langword="null"/> where either is missing or the earlier one is not above zero.</param>
/// <param name="YearGrowth">The change against the same period a year before; <see langword="null"/> likewise, and in a series of years.</param>
public sealed record GrowthPoint(string Label, decimal? Value, double? Growth, double? YearGrowth);

/// <summary>How a value grew from period to period.</summary>
/// <param name="Points">The periods, the oldest first, missing ones included.</param>
/// <param name="MeanGrowth">The compound growth per period from the first to the last known value, or why there is none.</param>
/// <param name="Missing">The labels of the periods of which nothing is known.</param>
public sealed record GrowthSeries(IReadOnlyList<GrowthPoint> Points, Finding<double> MeanGrowth, IReadOnlyList<string> Missing)
{
    /// <summary>Computes the growth of a series.</summary>
    /// <param name="periods">Consecutive periods, the oldest first; one of which nothing is known is there with no value.</param>
    /// <param name="perYear">How many periods make a year: 1, 4 or 12; 1 by default.</param>
    /// <returns>The series with its growth. Compound growth (CAGR) is (last/first)^(1/n) − 1.</returns>
    public static GrowthSeries Of(IReadOnlyList<PeriodValue> periods, int perYear = 1)
    {
        ArgumentNullException.ThrowIfNull(periods);
        return new GrowthSeries(
            [.. periods.Select((period, index) => new GrowthPoint(period.Label, period.Value, Growth(periods, index, 1), perYear > 1 ? Growth(periods, index, perYear) : null))],
            Mean(periods),
            [.. periods.Where(period => period.Value is null).Select(period => period.Label)]);
    }

    private static double? Growth(IReadOnlyList<PeriodValue> periods, int index, int back) =>
        index >= back && periods[index].Value is { } now && periods[index - back].Value is > 0 and { } before ? (double)(now / before) - 1 : null;

    private static Finding<double> Mean(IReadOnlyList<PeriodValue> periods)
    {
        var known = Enumerable.Range(0, periods.Count).Where(index => periods[index].Value is not null).ToList();
        if (known.Count < 2)
        {
            return Finding.Refused<double>(TooFew.Of(new("known periods", "有数据的期数"), known.Count, 2));
        }

        var (first, last) = (periods[known[0]].Value!.Value, periods[known[^1]].Value!.Value);
        return first > 0 && last >= 0
            ? Finding.Of(Math.Pow((double)(last / first), 1.0 / (known[^1] - known[0])) - 1)
            : Finding.Refused<double>(Unusable.NoBase(new("first known value", "首个已知数值")));
    }
}
