using System.Globalization;

namespace Clientele.Analysis.Classification;

/// <summary>How a tree is grown.</summary>
/// <param name="Depth">The most questions on the way to a leaf; 5 by default.</param>
/// <param name="Leaf">The fewest clients in a leaf; 1 by default.</param>
/// <param name="HoldOut">The share of clients set apart to judge the tree, from 0 up to, not including, 1; 0.3 by default.</param>
/// <param name="Seed">Which ones; the same seed sets the same apart.</param>
public sealed record TreeRules(int Depth = 5, int Leaf = 1, double HoldOut = 0.3, int Seed = 1);

/// <summary>A leaf as a rule of the expression language: a scheme can take it as it is.</summary>
/// <param name="When">The condition, such as <c>core.sales_12m &gt;= 350 &amp;&amp; core.recency &lt; 90</c>; <c>true</c> for a tree of one leaf.</param>
/// <param name="Label">The class it leads to.</param>
/// <param name="Clients">How many of the clients learned from it holds for.</param>
/// <param name="Purity">The share of those that are of the class.</param>
public sealed record TreeRule(string When, string Label, int Clients, double Purity);

/// <summary>A classification tree by L. Breiman, J. Friedman, R. Olshen and C. Stone, Classification and Regression Trees, 1984: the question that lowers the Gini impurity most, again and again.</summary>
/// <remarks>Immutable and thread-safe. The same clients in any order and the same rules give the same tree.</remarks>
public sealed class DecisionTree
{
    private readonly TreeNode _root;

    private DecisionTree(TreeNode root, IReadOnlyList<string> features, IReadOnlyList<LabelledRow> train, IReadOnlyList<LabelledRow> test)
    {
        _root = root;
        Rules = [.. root.Rules(features, [])];
        TrainAccuracy = Accuracy(train)!.Value;
        TestAccuracy = Accuracy(test);
        Kappa = Agreement(test);
        Tested = test.Count;
    }

    /// <summary>The leaves as rules, from the left; exactly one holds for every client.</summary>
    public IReadOnlyList<TreeRule> Rules { get; }

    /// <summary>The share of the clients learned from that it classifies rightly.</summary>
    public double TrainAccuracy { get; }

    /// <summary>The share of the clients set apart that it classifies rightly; <see langword="null"/> when none were.</summary>
    public double? TestAccuracy { get; }

    /// <summary>Cohen's kappa over the clients set apart: agreement beyond chance; <see langword="null"/> when none were, or all are of one class.</summary>
    public double? Kappa { get; }

    /// <summary>How many clients were set apart.</summary>
    public int Tested { get; }

    /// <summary>Learns a tree.</summary>
    /// <param name="rows">Clients whose class is known; at least four, of at least two classes.</param>
    /// <param name="features">The names of the features, as the rules will name them.</param>
    /// <param name="rules">How; the defaults when left out.</param>
    /// <returns>The tree, or why there is none.</returns>
    public static Finding<DecisionTree> Learn(IReadOnlyList<LabelledRow> rows, IReadOnlyList<string> features, TreeRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(features);
        rules ??= new TreeRules();
        const int least = 4;
        if ((HoldOut.Refusal(rows, features, least) ?? (rules.HoldOut is < 0 or >= 1 ? Unusable.OutOfRange(new("share set apart", "留出比例"), rules.HoldOut, 0, 1) : null)) is { } reason)
        {
            return Finding.Refused<DecisionTree>(reason);
        }

        var (train, test) = HoldOut.Split(rows, rules.HoldOut, (ulong)rules.Seed);
        return Finding.Of(new DecisionTree(TreeNode.Grow(train, rules, rules.Depth), features, train, test));
    }

    /// <summary>Classifies a client whose class is not known.</summary>
    /// <param name="features">Its values, in the order of the names.</param>
    /// <returns>The class.</returns>
    public string Classify(IReadOnlyList<double> features)
    {
        ArgumentNullException.ThrowIfNull(features);
        return _root.Leaf(features).Label;
    }

