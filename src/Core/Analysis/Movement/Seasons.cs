namespace Clientele.Analysis.Movement;

/// <summary>Seasonal indices by the ratio to the mean: what a season usually is, where 1 is an average one.</summary>
public static class Seasons
{
    /// <summary>Computes the index of each season.</summary>
    /// <param name="history">The values of consecutive periods, the oldest first; not negative.</param>
    /// <param name="length">The periods of one cycle, such as 12 months; at least 2.</param>
    /// <returns>The indices, the first for the first period of the history, or why there are none: at least two whole cycles are needed. A season that never had anything has the index 0.</returns>
    /// <remarks>The index of a season is the mean, over whole cycles counted back from the end, of its share of the cycle's mean; the indices average 1.</remarks>
    public static Finding<IReadOnlyList<double>> Of(IReadOnlyList<double> history, int length)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (length < 2 || history.Count < 2 * length)
        {
            return Finding.Refused<IReadOnlyList<double>>(TooFew.Of(new("periods for a seasonal pattern", "季节规律所需期数"), history.Count, Math.Max(2, length) * 2));
        }

        if (history.Any(value => !double.IsFinite(value) || value < 0))
        {
            return Finding.Refused<IReadOnlyList<double>>(Unusable.Negative(new("history", "历史数据")));
        }

        var skip = history.Count % length;
        var cycles = history.Skip(skip).Chunk(length).Where(cycle => cycle.Average() is > 0 and < double.PositiveInfinity).ToList();
        if (cycles.Count == 0)
        {
            return Finding.Refused<IReadOnlyList<double>>(Unusable.NothingToShare());
        }

        var indices = Enumerable.Range(0, length).Select(season => cycles.Average(cycle => cycle[season] / cycle.Average())).ToList();
        return Finding.Of<IReadOnlyList<double>>([.. Enumerable.Range(0, length).Select(position => indices[(position - skip + length) % length])]);
    }
}
