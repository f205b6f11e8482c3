using Clientele.Analysis.PerceivedValue;

namespace Clientele.Analysis.Tests.PerceivedValue;

public sealed class PerceivedValueTests
{
    private static readonly Offer Offer = new(1000, [new("performance", .3, .8), new("quality", .3, .9), new("brand", .2, .6), new("after_sales", .2, .7)], 600, 50);
    private static readonly DeliveredValue Delivered = new(100, 30, 20, 10, 90, 10, 5, 5);

    [Fact]
    [Trait("Row", "S2-08")]
    public void Perceived_value_is_benefit_less_sacrifice()
    {
        var value = CustomerPerceivedValue.Of(Offer).Value!;
        Assert.Equal(0.77, value.Utility, 12);
        Assert.Equal((770m, 650m, 120m), (value.Benefit, value.Sacrifice, value.Value));
    }

    [Fact]
    [Trait("Row", "S2-08")]
    public void Improvements_are_ranked_by_what_the_client_gains_per_cost()
    {
        var ranked = CustomerPerceivedValue.Rank(Offer,
        [
            new("cheaper", 40, offer => offer with { Price = offer.Price - 40 }),
            new("after-sales .7 to .9", 10, offer => offer with { Factors = [.. offer.Factors.Take(3), new("after_sales", .2, .9)] }),
        ]).Value!;
        Assert.Equal([("after-sales .7 to .9", 40m, 4m), ("cheaper", 40m, 1m)], ranked.Select(entry => (entry.Improvement.Name, entry.Gain, entry.GainPerCost)));
    }

    [Fact]
    [Trait("Row", "S2-08")]
    public void Utilities_have_shapes_and_stay_between_0_and_1()
    {
        Assert.Equal(0.25, new Utility(UtilityShape.Linear, 0, 40).Of(10).Value);
        Assert.Equal(0.5, new Utility(UtilityShape.Saturating, 0, 40).Of(10).Value);
        Assert.Equal(0.0625, new Utility(UtilityShape.Accelerating, 0, 40).Of(10).Value);
        Assert.Equal(0.5, new Utility(UtilityShape.Threshold, 40, 0).Of(20).Value);
        Assert.Equal(1, new Utility(UtilityShape.Linear, 0, 40).Of(99).Value);
        Assert.Equal("no_scale", new Utility(UtilityShape.Linear, 1, 1).Of(1).Refusal!.Code);
        Assert.Equal("weights_sum", CustomerPerceivedValue.Of(Offer with { Factors = [new("performance", .5, .8)] }).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S2-09")]
    public void A_value_vector_has_a_magnitude_and_a_direction()
    {
        var vector = new ValueVector(3, 4, 12);
        var direction = vector.Direction().Value!;
        Assert.Equal(13, vector.Magnitude().Value, 12);
        Assert.Equal((.2308, .3077, .9231), (Math.Round(direction.Economic, 4), Math.Round(direction.Functional, 4), Math.Round(direction.Psychological, 4)));
        Assert.Equal((76.66, 72.08, 22.62), (Math.Round(direction.Angle(ValueAxis.Economic), 2), Math.Round(direction.Angle(ValueAxis.Functional), 2), Math.Round(direction.Angle(ValueAxis.Psychological), 2)));
        Assert.Equal(ValueAxis.Psychological, direction.Dominant);
        var other = new ValueVector(12, 4, 3);
        Assert.Equal(13, other.Magnitude().Value, 12);
        Assert.Equal(ValueAxis.Economic, other.Direction().Value!.Dominant);
        Assert.Equal(.5207, vector.SimilarityTo(other).Value, 4);
        Assert.Equal(new ValueVector(9, 0, -9), other.Since(vector));
    }

    [Fact]
    [Trait("Row", "S2-09")]
    public void The_zero_vector_has_magnitude_0_and_no_direction()
    {
        Assert.Equal(0, default(ValueVector).Magnitude().Value);
        Assert.Equal("no_direction", default(ValueVector).Direction().Refusal!.Code);
        Assert.Equal("no_direction", default(ValueVector).SimilarityTo(new(1, 1, 1)).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S4-12")]
    public void Delivered_value_is_total_value_less_total_cost()
    {
        Assert.Equal(50m, Delivered.Value().Value);
        Assert.Equal(1.45m, Math.Round(Delivered.Ratio().Value, 2));
        var quicker = Delivered with { Time = 4 };
        Assert.Equal(56m, quicker.Value().Value);
        var competitor = new DeliveredValue(95, 30, 20, 10, 90, 10, 5, 5);
        Assert.Equal(45m, competitor.Value().Value);
        Assert.Equal(5m, Delivered.LeadOver(competitor).Value);
        Assert.Equal(11m, quicker.LeadOver(competitor).Value);
        var ranked = Delivered.Rank([new("price", Delivered with { Money = 85 }, 5), new("time", quicker, 2)]).Value!;
        Assert.Equal([("time", 3m), ("price", 1m)], ranked.Select(entry => (entry.Lever.Name, entry.GainPerCost)));
    }

    [Fact]
    [Trait("Row", "S4-32")]
    public void Above_the_average_of_the_alternatives_a_client_buys_again()
    {
        var difference = Repurchase.Difference(50, [40, 44]).Value;
        Assert.Equal(8m, difference);
        Assert.Equal(.690, new Repurchase(.1).Probability((double)difference).Value, 3);
        Assert.Equal(.500, new Repurchase(.1).Probability(0).Value);
        Assert.Equal("too_few", Repurchase.Difference(50, []).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S4-32")]
    public void The_slope_is_fitted_on_what_clients_did()
    {
        // At +10 three of four bought again, at −10 one of four: ln 3 / 10.
        var decisions = Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? 10.0 : -10.0, i % 2 == 0 ? i % 8 != 0 : i % 8 == 1)).ToList();
        var model = Repurchase.Fit(decisions).Value!;
        Assert.Equal(Math.Log(3) / 10, model.Slope, 9);
        Assert.Equal(40, model.Observations);
        Assert.Equal("separated", Repurchase.Fit([.. Enumerable.Range(0, 30).Select(i => (i - 15.5, i > 15))]).Refusal!.Code);
        Assert.Equal("too_few", Repurchase.Fit([(1, true)]).Refusal!.Code);
        Assert.Equal("out_of_range", Repurchase.Fit([.. Enumerable.Repeat((0.0, true), 30)]).Refusal!.Code);
    }
}
