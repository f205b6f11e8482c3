using Clientele.Analysis.Development;

namespace Clientele.Analysis.Tests.Development;

public sealed class DevelopmentTests
{
    [Fact]
    [Trait("Row", "S4-05")]
    public void Sales_of_2200_and_3000_grew_by_36_4_percent()
    {
        var found = GrowthSeries.Of([new("2009", 2200), new("2010", 3000)]);

        Assert.Equal(0.364, found.Points[1].Growth!.Value, 3);
        Assert.Equal(0.364, found.MeanGrowth.Value, 3);
    }

    [Fact]
    [Trait("Row", "S4-05")]
    public void A_missing_period_is_named_and_neither_it_nor_its_neighbour_has_growth()
    {
        var found = GrowthSeries.Of([new("2008", 100), new("2009", null), new("2010", 400)]);

        Assert.Equal(["2009"], found.Missing);
        Assert.All(found.Points, point => Assert.Null(point.Growth));
        Assert.Equal(1.0, found.MeanGrowth.Value, 9);
        Assert.Equal("too_few", GrowthSeries.Of([new("2008", 100)]).MeanGrowth.Refusal!.Code);
        Assert.Equal("no_base", GrowthSeries.Of([new("2008", 0), new("2009", 5)]).MeanGrowth.Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S4-05")]
    public void A_month_is_compared_with_the_month_before_and_the_same_month_a_year_before()
    {
        var months = Enumerable.Range(0, 13).Select(month => new PeriodValue($"{month}", month switch { 0 => 160, 11 => 200, 12 => 240, _ => 100 })).ToList();

        var last = GrowthSeries.Of(months, perYear: 12).Points[^1];

        Assert.Equal((0.20, 0.50), (Math.Round(last.Growth!.Value, 9), Math.Round(last.YearGrowth!.Value, 9)));
    }

    [Fact]
    [Trait("Row", "S4-19")]
    public void Four_quarters_of_new_key_clients_rise_by_1_4_a_quarter()
    {
        var found = Trend.Of([2, 3, 5, 6]).Value!;

        Assert.Equal((16.0, 1.4), (found.Total, Math.Round(found.Slope, 9)));

        // Residuals 0.1, −0.3, 0.3, −0.1: s² = 0.2/2, standard error √(0.1/5), t = 1.4/0.1414 = 9.90 with 2 degrees of freedom.
        Assert.Equal(0.0101, found.PValue, 4);
        Assert.True(found.Significant);
    }

    [Fact]
    [Trait("Row", "S4-22")]
    public void Three_values_have_a_moving_average_of_20() =>
        Assert.Equal([null, null, 20m], Trend.MovingAverage([10, 20, 30], 3));

    [Fact]
    [Trait("Row", "S4-24")]
    public void Adopters_of_5_9_and_14_have_reached_28_percent()
    {
        var found = Adoption.Of([("2023", 5, 10), ("2024", 9, 20), ("2025", 14, 40)], 100).Value!;

        Assert.Equal((28, 0.28), (found[^1].Reached, found[^1].Penetration));
        Assert.Equal("more_than_all", Adoption.Of([("2023", 5, 0)], 4).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S4-24")]
    public void A_diffusion_among_100_clients_begins_with_3_and_4_02()
    {
        var found = new Bass(100, 0.03, 0.38).Project(2).Value!;

        Assert.Equal([3.00, 4.02], found.Select(value => Math.Round(value, 2)));
    }

    [Fact]
    [Trait("Row", "S4-24")]
    public void A_diffusion_that_follows_the_model_gives_its_parameters_back()
    {
        var fitted = Bass.Fit(new Bass(100, 0.03, 0.38).Project(12).Value!).Value!;

        Assert.Equal((100.0, 0.03, 0.38), (Math.Round(fitted.Market, 6), Math.Round(fitted.Innovation, 6), Math.Round(fitted.Imitation, 6)));
    }

    [Fact]
    public void What_is_no_diffusion_is_refused()
    {
        Assert.Equal("too_few", Bass.Fit([1, 2, 3]).Refusal!.Code);
        Assert.Equal("no_diffusion", Bass.Fit([1, 2, 4, 8, 16]).Refusal!.Code);
        Assert.Equal("no_diffusion", Bass.Fit([0, 0, 0, 0, 0]).Refusal!.Code);
        Assert.Equal("diffusion_parameters", new Bass(0, 0.03, 0.38).Project(2).Refusal!.Code);
    }

    [Fact]
    public void Whatever_the_values_trends_and_diffusions_are_finite_or_say_why_not() => Fuzz.Numbers((values, seed) =>
    {
        var trend = Trend.Of(values);
        Fuzz.Explained(trend);
        if (trend.IsKnown)
        {
            Fuzz.Finite(trend.Value.Slope, trend.Value.Intercept, trend.Value.Total, trend.Value.PValue);
            Assert.InRange(trend.Value.PValue, 0, 1);
        }

        var bass = Bass.Fit(values).Then(fitted => fitted.Project(1 + (Math.Abs(seed) % 50)));
        Fuzz.Explained(bass);
        Fuzz.Finite(bass.Value ?? []);
    });
}
