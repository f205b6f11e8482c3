using Clientele.Analysis.Weights;

namespace Clientele.Analysis.Tests.Weights;

public sealed class WeightsTests
{
    private static readonly Dictionary<string, double> Even = new() { ["finance"] = .5, ["market"] = .5 };

    [Fact]
    [Trait("Row", "S2-10")]
    public void Indicators_are_standardised_with_the_deviation_of_a_sample()
    {
        Assert.Equal([-1.0, 0.0, 1.0], Standardised.Of([100, 200, 300]).Value!.Values);
        Assert.Equal([1.0, 0.0, -1.0], Standardised.Of([100, 200, 300], lessIsBetter: true).Value!.Values);
    }

    [Fact]
    [Trait("Row", "S2-10")]
    public void The_judgements_of_the_example_give_weights_and_are_consistent()
    {
        var ahp = Ahp.Of([[1, 3, 5], [1 / 3.0, 1, 3], [1 / 5.0, 1 / 3.0, 1]]).Value!;
        Assert.Equal([.637, .258, .105], ahp.Weights.Select(weight => Math.Round(weight, 3)));
        Assert.Equal(3.0385, ahp.Lambda, 4);
        Assert.Equal(.033, ahp.ConsistencyRatio, 3);
    }

    [Fact]
    [Trait("Row", "S2-10")]
    public void Judgements_that_contradict_each_other_are_refused()
    {
        Assert.Equal("inconsistent", Ahp.Of([[1, 9, 1 / 9.0], [1 / 9.0, 1, 9], [9, 1 / 9.0, 1]]).Refusal!.Code);
        Assert.Equal("not_reciprocal", Ahp.Of([[1, 3], [3, 1]]).Refusal!.Code);
        Assert.Equal("not_square", Ahp.Of([[1, 3]]).Refusal!.Code);
        Assert.Equal("out_of_range", Ahp.Of([]).Refusal!.Code);
        Assert.Equal("out_of_range", Ahp.Of([[1, double.NaN], [1, 1]]).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S2-10")]
    public void The_index_ranks_clients_and_says_what_it_left_out()
    {
        var index = ClientValueIndex.Of(
            ["A", "B", "C", "D"],
            [
                new("finance", "profit", "margin", [100, 200, 300, null]),
                new("finance", "risk", "days late", [30, 20, 10, null], LessIsBetter: true),
                new("market", "fame", "awards", [1, 1, 1, 1]),
            ],
            Even).Value!;
        Assert.Equal(["C", "B", "A"], index.Scores.Select(score => score.Client));
        Assert.Equal([0.5, 0, -0.5], index.Scores.Select(score => Math.Round(score.Score, 12)));
        Assert.Equal([1, 2, 3], index.Scores.Select(score => score.Rank));
        Assert.Equal(("D", "dimension_missing"), (index.Unscored[0].Client, index.Unscored[0].Reason.Code));
        Assert.Equal(["some_missing", "some_missing", "no_variance"], index.Notes.Select(note => note.Code));
    }

    [Fact]
    [Trait("Row", "S2-10")]
    public void Each_phase_of_the_life_cycle_may_weigh_the_dimensions_in_its_own_way()
    {
        Indicator[] indicators = [new("finance", "profit", "margin", [100, 200]), new("market", "fame", "awards", [9, 1])];
        Assert.Equal("B", ClientValueIndex.Of(["A", "B"], indicators, new Dictionary<string, double> { ["finance"] = .8, ["market"] = .2 }).Value!.Scores[0].Client);
        Assert.Equal("A", ClientValueIndex.Of(["A", "B"], indicators, new Dictionary<string, double> { ["finance"] = .2, ["market"] = .8 }).Value!.Scores[0].Client);
    }

    [Fact]
    public void An_index_that_cannot_be_computed_says_why()
    {
        Indicator margin = new("finance", "profit", "margin", [1, 2]);
        Assert.Equal("weights_sum", ClientValueIndex.Of(["A", "B"], [margin], new Dictionary<string, double> { ["finance"] = .9 }).Refusal!.Code);
        Assert.Equal("dimension_empty", ClientValueIndex.Of(["A", "B"], [margin], Even).Refusal!.Code);
        Assert.Equal("weight_missing", ClientValueIndex.Of(["A", "B"], [margin with { Dimension = "other" }], Even).Refusal!.Code);
        Assert.Equal("values_missing", ClientValueIndex.Of(["A", "B", "C"], [margin], new Dictionary<string, double> { ["finance"] = 1 }).Refusal!.Code);
        Assert.Equal("too_few", ClientValueIndex.Of(["A"], [margin], new Dictionary<string, double> { ["finance"] = 1 }).Refusal!.Code);
        Assert.Equal("too_few", Standardised.Of([1, null]).Refusal!.Code);
    }
}
