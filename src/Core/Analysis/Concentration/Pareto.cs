namespace Clientele.Analysis.Concentration;

/// <summary>How much of a whole hangs on its largest parts.</summary>
public static class Pareto
{
    /// <summary>The share of the clients whose share of the value is asked for: 20 %.</summary>
    public const double TopClients = 0.2;

    /// <summary>The share of the value that the law speaks of: 80 %.</summary>
    public const double LawShare = 0.8;

    /// <summary>Measures the concentration of values: the cumulative curve, what the first fifth brings, how few bring four fifths, and whether the 80/20 law holds.</summary>
    /// <param name="values">What each client brings, in any order; a loss is negative and lets the curve rise above 100 % before it falls back (whale curve).</param>
    /// <returns>The figures, or why there are none: the values together must be above zero.</returns>
    /// <remarks>The first fifth is rounded up to whole clients. Ties keep their order. Source of the law: V. Pareto, Cours d'économie politique, 1896; J. M. Juran, 1951.</remarks>
    public static Finding<ConcentrationFigures> Measure(IReadOnlyList<decimal> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var total = values.Sum();
        if (total <= 0)
        {
            return Finding.Refused<ConcentrationFigures>(Unusable.NothingToShare());
        }

        var curve = Curve(values, total);
        var top = curve[((values.Count + 4) / 5) - 1].ValueShare;
        var few = curve.First(point => point.Together >= total * 0.8m);
        return Finding.Of(new ConcentrationFigures(total, curve, top, few, Gini(values).Value, Hhi(values).Value)
        {
            LawHolds = top >= LawShare,
            Peak = curve.MaxBy(point => point.Together)!,
        });
    }

    /// <summary>The Herfindahl–Hirschman index: the sum of squared shares, from 1/n for equal parts to 1 for a single one.</summary>
    /// <param name="values">The parts; negative ones count as zero.</param>
    /// <returns>The index, or why there is none.</returns>
    public static Finding<double> Hhi(IReadOnlyList<decimal> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var total = values.Sum(value => Math.Max(value, 0));
        return total > 0
            ? Finding.Of(values.Sum(value => (double)(Math.Max(value, 0) / total) * (double)(Math.Max(value, 0) / total)))
            : Finding.Refused<double>(Unusable.NothingToShare());
    }

    /// <summary>The Gini coefficient: 0 when all parts are equal, towards 1 when a single part is everything.</summary>
    /// <param name="values">The parts; negative ones count as zero.</param>
    /// <returns>The coefficient, or why there is none.</returns>
    /// <remarks>G = 2·Σ i·x_i / (n·Σ x) − (n+1)/n over the parts in ascending order (C. Gini, 1912), without the small-sample correction.</remarks>
    public static Finding<double> Gini(IReadOnlyList<decimal> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var ascending = values.Select(value => Math.Max(value, 0)).Order().ToList();
        var total = ascending.Sum();
        if (total <= 0)
        {
            return Finding.Refused<double>(Unusable.NothingToShare());
        }

        var ranked = ascending.Select((value, index) => (index + 1) * (double)(value / total)).Sum();
        return Finding.Of(Math.Max(0, ((2 * ranked) - ascending.Count - 1) / ascending.Count));
    }

    private static List<ParetoPoint> Curve(IReadOnlyList<decimal> values, decimal total)
    {
        var together = 0m;
        var order = Enumerable.Range(0, values.Count).OrderByDescending(index => values[index]);
        return [.. order.Select((index, rank) => new ParetoPoint(index, rank + 1, values[index], together += values[index], (double)(rank + 1) / values.Count, (double)(together / total)))];
    }
}
