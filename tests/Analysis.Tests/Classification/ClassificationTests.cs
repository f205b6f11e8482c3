using Clientele.Analysis.Classification;

namespace Clientele.Analysis.Tests.Classification;

public sealed class ClassificationTests
{
    private static readonly double[] Table1 = [800, 600, 450, 300, 150, 100, 80];

    [Fact]
    [Trait("Row", "S4-03")]
    public void The_seven_clients_of_the_text_fall_into_the_three_clusters_of_the_exact_optimum()
    {
        var clustering = Clustering.Of([.. Table1.Select(sales => new ClusterRow($"{sales}", [sales]))], new ClusterRules(3)).Value!;

        Assert.Equal(["600 800", "300 450", "100 150 80"], clustering.Clusters.Select(cluster => string.Join(' ', cluster.Members)));
        Assert.Equal(33_850, clustering.SquaredError, 6);
        Assert.Equal(Optimum(Table1, 3), clustering.SquaredError, 6);
        Assert.Equal([700, 375, 110], clustering.Clusters.Select(cluster => cluster.Means[0]));
    }

    [Fact]
    [Trait("Row", "S4-03")]
    public void Permuted_rows_give_the_same_clusters()
    {
        var random = new Random(7);
        var rows = Enumerable.Range(0, 60).Select(number => new ClusterRow($"{number:00}", [random.NextDouble() + number % 3 * 4, random.NextDouble() - number % 3 * 5])).ToList();
        var forwards = Clustering.Of(rows).Value!;
        var shuffled = Clustering.Of([.. rows.OrderBy(row => row.Features[1])]).Value!;

        Assert.Equal(3, forwards.Clusters.Count);
        Assert.Equal(forwards.Clusters.Select(cluster => string.Join(' ', cluster.Members)), shuffled.Clusters.Select(cluster => string.Join(' ', cluster.Members)));
        Assert.InRange(forwards.Silhouette, 0.7, 1);
        Assert.All(forwards.Clusters, cluster => Assert.True(Math.Abs(cluster.Distinguishing[0].Deviations) >= Math.Abs(cluster.Distinguishing[1].Deviations)));
    }

    [Fact]
    [Trait("Row", "S4-03")]
    public void In_one_dimension_many_starts_find_the_exact_optimum()
    {
        var random = new Random(3);
        for (var trial = 0; trial < 20; trial++)
        {
            var values = Enumerable.Range(0, 9).Select(_ => (double)random.Next(1000)).Distinct().ToArray();
            var found = Clustering.Of([.. values.Select(value => new ClusterRow($"{value}", [value]))], new ClusterRules(3, Starts: 50)).Value!;

            Assert.Equal(Optimum(values, 3), found.SquaredError, 6);
        }
    }

    [Fact]
    [Trait("Row", "S4-03")]
    public void A_tree_learns_a_separable_set_wholly_lists_its_rules_and_classifies_the_unknown()
    {
        var rows = Enumerable.Range(0, 40).Select(number => new LabelledRow($"{number}", [(number < 12 ? 0 : number < 30 ? 1000 : 3000) + number, number % 7], number < 12 ? "small" : number < 30 ? "medium" : "large")).ToList();
        var tree = DecisionTree.Learn(rows, ["core.sales_12m", "core.recency"]).Value!;

        Assert.Equal(1.0, tree.TrainAccuracy);
        Assert.Equal((1.0, 1.0), (tree.TestAccuracy!.Value, tree.Kappa!.Value));
        Assert.Equal(["small", "medium", "large"], tree.Rules.Select(rule => rule.Label));
        Assert.All(tree.Rules, rule => Assert.StartsWith("core.sales_12m ", rule.When, StringComparison.Ordinal));
        Assert.Equal("large", tree.Classify([5000, 1]));
        Assert.Equal(tree.Rules, DecisionTree.Learn([.. Enumerable.Reverse(rows)], ["core.sales_12m", "core.recency"]).Value!.Rules);
    }

    [Fact]
    [Trait("Row", "S2-55")]
    public void A_perfectly_separated_history_is_told_apart_without_error_and_random_outcomes_are_not_told_apart()
    {
        var random = new Random(11);
        var separated = LogisticModel.Train([.. Enumerable.Range(0, 60).Select(number => new LabelledRow($"{number}", [number], number < 30 ? "lost" : "won"))], ["firm.points"]).Value!;
        var guessed = LogisticModel.Train([.. Enumerable.Range(0, 2000).Select(number => new LabelledRow($"{number}", [random.NextDouble()], random.Next(2) == 0 ? "lost" : "won"))], ["firm.points"]).Value!;

        Assert.Equal(1.0, separated.Auc);
        Assert.InRange(separated.Probability([59]), 0.9, 1);
        Assert.True(separated.Contributions([59])[0] > 0 && separated.Contributions([0])[0] < 0);
        Assert.InRange(guessed.Auc, 0.42, 0.58);
        Assert.All(guessed.Calibration, group => Assert.InRange(group.Promised - group.Happened, -0.2, 0.2));
    }

    [Fact]
    [Trait("Row", "S2-55")]
    public void One_won_case_says_nothing_about_the_next()
    {
        var refused = LogisticModel.Train([.. Enumerable.Range(0, 30).Select(number => new LabelledRow($"{number}", [number], number == 0 ? "won" : "lost"))], ["firm.points"]);

        Assert.Equal("too_few", refused.Refusal!.Code);
        Assert.Equal("too_few", LogisticModel.Train([new("1", [1], "won")], ["firm.points"]).Refusal!.Code);
    }

    [Fact]
    public void What_cannot_be_clustered_or_learned_is_refused_with_its_reason()
    {
        Assert.Equal("too_few", Clustering.Of([]).Refusal!.Code);
        Assert.Equal("too_few", Clustering.Of([new("a", [1]), new("b", [1])]).Refusal!.Code);
        Assert.Equal("not_finite", Clustering.Of([new("a", [double.NaN]), new("b", [1])]).Refusal!.Code);
        Assert.Equal("unequal_lengths", Clustering.Of([new("a", [1, 2]), new("b", [1])]).Refusal!.Code);
        Assert.Equal("too_few", DecisionTree.Learn([], ["x"]).Refusal!.Code);
        Assert.Equal("too_few", DecisionTree.Learn([.. Enumerable.Range(0, 9).Select(number => new LabelledRow($"{number}", [number], "same"))], ["x"]).Refusal!.Code);
        Assert.Equal("not_finite", DecisionTree.Learn([.. Enumerable.Range(0, 9).Select(number => new LabelledRow($"{number}", [double.PositiveInfinity], $"{number}"))], ["x"]).Refusal!.Code);
        Assert.True(Clustering.Of([new("a", [1, 5]), new("b", [2, 5])], new ClusterRules(1)).IsKnown);
    }

    // Every way to cut the sorted values into contiguous groups: in one dimension the best clusters are among them.
    private static double Optimum(IEnumerable<double> values, int clusters)
    {
        var sorted = values.Order().ToArray();
        return Best(0, clusters);

        double Best(int from, int left) => left == 1
            ? Error(sorted[from..])
            : Enumerable.Range(from + 1, sorted.Length - from - left + 1).Min(to => Error(sorted[from..to]) + Best(to, left - 1));
    }

    private static double Error(double[] values) => values.Sum(value => Math.Pow(value - values.Average(), 2));
}
