using MathNet.Numerics.Distributions;

namespace Clientele.Analysis.Development;

/// <summary>The straight line through a series.</summary>
/// <param name="Slope">The change per period.</param>
/// <param name="Intercept">The value of the line at the first period.</param>
/// <param name="Total">The values added up.</param>
/// <param name="PValue">How likely a slope this steep would be if there were no trend, 0 to 1 (two-sided t-test with n − 2 degrees of freedom).</param>
/// <param name="Periods">How many periods.</param>
public sealed record TrendLine(double Slope, double Intercept, double Total, double PValue, int Periods)
{
    /// <summary>Whether the trend is more than chance at the level of 5 %.</summary>
    public bool Significant => PValue < 0.05;
}

/// <summary>Trends of series.</summary>
public static class Trend
{
    /// <summary>Fits a line by ordinary least squares and tests its slope.</summary>
    /// <param name="values">The values of consecutive periods, the oldest first; at least three.</param>
    /// <returns>The line, or why there is none. Equal values have the slope 0 and the p-value 1.</returns>
    public static Finding<TrendLine> Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count < 3)
        {
            return Finding.Refused<TrendLine>(TooFew.Of(new("periods", "期数"), values.Count, 3));
        }

        if (values.Any(value => !double.IsFinite(value) || Math.Abs(value) > 1e100))
        {
            return Finding.Refused<TrendLine>(Unusable.NotFinite(new("series", "数列")));
        }

        var n = values.Count;
        var (middle, mean) = ((n - 1) / 2.0, values.Average());
        var spread = Enumerable.Range(0, n).Sum(index => (index - middle) * (index - middle));
        var slope = Enumerable.Range(0, n).Sum(index => (index - middle) * (values[index] - mean)) / spread;
        var squares = Enumerable.Range(0, n).Sum(index => Math.Pow(values[index] - mean - (slope * (index - middle)), 2));
        return Finding.Of(new TrendLine(slope, mean - (slope * middle), values.Sum(), PValue(slope, Math.Sqrt(squares / (n - 2) / spread), n), n));
    }

    /// <summary>The moving average of each period and those before it.</summary>
    /// <param name="values">The values of consecutive periods, the oldest first.</param>
    /// <param name="width">How many periods an average is of, at least 1.</param>
    /// <returns>An average per period; <see langword="null"/> for the first ones, which have too few before them.</returns>
    public static IReadOnlyList<decimal?> MovingAverage(IReadOnlyList<decimal> values, int width)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        return [.. values.Select((_, index) => index + 1 < width ? (decimal?)null : values.Skip(index + 1 - width).Take(width).Sum() / width)];
    }

    private static double PValue(double slope, double error, int n) =>
        slope == 0 ? 1 : error <= Math.Abs(slope) * 1e-12 ? 0 : 2 * StudentT.CDF(0, 1, n - 2, -Math.Abs(slope / error));
}
