namespace Clientele.Analysis.Concentration;

/// <summary>How much of a whole hangs on its largest parts.</summary>
public static class Pareto
{
    /// <summary>The Herfindahl–Hirschman index: the sum of squared shares, from 1/n for equal parts to 1 for a single one.</summary>
    /// <param name="values">The parts; negative ones count as zero.</param>
    /// <returns>The index, or why there is none.</returns>
    public static Finding<double> Hhi(IReadOnlyList<decimal> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var total = values.Sum(value => Math.Max(value, 0));
        return total > 0
            ? Finding.Of(values.Sum(value => (double)(Math.Max(value, 0) / total) * (double)(Math.Max(value, 0) / total)))
            : Finding.Refused<double>("nothing_to_share", new("Nothing is above zero, so that there are no shares.", "没有大于零的数值，无法计算份额。"));
    }
}
