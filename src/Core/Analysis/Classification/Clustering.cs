namespace Clientele.Analysis.Classification;

/// <summary>How clients are clustered.</summary>
/// <param name="Clusters">How many clusters; <see langword="null"/> to choose the number with the best silhouette, from 2 to <paramref name="Most"/>.</param>
/// <param name="Most">The most clusters to try; 8 by default.</param>
/// <param name="Seed">The seed of chance; the same seed gives the same clusters.</param>
/// <param name="Starts">How often to start anew; the best is kept. 20 by default.</param>
public sealed record ClusterRules(int? Clusters = null, int Most = 8, int Seed = 1, int Starts = 20);

/// <summary>A client to cluster.</summary>
/// <param name="Id">Who; also puts clients into an order that does not depend on how they come.</param>
/// <param name="Features">The values.</param>
public sealed record ClusterRow(string Id, IReadOnlyList<double> Features);

/// <summary>A cluster.</summary>
/// <param name="Members">Its clients, by id.</param>
/// <param name="Means">The mean of each feature, in its own unit.</param>
/// <param name="Distinguishing">The features by how far the cluster's mean lies from the mean of all, in standard deviations, the furthest first.</param>
public sealed record Cluster(IReadOnlyList<string> Members, IReadOnlyList<double> Means, IReadOnlyList<(int Feature, double Deviations)> Distinguishing);

/// <summary>Clusters by k-means with the starts of D. Arthur and S. Vassilvitskii, k-means++: the advantages of careful seeding, 2007, over standardised features.</summary>
/// <param name="Clusters">The clusters, the one with the highest mean of the first feature first.</param>
/// <param name="SquaredError">The sum of squared distances from the means, in the features' own units.</param>
/// <param name="Silhouette">The mean silhouette (P. Rousseeuw 1987), from −1 to 1, over standardised features; of two thousand clients at most.</param>
public sealed record Clustering(IReadOnlyList<Cluster> Clusters, double SquaredError, double Silhouette)
{
    /// <summary>Clusters clients.</summary>
    /// <param name="rows">The clients, with as many different values as clusters at least.</param>
    /// <param name="rules">How; the defaults when left out.</param>
    /// <returns>The clusters, or why there are none. The same clients in any order give the same clusters.</returns>
    public static Finding<Clustering> Of(IReadOnlyList<ClusterRow> rows, ClusterRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        rules ??= new ClusterRules();
        var least = rules.Clusters ?? 2;
        var different = rows.Select(row => string.Join(';', row.Features.Select(value => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)))).Distinct(StringComparer.Ordinal).Count();
        if (rows.Any(row => row.Features.Any(value => !double.IsFinite(value))))
        {
            return Finding.Refused<Clustering>(Unusable.NotFinite(new("features", "特征")));
        }

        if (rows.Select(row => row.Features.Count).Distinct().Count() > 1)
        {
            return Finding.Refused<Clustering>(Unusable.Unequal(new("values of one client", "各客户的取值"), new("those of another", "其他客户的取值")));
        }

        if (least < 1 || rules.Starts < 1)
        {
            return Finding.Refused<Clustering>(Unusable.OutOfRange(new("number of clusters", "聚类数"), least, 1, rows.Count));
        }

        if (different < least)
        {
            return Finding.Refused<Clustering>(TooFew.Of(new("different clients", "取值不同的客户"), different, least));
        }

        var sorted = rows.OrderBy(row => row.Id, StringComparer.Ordinal).ToList();
        var points = Standardised.Of([.. sorted.Select(row => row.Features)]);
        var counts = rules.Clusters is { } stated ? [stated] : Enumerable.Range(2, Math.Min(rules.Most, different) - 1);
        var best = counts
            .Select(count => KMeans.Run(points, count, (ulong)rules.Seed, rules.Starts))
            .Select(assigned => (Assigned: assigned, Silhouette: Silhouettes.Mean(points, assigned)))
            .MaxBy(tried => tried.Silhouette);
        return Finding.Of(Described(sorted, points, best.Assigned, best.Silhouette));
    }

    private static Clustering Described(List<ClusterRow> rows, double[][] points, int[] assigned, double silhouette)
    {
        var error = 0.0;
        var clusters = new List<Cluster>();
        foreach (var group in Enumerable.Range(0, rows.Count).GroupBy(index => assigned[index]))
        {
            var means = Means([.. group.Select(index => rows[index].Features)]);
            error += group.Sum(index => means.Zip(rows[index].Features).Sum(pair => (pair.First - pair.Second) * (pair.First - pair.Second)));
            var deviations = Means([.. group.Select(index => (IReadOnlyList<double>)points[index])]);
            clusters.Add(new Cluster(
                [.. group.Select(index => rows[index].Id)], means,
                [.. deviations.Select((deviation, feature) => (feature, deviation)).OrderByDescending(pair => Math.Abs(pair.deviation)).ThenBy(pair => pair.feature)]));
        }

        return new Clustering([.. clusters.OrderByDescending(cluster => cluster.Means.Count > 0 ? cluster.Means[0] : 0).ThenBy(cluster => cluster.Members[0], StringComparer.Ordinal)], error, silhouette);
    }

    private static double[] Means(IReadOnlyList<IReadOnlyList<double>> rows) =>
        [.. Enumerable.Range(0, rows[0].Count).Select(feature => rows.Average(row => row[feature]))];
}

/// <summary>Features on one scale: mean 0, standard deviation 1. One that does not vary is 0 for everybody.</summary>
internal static class Standardised
{
    public static double[][] Of(IReadOnlyList<IReadOnlyList<double>> rows) => Apply(rows, Scale(rows));

    public static (double Mean, double Deviation)[] Scale(IReadOnlyList<IReadOnlyList<double>> rows) =>
        [.. Enumerable.Range(0, rows[0].Count).Select(feature =>
        {
            var mean = rows.Average(row => row[feature]);
            var variance = rows.Count > 1 ? rows.Sum(row => (row[feature] - mean) * (row[feature] - mean)) / (rows.Count - 1) : 0;
            return (mean, Math.Sqrt(variance));
        })];

    public static double[][] Apply(IReadOnlyList<IReadOnlyList<double>> rows, (double Mean, double Deviation)[] scale) =>
        [.. rows.Select(row => scale.Select((feature, index) => feature.Deviation > 0 ? (row[index] - feature.Mean) / feature.Deviation : 0).ToArray())];
}
