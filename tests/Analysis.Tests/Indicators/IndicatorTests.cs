using Clientele.Analysis.Indicators;

namespace Clientele.Analysis.Tests.Indicators;

public sealed class IndicatorTests
{
    [Fact]
    [Trait("Row", "S2-26")]
    public void The_ten_indicators_have_their_values()
    {
        var found = Values(new() { Sales = 3000, SalesBefore = 2200, ReceivablesAtStart = 500, ReceivablesAtEnd = 700, Forecast = 2800, ClientsAtStart = 50, ClientsAtEnd = 55, ClientsWon = 12 });

        Assert.Equal([0.364, 5.0, 73.0, 0.933, 0.86, 0.24], new[] { "growth", "receivable_turnover", "receivable_days", "forecast_accuracy", "retention", "new_client_rate" }.Select(name => Math.Round(found[name]!.Value, 3)));
    }

    [Fact]
    [Trait("Row", "S2-26")]
    public void An_indicator_whose_input_is_missing_is_not_available_and_never_zero()
    {
        var found = KeyAccountIndicators.Of(new() { Sales = 100, Orders = 0, OrdersOnTime = 0 }, "2025");

        Assert.Equal(12, found.Count);
        Assert.Equal(["sales"], found.Where(indicator => indicator.Value.IsKnown).Select(indicator => indicator.Name));
        Assert.All(found, indicator => Assert.False(string.IsNullOrWhiteSpace(indicator.Formula.Zh) || string.IsNullOrWhiteSpace(indicator.Source.Zh)));
        Assert.Equal("no_base", found.Single(indicator => indicator.Name == "on_time").Value.Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S2-46")]
    public void A_rising_and_a_falling_goal_have_come_60_and_50_percent_of_the_way()
    {
        var (from, due) = (new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31));

        var satisfaction = new Goal("satisfaction", 70, 85, from, due).ProgressOf(79, new(2025, 7, 2)).Value!;
        Assert.Equal((0.60, GoalLight.Green), (Math.Round(satisfaction.Progress, 9), satisfaction.Light));

        var churn = new Goal("churn", 24, 18, from, due).ProgressOf(21, new(2025, 8, 15)).Value!;
        Assert.Equal((0.50, GoalLight.Amber), (Math.Round(churn.Progress, 9), churn.Light));
        Assert.Equal(GoalLight.Red, new Goal("churn", 24, 18, from, due).ProgressOf(24, new(2025, 7, 2)).Value!.Light);
    }

    [Fact]
    [Trait("Row", "S2-46")]
    public void A_goal_whose_target_is_its_baseline_is_refused()
    {
        var goal = new Goal("satisfaction", 70, 70, new(2025, 1, 1), new(2025, 12, 31));

        Assert.Equal("no_way_to_go", goal.ProgressOf(75, new(2025, 6, 1)).Refusal!.Code);
        Assert.Equal("due_before_start", (goal with { Target = 80, Due = goal.From }).ProgressOf(75, new(2025, 6, 1)).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S4-21")]
    public void Three_clients_are_ranked_by_volume_contracts_and_projects()
    {
        var found = CompositeRanking.Of([new("a", [100, 500, 4], Before: 2), new("b", [80, 600, 3]), new("c", [60, 300, 5])], [0.4, 0.4, 0.2]).Value!;

        Assert.Equal([0.767, 0.600, 0.200], found.Select(rank => Math.Round(rank.Score, 3)));
        Assert.Equal([1, 2, 3], found.Select(rank => rank.Rank));
        Assert.Equal(1, found[0].Rise);
    }

    [Fact]
    [Trait("Row", "S4-21")]
    public void Equal_scores_share_a_rank_and_a_metric_that_is_the_same_for_all_contributes_nothing()
    {
        var found = CompositeRanking.Of([new("a", [2, 7], "x"), new("b", [2, 7], "y"), new("c", [1, 7], "y")], [0.5, 0.5]).Value!;

        Assert.Equal([1, 1, 3], found.Select(rank => rank.Rank));
        Assert.Equal([1, 1, 2], found.Select(rank => rank.RankInClass));
        Assert.Equal([0.5, 0.5, 0], found.Select(rank => rank.Score));
        Assert.Equal("weights_not_one", CompositeRanking.Of([new("a", [1])], [0.9]).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S4-35")]
    public void Strategies_are_kept_improved_or_replaced_by_their_effect_and_seed_next_years_plan()
    {
        var verdicts = StrategyReview.Decide([Strategy("visits", 8), Strategy("cards", 0.5), Strategy("gifts", -3), new("new", "sales", "周岚", null, null)], 5, 0).Value!;

        Assert.Equal([StrategyDecision.Keep, StrategyDecision.Improve, StrategyDecision.Replace, StrategyDecision.Undecided], verdicts.Select(verdict => verdict.Decision));
        Assert.Equal([new("visits", StrategyDecision.Keep), new("cards", StrategyDecision.Improve), new("", StrategyDecision.Replace)], StrategyReview.Draft([.. verdicts.Take(3)]));
    }

    [Fact]
    [Trait("Row", "S4-35")]
    public void A_person_may_decide_otherwise_with_a_reason_and_a_control_group_takes_its_own_change_off()
    {
        var kept = StrategyReview.Decide([Strategy("gifts", -3) with { Override = new(StrategyDecision.Improve, "周岚", "样本太小") }], 5, 0).Value![0];
        Assert.Equal((StrategyDecision.Improve, StrategyDecision.Replace), (kept.Decision, kept.ByRule));

        Assert.Equal("override_without_reason", StrategyReview.Decide([Strategy("gifts", -3) with { Override = new(StrategyDecision.Improve, "周岚", "") }], 5, 0).Refusal!.Code);
        Assert.Equal(5, new StrategyYear("visits", "sales", "", 10, 18, 10, 13).Effect.Value);
    }

    [Fact]
    [Trait("Row", "S4-36")]
    public void Four_dimensions_come_to_106_25_with_customer_value_flagged_and_what_has_no_baseline_excluded()
    {
        var found = Scorecard.Of([new("knowledge", "profiles", 50, 56), new("interaction", "visits", 100, 105), new("value", "share", 50, 49), new("satisfaction", "score", 10, 11), new("satisfaction", "trust", null, 7)]).Value!;

        Assert.Equal(106.25, found.Index, 9);
        Assert.Equal(["value"], found.Dimensions.Where(dimension => dimension.Flagged).Select(dimension => dimension.Dimension));
        Assert.Equal([("trust", "no_baseline")], found.Excluded.Select(one => (one.Name, one.Reason.Code)));
    }

    [Fact]
    [Trait("Row", "S4-36")]
    public void Fewer_complaints_are_better_and_no_indicator_is_no_scorecard()
    {
        Assert.Equal(120, Scorecard.Of([new("satisfaction", "complaints", 10, 8, LowerIsBetter: true)]).Value!.Index, 9);
        Assert.Equal("too_few", Scorecard.Of([]).Refusal!.Code);
        Assert.Equal("too_few", Scorecard.Of([new("x", "y", 0, 5)]).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S1-01")]
    public void The_value_chain_has_means_and_its_weakest_links()
    {
        var found = ValueChain.Assess(Scores(4, 3, 2, 3, 4, 3, 3, 2, 4, 5), Scores(4, 3, 1, 3, 4, 3, 3, 3, 4, 5)).Value!;

        Assert.Equal((3.2, 3.4), (Math.Round(found.PrimaryMean, 9), Math.Round(found.SupportMean, 9)));
        Assert.Equal(("建立关系网络", "组织结构"), (found.WeakestPrimary.Title.Zh, found.WeakestSupport.Title.Zh));
        Assert.Equal((1.0, -1.0), (found.Changes["network"], found.Changes["organisation"]));
        Assert.Equal([3.5, 3.0, 3.4], new[] { "target_clients", "one_to_one", "process_redesign" }.Select(step => found.Steps[step]));
        Assert.Equal("score_missing", ValueChain.Assess([]).Refusal!.Code);
        Assert.Equal("out_of_range", ValueChain.Assess(Scores(4, 3, 2, 3, 4, 3, 3, 2, 4, 6)).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S4-38")]
    public void A_type_or_process_that_no_feature_covers_and_a_feature_without_tags_are_named()
    {
        var found = FrameworkCoverage.Of([new("segments", [CrmType.Analytical], [CrmProcess.Strategy, CrmProcess.ValueCreation]), new("care", [CrmType.Operational], []), new("letters", [CrmType.Collaborative], [CrmProcess.Channels])]);

        Assert.Equal(["segments"], found.Cells[(CrmType.Analytical, CrmProcess.Strategy)]);
        Assert.Equal(["care"], found.Untagged);
        Assert.Empty(found.EmptyTypes);
        Assert.Equal([CrmProcess.Information, CrmProcess.Performance], found.EmptyProcesses);
    }

    [Fact]
    public void Whatever_the_inputs_indicators_rankings_and_scorecards_are_finite_or_say_why_not() => Fuzz.Numbers((values, seed) =>
    {
        double? At(int index) => index < values.Length ? values[index] : null;
        Assert.All(
            KeyAccountIndicators.Of(new() { Sales = At(0), SalesBefore = At(1), Profit = At(2), ReceivablesAtStart = At(3), ReceivablesAtEnd = At(4), Forecast = At(5), ClientsAtStart = At(6), ClientsAtEnd = At(7), ClientsWon = At(8) }, "2025"),
            indicator =>
            {
                Fuzz.Explained(indicator.Value);
                Fuzz.Finite(indicator.Value.Value);
            });
        var ranks = CompositeRanking.Of([.. values.Select((value, index) => new RankedItem($"{index}", [value, index % 3]))], [0.7, 0.3], (Normalisation)(Math.Abs(seed) % 2));
        Fuzz.Explained(ranks);
        Fuzz.Finite(ranks.Value?.Select(rank => rank.Score) ?? []);
        Assert.All(ranks.Value ?? [], rank => Assert.InRange(rank.Score, 0, 1));
        var card = Scorecard.Of([.. values.Select((value, index) => new ScorecardIndicator($"{index % 2}", $"{index}", value, At(index + 1)))]);
        Fuzz.Explained(card);
        Fuzz.Finite(card.Value?.Index ?? 0);
        var goal = new Goal("m", At(0) ?? 0, At(1) ?? 1, new(2025, 1, 1), new(2025, 12, 31)).ProgressOf(At(2) ?? 0, new(2025, 6, 1));
        Fuzz.Explained(goal);
        Fuzz.Finite(goal.Value?.Progress ?? 0);
    });

    private static Dictionary<string, double?> Values(KeyAccountInputs inputs) =>
        KeyAccountIndicators.Of(inputs, "2025").ToDictionary(indicator => indicator.Name, indicator => indicator.Value.IsKnown ? indicator.Value.Value : (double?)null);

    private static StrategyYear Strategy(string name, double effect) => new(name, "sales", "周岚", 10, 10 + effect);

    private static List<ChainScore> Scores(params double[] scores) => [.. ValueChain.Activities.Zip(scores, (activity, score) => new ChainScore(activity.Name, score))];
}
