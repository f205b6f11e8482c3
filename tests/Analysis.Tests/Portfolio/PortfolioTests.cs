using Clientele.Analysis.Portfolio;

namespace Clientele.Analysis.Tests.Portfolio;

public sealed class PortfolioTests
{
    [Fact]
    [Trait("Row", "S1-06")]
    public void Clients_on_a_boundary_stand_above_it_and_one_without_a_value_stands_nowhere()
    {
        var matrix = new PortfolioMatrix(Axis.At(100), Axis.At(0.40));

        var found = matrix.Place([new("a", 150, 0.50), new("b", 150, 0.36), new("c", 60, 0.60), new("d", 60, 0.10), new("e", 100, 0.40), new("f", null, 0.9)]).Value!;

        Assert.Equal(["HH", "HL", "LH", "LL", "HH", "insufficient_data"], found.Select(place => place.Cell.IsKnown ? $"{"LH"[place.Cell.Value.X]}{"LH"[place.Cell.Value.Y]}" : place.Cell.Refusal.Code));
    }

    [Fact]
    [Trait("Row", "S4-02")]
    public void Current_and_potential_value_lead_to_four_strategies()
    {
        var found = new PortfolioMatrix(Axis.At(200), Axis.At(200)).Place([new("a", 80, 300), new("b", 80, 20), new("c", 600, 100), new("d", 800, 900)]).Value!;

        Assert.Equal([GrowthStrategy.Invest, GrowthStrategy.Light, GrowthStrategy.Keep, GrowthStrategy.Protect], found.Select(place => Potential.Strategy(place.Cell.Value)));
    }

    [Fact]
    [Trait("Row", "S4-02")]
    public void The_potential_is_headroom_times_probability_times_growth_and_unknown_headroom_is_not_zero()
    {
        Assert.Equal(115.5m, Potential.Of(350, 0.3m, 1.1m).Value);
        Assert.Equal("unknown_headroom", Potential.Of(null, 0.3m).Refusal!.Code);
        Assert.Equal("out_of_range", Potential.Of(350, 1.3m).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S4-02")]
    public void A_client_leaves_the_upper_half_only_when_it_falls_below_the_band()
    {
        var axis = Axis.At(100, band: 0.1);

        Assert.Equal([1, 1, 0, 0], [axis.Level(100), axis.Level(95, previous: 1), axis.Level(95, previous: 0), axis.Level(89, previous: 1)]);
        Assert.Equal(2, new Axis([10, 20], 0.1).Level(18.5, previous: 2));
        Assert.Equal(1, new Axis([10, 20], 0.1).Level(17.5, previous: 2));
    }

    [Fact]
    public void Quantiles_cut_where_clients_differ_and_refuse_where_they_do_not()
    {
        Assert.Equal([2.5], Axis.AtQuantiles([1, 2, 3, 4], 0, 0.5).Value!.Cuts);
        Assert.Equal("cuts_coincide", Axis.AtQuantiles([5, 5, 5, 5], 0, 0.25, 0.75).Refusal!.Code);
        Assert.Equal("too_few", Axis.AtQuantiles([5], 0, 0.5).Refusal!.Code);
        Assert.Equal("cuts_coincide", new PortfolioMatrix(new Axis([2, 1]), Axis.At(1)).Place([]).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S2-11")]
    public void A_high_end_client_in_the_lower_half_of_the_value_index_is_listed_as_disagreement()
    {
        var found = CostReturn.Of([new("a", 80, 200, Rank: 4), new("b", 10, 200, Rank: 3), new("c", 90, 200, Rank: 1), new("d", 20, 200, Rank: 2), new("e", 5, 0)], 0.30);

        Assert.Equal((0.40, true), (found[0].Ratio.Value, found[0].HighEnd));
        Assert.Equal([true, false, false, true, false], found.Select(one => one.Disagrees));
        Assert.Equal("no_base", found[4].Ratio.Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S2-21")]
    public void A_relationship_that_costs_more_than_it_brings_may_rest_when_a_person_approves()
    {
        var recommended = Release.Of([new(5000, 0, 9000)], lowPotential: true).Value!;
        Assert.Equal((-4000m, ReleaseVerdict.Recommended, true), (recommended.Net, recommended.Verdict, recommended.TasksContinue));

        var kept = Release.Of([new(5000, 6000, 9000)], lowPotential: true).Value!;
        Assert.Equal((2000m, ReleaseVerdict.Keep), (kept.Net, kept.Verdict));

        var dormant = Release.Of([new(5000, 0, 9000)], lowPotential: true, approvedBy: "周岚").Value!;
        Assert.Equal((ReleaseVerdict.Dormant, false), (dormant.Verdict, dormant.TasksContinue));
    }

    [Fact]
    [Trait("Row", "S2-21")]
    public void Potential_influence_and_a_single_bad_period_keep_a_relationship()
    {
        Assert.Equal(ReleaseVerdict.Keep, Release.Of([new(1, 0, 2)], lowPotential: false).Value!.Verdict);
        Assert.Contains(Release.Of([new(1, 0, 2)], lowPotential: true, influence: -1).Value!.Reasons, reason => reason.Code == "negative_influence");
        Assert.Equal(ReleaseVerdict.Keep, Release.Of([new(3, 0, 2), new(1, 0, 2)], lowPotential: true, after: 2).Value!.Verdict);
        Assert.Equal("too_few", Release.Of([new(1, 0, 2)], lowPotential: true, after: 2).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S4-02")]
    public void Whatever_the_values_a_client_stands_in_one_cell_of_the_matrix_or_in_none_for_a_reason() => Fuzz.Numbers((values, seed) =>
    {
        var matrix = new PortfolioMatrix(new Axis([10, 100], 0.1), Axis.At(seed));
        var places = matrix.Place([.. values.Select((value, index) => new MatrixClient($"{index}", value, index % 5 == 0 ? null : values[^1], index % 2 == 0 ? new GridCell(index % 3, index % 2) : null))]).Value!;

        Assert.Equal(values.Length, places.Count);
        Assert.All(places, place =>
        {
            Fuzz.Explained(place.Cell);
            Assert.True(!place.Cell.IsKnown || place.Cell.Value is { X: >= 0 and <= 2, Y: 0 or 1 });
        });
        Fuzz.Explained(Axis.AtQuantiles(values, 0.1, 0.33, 0.67));
    });
}
