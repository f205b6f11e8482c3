namespace Clientele.Analysis.Indicators;

/// <summary>An indicator of a scorecard, before and after.</summary>
/// <param name="Dimension">The dimension it belongs to, such as <c>value</c> or <c>satisfaction</c>.</param>
/// <param name="Name">The indicator.</param>
/// <param name="Baseline">What it was before; <see langword="null"/> when nobody measured it.</param>
/// <param name="Actual">What it is; <see langword="null"/> when it is not known.</param>
/// <param name="LowerIsBetter">Whether less is better, as with complaints.</param>
public sealed record ScorecardIndicator(string Dimension, string Name, double? Baseline, double? Actual, bool LowerIsBetter = false);

/// <summary>A dimension of a scorecard.</summary>
/// <param name="Dimension">Which.</param>
/// <param name="Index">The mean index of its indicators, where 100 is as before.</param>
/// <param name="Indicators">The index of each.</param>
public sealed record ScorecardDimension(string Dimension, double Index, IReadOnlyList<(string Name, double Index)> Indicators)
{
    /// <summary>Whether it is worse than before.</summary>
    public bool Flagged => Index < 100;
}

/// <summary>What became better and worse since client relationship management began. It shows what happened, not what caused it.</summary>
/// <param name="Index">The weighted mean of the dimensions, where 100 is as before.</param>
/// <param name="Dimensions">The dimensions that could be computed.</param>
/// <param name="Excluded">The indicators that could not, with the reason.</param>
public sealed record Scorecard(double Index, IReadOnlyList<ScorecardDimension> Dimensions, IReadOnlyList<(string Name, Reason Reason)> Excluded)
{
    /// <summary>Computes a scorecard: J. Kim, E. Suh and H. Hwang, A model for evaluating the effectiveness of CRM using the balanced scorecard, 2003.</summary>
    /// <param name="indicators">The indicators; an index is 100 + 100 · change/|baseline|, the change taken the other way where lower is better.</param>
    /// <param name="weights">The weight of each dimension, above 0; equal ones by default. A dimension that is missing counts 1.</param>
    /// <returns>The scorecard, or why there is none: no indicator has both a baseline and a value.</returns>
    public static Finding<Scorecard> Of(IReadOnlyList<ScorecardIndicator> indicators, IReadOnlyDictionary<string, double>? weights = null)
    {
        ArgumentNullException.ThrowIfNull(indicators);
        var found = indicators.Select(indicator => (Indicator: indicator, Index: IndexOf(indicator))).ToList();
        var dimensions = found.Where(one => one.Index.IsKnown)
            .GroupBy(one => one.Indicator.Dimension)
            .Select(group => new ScorecardDimension(group.Key, group.Average(one => one.Index.Value), [.. group.Select(one => (one.Indicator.Name, one.Index.Value))]))
            .ToList();
        var sum = dimensions.Sum(Weight);
        return dimensions.Count > 0 && sum > 0 && double.IsFinite(sum)
            ? Finding.Of(new Scorecard(dimensions.Sum(one => Weight(one) * one.Index) / sum, dimensions, [.. found.Where(one => !one.Index.IsKnown).Select(one => (one.Indicator.Name, one.Index.Refusal!))]))
            : Finding.Refused<Scorecard>(TooFew.Of(new("indicators with a baseline", "有基准值的指标"), dimensions.Count, 1));

        double Weight(ScorecardDimension dimension) => weights is not null && weights.TryGetValue(dimension.Dimension, out var weight) ? weight : 1;
    }

    private static Finding<double> IndexOf(ScorecardIndicator indicator)
    {
        if (indicator is not { Baseline: { } before, Actual: { } now })
        {
            return Finding.Refused<double>(indicator.Baseline is null ? "no_baseline" : "no_value", indicator.Baseline is null ? new("It was not measured before.", "实施前没有基准值。") : new("It is not known.", "缺少当前值。"));
        }

        var index = 100 + (100 * (indicator.LowerIsBetter ? before - now : now - before) / Math.Abs(before));
        return before != 0 && double.IsFinite(index) ? Finding.Of(index) : Finding.Refused<double>(Unusable.NoBase(new("baseline", "基准值")));
    }
}