    private double? Accuracy(IReadOnlyList<LabelledRow> rows) =>
        rows.Count == 0 ? null : (double)rows.Count(row => Classify(row.Features) == row.Label) / rows.Count;

    private double? Agreement(IReadOnlyList<LabelledRow> rows)
    {
        if (Accuracy(rows) is not { } seen)
        {
            return null;
        }

        var chance = rows.Select(row => row.Label).Distinct(StringComparer.Ordinal)
            .Sum(label => (double)rows.Count(row => row.Label == label) / rows.Count * rows.Count(row => Classify(row.Features) == label) / rows.Count);
        return chance < 1 ? (seen - chance) / (1 - chance) : null;
    }
}

/// <summary>A question about one feature, or a leaf.</summary>
internal sealed record TreeNode(string Label, int Clients, double Purity, int Feature = -1, double At = 0, TreeNode? Below = null, TreeNode? Above = null)
{
    public static TreeNode Grow(IReadOnlyList<LabelledRow> rows, TreeRules rules, int depth)
    {
        var counts = rows.GroupBy(row => row.Label, StringComparer.Ordinal).Select(group => (Label: group.Key, Count: group.Count()))
            .OrderByDescending(group => group.Count).ThenBy(group => group.Label, StringComparer.Ordinal).ToList();
        var leaf = new TreeNode(counts[0].Label, rows.Count, (double)counts[0].Count / rows.Count);
        if (depth <= 0 || counts.Count == 1 || TreeSplit.Best(rows, rules.Leaf) is not { } split)
        {
            return leaf;
        }

        return leaf with
        {
            Feature = split.Feature,
            At = split.At,
            Below = Grow([.. rows.Where(row => row.Features[split.Feature] < split.At)], rules, depth - 1),
            Above = Grow([.. rows.Where(row => row.Features[split.Feature] >= split.At)], rules, depth - 1),
        };
    }

    public TreeNode Leaf(IReadOnlyList<double> features) => Below is null ? this : (features[Feature] < At ? Below : Above!).Leaf(features);

    public IEnumerable<TreeRule> Rules(IReadOnlyList<string> names, IReadOnlyList<string> above)
    {
        if (Below is null)
        {
            return [new TreeRule(above.Count == 0 ? "true" : string.Join(" && ", above), Label, Clients, Purity)];
        }

        var at = At.ToString("R", CultureInfo.InvariantCulture);
        return [.. Below.Rules(names, [.. above, $"{names[Feature]} < {at}"]), .. Above!.Rules(names, [.. above, $"{names[Feature]} >= {at}"])];
    }
}

/// <summary>Where a feature divides clients best.</summary>
internal static class TreeSplit
{
    public static (int Feature, double At)? Best(IReadOnlyList<LabelledRow> rows, int leaf)
    {
        var best = ((int, double)?)null;
        var lowest = Impurity(rows.GroupBy(row => row.Label, StringComparer.Ordinal).Select(group => group.Count()), rows.Count) - 1e-12;
        for (var feature = 0; feature < rows[0].Features.Count; feature++)
        {
            var sorted = rows.OrderBy(row => row.Features[feature]).ToList();
            var (below, above) = (new Dictionary<string, int>(StringComparer.Ordinal), rows.GroupBy(row => row.Label, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal));
            for (var index = 0; index + 1 < sorted.Count; index++)
            {
                var label = sorted[index].Label;
                below[label] = below.GetValueOrDefault(label) + 1;
                above[label]--;
                var (here, next) = (sorted[index].Features[feature], sorted[index + 1].Features[feature]);
                var (left, right) = (index + 1, sorted.Count - index - 1);
                if (here == next || left < leaf || right < leaf)
                {
                    continue;
                }

                var impurity = ((left * Impurity(below.Values, left)) + (right * Impurity(above.Values, right))) / sorted.Count;
                if (impurity < lowest - 1e-12)
                {
                    (best, lowest) = ((feature, here + ((next - here) / 2)), impurity);
                }
            }
        }

        return best;
    }

    private static double Impurity(IEnumerable<int> counts, int total) => 1 - counts.Sum(count => (double)count / total * count / total);
}
