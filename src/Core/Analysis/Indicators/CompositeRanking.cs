namespace Clientele.Analysis.Indicators;

/// <summary>A client to be ranked.</summary>
/// <param name="Id">Who.</param>
/// <param name="Metrics">One number per metric; finite.</param>
/// <param name="Class">The class it is also ranked within; empty for none.</param>
/// <param name="Before">The rank it had before; <see langword="null"/> for none.</param>
public sealed record RankedItem(string Id, IReadOnlyList<double> Metrics, string Class = "", int? Before = null);

/// <summary>A client in a ranking.</summary>
/// <param name="Item">Who, with the metrics.</param>
/// <param name="Score">The weighted score, 0 to 1.</param>
/// <param name="Rank">The rank among all, from 1; equal scores share a rank and the next one is skipped (1, 1, 3).</param>
/// <param name="RankInClass">The rank within the class.</param>
public sealed record CompositeRank(RankedItem Item, double Score, int Rank, int RankInClass)
{
    /// <summary>How many places it rose since before, negative for a fall; <see langword="null"/> without a rank before.</summary>
    public int? Rise => Item.Before - Rank;
}

/// <summary>How a metric is brought to a scale from 0 to 1.</summary>
public enum Normalisation
{
    /// <summary>(x − smallest)/(largest − smallest).</summary>
    MinMax,

    /// <summary>The share of the others that do worse, half of those equal included.</summary>
    Percentile,
}

/// <summary>Ranks by several metrics at once.</summary>
public static class CompositeRanking
{
    /// <summary>Ranks clients.</summary>
    /// <param name="items">The clients, each with a number for every weight.</param>
    /// <param name="weights">The weight of each metric: not negative, together 1.</param>
    /// <param name="scale">How metrics are made comparable.</param>
    /// <returns>The ranking, the best first, ties by id; or why there is none. A metric that is the same for all contributes nothing.</returns>
    public static Finding<IReadOnlyList<CompositeRank>> Of(IReadOnlyList<RankedItem> items, IReadOnlyList<double> weights, Normalisation scale = Normalisation.MinMax)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(weights);
        if (Refusal(items, weights) is { } reason)
        {
            return Finding.Refused<IReadOnlyList<CompositeRank>>(reason);
        }

        var scaled = weights.Select((_, metric) => Scaled([.. items.Select(item => item.Metrics[metric])], scale)).ToList();
        var scores = items.Select((item, index) => (Item: item, Score: Math.Round(weights.Select((weight, metric) => weight * scaled[metric][index]).Sum(), 12))).ToList();
        return Finding.Of<IReadOnlyList<CompositeRank>>([.. scores
            .Select(one => new CompositeRank(one.Item, one.Score, 1 + scores.Count(other => other.Score > one.Score), 1 + scores.Count(other => other.Score > one.Score && other.Item.Class == one.Item.Class)))
            .OrderBy(rank => rank.Rank).ThenBy(rank => rank.Item.Id, StringComparer.Ordinal)]);
    }

    private static Reason? Refusal(IReadOnlyList<RankedItem> items, IReadOnlyList<double> weights) =>
        items.Count == 0 ? TooFew.Of(new("clients", "客户"), 0, 1)
        : weights.Any(weight => !(weight >= 0)) || Math.Abs(weights.Sum() - 1) > 1e-9 ? new Reason("weights_not_one", new("The weights are not negative and add up to 1; these do not.", "权重须非负且合计为 1。"))
        : items.Any(item => item.Metrics.Count != weights.Count) ? Unusable.Unequal(new("metrics", "指标"), new("weights", "权重"))
        : items.SelectMany(item => item.Metrics).Any(value => !double.IsFinite(value) || Math.Abs(value) > 1e300) ? Unusable.NotFinite(new("metrics", "指标"))
        : null;

    private static double[] Scaled(double[] values, Normalisation scale)
    {
        var (low, high) = (values.Min(), values.Max());
        return high == low ? new double[values.Length]
            : scale == Normalisation.MinMax ? [.. values.Select(value => ((value / 2) - (low / 2)) / ((high / 2) - (low / 2)))]
            : [.. values.Select(value => (values.Count(other => other < value) + ((values.Count(other => other == value) - 1) / 2.0)) / (values.Length - 1))];
    }
}
