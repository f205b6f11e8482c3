using Clientele.Analysis.CostLedger;

namespace Clientele.Analysis.Tests.CostLedger;

public sealed class CostLedgerTests
{
    [Fact]
    [Trait("Row", "S0-01")]
    public void Winning_a_client_costs_five_times_as_much_money_and_ten_times_as_many_hours_as_keeping_one()
    {
        var ratio = CostRatio.Of(new(500_000, 1_200), 10, new(900_000, 1_080), 90, 5, 10).Value!;
        Assert.Equal((50_000m, 10_000m, 5.00m), (ratio.Dear.Money, ratio.Cheap.Money, ratio.Money.Value));
        Assert.Equal((120m, 12m, 10.0m), (ratio.Dear.Hours, ratio.Cheap.Hours, ratio.Hours.Value));
    }

    [Fact]
    [Trait("Row", "S0-01")]
    public void Without_a_new_client_the_cost_of_one_is_undefined()
    {
        Assert.Equal("no_effect", CostRatio.Of(new(500_000), 0, new(900_000), 90, 5, 10).Refusal!.Code);
        Assert.Equal("nothing_spent", CostRatio.Of(new(500_000), 10, default, 90, 5, 10).Value!.Money.Refusal!.Code);
        Assert.Equal("out_of_range", CostPerEffect.Of(new(-1), 1).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S3-07")]
    public void Attack_is_compared_with_defence_and_with_the_band()
    {
        var ratio = CostRatio.Of(new(800), 20, new(300), 50, 5, 8).Value!;
        Assert.Equal((40m, 6m, 6.67m), (ratio.Dear.Money, ratio.Cheap.Money, Math.Round(ratio.Money.Value, 2)));
        Assert.True(ratio.InBand);
    }

    [Fact]
    [Trait("Row", "S3-07")]
    public void Budget_goes_where_the_next_unit_does_more()
    {
        var mix = BudgetMix.Of(new(800, 20), new(900, 21), new(300, 50), new(400, 54)).Value!;
        Assert.Equal((0.01m, 0.04m, MarketingStance.Defensive), (mix.Offensive, mix.Defensive, mix.Better));
        Assert.Equal("no_more_spent", BudgetMix.Of(new(800, 20), new(800, 21), new(300, 50), new(400, 54)).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S2-54")]
    public void A_budget_is_red_above_ten_percent()
    {
        var budget = Budget.Of(100, 112).Value!;
        Assert.Equal((0.12m, true), (budget.Deviation, budget.Red));
        Assert.False(Budget.Of(100, 110).Value!.Red);
        Assert.Equal("out_of_range", Budget.Of(0, 10).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S2-54")]
    public void Cost_to_serve_is_hours_at_a_rate_and_what_was_paid_out() =>
        Assert.Equal(6_500m, Budget.CostToServe(new(500, 40), 150).Value);
}
