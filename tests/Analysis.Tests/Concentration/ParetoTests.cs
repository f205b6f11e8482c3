using Clientele.Analysis.Concentration;

namespace Clientele.Analysis.Tests.Concentration;

public sealed class ParetoTests
{
    // Table 1 of the thesis, in 万元.
    private static readonly decimal[] Listed = [800, 600, 450, 300, 150, 100, 80];

    [Fact]
    [Trait("Row", "S0-03")]
    public void The_law_does_not_hold_on_the_seven_listed_clients_of_the_h_company()
    {
        var found = Pareto.Measure(Listed).Value!;

        Assert.Equal(0.565, found.TopShare, 3);
        Assert.Equal((4, 0.867), (found.Few.Rank, Math.Round(found.Few.ValueShare, 3)));
        Assert.Equal(0.399, found.Gini, 3);
        Assert.False(found.LawHolds);
    }

    [Fact]
    [Trait("Row", "S0-03")]
    public void The_law_holds_on_the_classes_of_the_h_company()
    {
        var found = GroupedPareto.Measure([new("large", 8, 60), new("medium", 13, 25), new("small", 79, 15)]).Value!;

        Assert.Equal(0.831, found.TopShare, 3);
        Assert.Equal(0.698, found.Gini, 3);
        Assert.True(found.LawHolds);
    }

    [Fact]
    [Trait("Row", "S0-03")]
    public void Clients_who_lose_money_let_the_curve_rise_above_one_hundred_percent_and_fall_back_to_it()
    {
        var found = Pareto.Measure([100, 50, -20, -30]).Value!;

        Assert.Equal(1.5, found.Peak.ValueShare, 9);
        Assert.Equal(2, found.Peak.Rank);
        Assert.Equal(1, found.Curve[^1].ValueShare, 9);
        Assert.Equal([0, 1, 2, 3], found.Curve.Select(point => point.Index));
    }

    [Fact]
    [Trait("Row", "S4-04")]
    public void The_seven_listed_clients_of_the_h_company_have_an_index_of_2165() =>
        Assert.Equal(0.2165, Pareto.Hhi(Listed).Value, 4);

    [Fact]
    public void Nobody_and_nothing_above_zero_have_no_concentration_and_say_why()
    {
        Assert.Equal("nothing_to_share", Pareto.Measure([]).Refusal!.Code);
        Assert.Equal("nothing_to_share", Pareto.Measure([0, 0]).Refusal!.Code);
        Assert.Equal("nothing_to_share", Pareto.Measure([5, -9]).Refusal!.Code);
        Assert.Equal("nothing_to_share", Pareto.Gini([]).Refusal!.Code);
    }

    [Fact]
    public void Equal_clients_have_no_inequality_and_a_single_one_is_everything()
    {
        Assert.Equal(0, Pareto.Measure([7, 7, 7]).Value!.Gini, 9);
        Assert.Equal((1.0, 1.0, 0.0), (Pareto.Measure([7]).Value!.TopShare, Pareto.Measure([7]).Value!.Hhi, Pareto.Measure([7]).Value!.Gini));
    }

    [Fact]
    public void Whatever_clients_bring_the_figures_are_finite_and_the_curve_ends_at_the_whole() => Fuzz.Money((values, _) =>
    {
        var found = Pareto.Measure(values);
        if (found.IsKnown)
        {
            Fuzz.Finite(found.Value.TopShare, found.Value.Gini, found.Value.Hhi, found.Value.Few.ValueShare);
            Assert.Equal(values.Sum(), found.Value.Curve[^1].Together);
            Assert.InRange(found.Value.Gini, 0, 1);
            Assert.InRange(found.Value.Hhi, 0, 1.0000001);
            Assert.Equal(Enumerable.Range(0, values.Length), found.Value.Curve.Select(point => point.Index).Order());
            Assert.True(found.Value.Few.Together >= 0.8m * found.Value.Total);
        }

        Fuzz.Explained(found);
    });
}
