using Clientele.Analysis.RelationshipValue;

namespace Clientele.Analysis.Tests.RelationshipValue;

public sealed class RelationshipValueTests
{
    private static readonly RelationshipFlow Flow = new()
    {
        AcquisitionCost = 50,
        History = [new(200, 0.2m, 10), new(300, 0.2m, 10)],
        Expected = new(300, 0.2m, 10),
        Horizon = 3,
        Retention = 0.8m,
        Discount = 0.1m,
        Period = PeriodUnit.Year,
    };

    public static TheoryData<decimal, decimal, decimal, decimal, decimal, bool> Levers => new()
    {
        { 0.10m, 0.90m, 4.500m, 6.333m, 0.407m, true },
        { 0.10m, 0.80m, 2.667m, 3.400m, 0.275m, false },
        { 0.05m, 0.90m, 6.0m, 9.5m, 0.583m, true },
    };

    public static TheoryData<decimal, decimal, Balance> Balances => new()
    {
        { 120, 104.5m, Balance.WinWin },
        { -30, 200, Balance.FirmOnly },
        { 80, -10, Balance.ClientOnly },
        { 0, 0, Balance.LoseLose },
        { 0, 5, Balance.FirmOnly },
    };

    [Fact]
    [Trait("Row", "S1-03")]
    public void History_is_compounded_and_the_future_discounted()
    {
        var value = ClientRelationshipValue.Of(Flow).Value!;
        Assert.Equal((22.50m, 82.04m, 104.54m), (value.History, value.Future, value.Total));
        Assert.Equal(PeriodUnit.Year, value.Period);
        Assert.Empty(value.Notes);
    }

    [Fact]
    [Trait("Row", "S1-03")]
    public void Berger_and_nasrs_first_case_is_568_78() =>
        Assert.Equal(568.78m, RetentionValue.WithPromotion(260, 50, 0.75m, 0.20m, 10).Value);

    [Fact]
    [Trait("Row", "S1-03")]
    public void The_sensitivity_table_changes_one_assumption_at_a_time()
    {
        var rows = ClientRelationshipValue.Sensitivities(Flow);
        Assert.Equal(["retention", "discount", "margin", "volume"], rows.Select(row => row.Assumption));
        Assert.All(rows, row => Assert.Equal(22.50m, row.Down.Value!.History - (row.Assumption == "discount" ? row.Down.Value.History - 22.50m : 0)));
        Assert.All(rows.Where(row => row.Assumption != "discount"), row => Assert.True(row.Down.Value!.Total < 104.54m && row.Up.Value!.Total > 104.54m));
    }

    [Fact]
    [Trait("Row", "S1-03")]
    public void A_client_who_will_cost_more_than_he_brings_has_no_lifetime_value_and_a_relationship_value_that_says_so()
    {
        Assert.Equal("loss_making", RetentionValue.Of(-10, 0.9m, 0.1m).Refusal!.Code);
        Assert.Equal("loss_making", RetentionValue.WithPromotion(10, 50, 0.9m, 0.1m, 5).Refusal!.Code);
        var value = ClientRelationshipValue.Of(Flow with { Expected = new(100, 0.05m, 10) }).Value!;
        Assert.True(value.Future < 0);
        Assert.Equal("loss_making", Assert.Single(value.Notes).Code);
    }

    [Theory]
    [MemberData(nameof(Levers))]
    [Trait("Row", "S0-02")]
    public void Five_points_of_retention_are_worth_what_the_clients_own_numbers_say(decimal discount, decimal retention, decimal before, decimal after, decimal change, bool inBand)
    {
        var lever = RetentionLever.Raise(retention, discount).Value!;
        Assert.Equal((before, after, change), (Math.Round(lever.Before, 3), Math.Round(lever.After, 3), Math.Round(lever.Change, 3)));
        Assert.Equal(inBand, lever.InReichheldsBand);
    }

    [Fact]
    [Trait("Row", "S0-02")]
    public void Nobody_is_kept_more_often_than_always()
    {
        Assert.Equal(1m, RetentionLever.Raise(0.98m, 0.1m).Value!.To);
        Assert.Equal("value_unbounded", RetentionLever.Raise(0.98m, 0).Refusal!.Code);
        Assert.True(RetentionLever.Raise(0.98m, 0, horizon: 5).IsKnown);
        Assert.Equal("no_base", RetentionLever.Raise(0, 0.1m).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S1-04")]
    public void Project_clients_pause_and_return()
    {
        Assert.Equal([1m, 0.3m, 0.23m, 0.167m], MigrationModel.Purchases([0.3m, 0.2m, 0.1m], 3).Value!);
        Assert.Equal(158.83m, MigrationModel.Value([0.3m, 0.2m, 0.1m], 100, 0, 0.1m, 3).Value);
    }

    [Fact]
    [Trait("Row", "S1-04")]
    public void The_probabilities_of_returning_are_counted_from_contracts_and_open_pauses_count_as_far_as_they_go()
    {
        // Ten clients bought in period 0: three returned after one period, one after two; nobody bought again by period 2.
        var clients = Enumerable.Range(0, 10).Select(i => (IReadOnlyCollection<int>)(i < 3 ? [0, 1] : i == 3 ? [0, 2] : [0]));
        var estimate = MigrationModel.Estimate(clients, 2, 2).Value!;
        Assert.Equal(new ReturnProbability(3m / 13, 13), estimate[0]);
        Assert.Equal(new ReturnProbability(1m / 7, 7), estimate[1]);
        Assert.Equal("too_few", MigrationModel.Estimate([[0], [0]], 5, 2).Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S0-04")]
    public void The_share_of_the_portfolio_is_weighted_and_an_unknown_wallet_is_not_zero()
    {
        Wallet a = new("A", "design", 150, new(500, new(2026, 1, 1), "annual report", 0.8)), b = new("B", "design", 100, new(200, new(2026, 1, 1), "interview", 0.5));
        var share = ShareOfWallet.Of(a).Value!;
        Assert.Equal((0.30m, 350m), (share.Share, share.Headroom));
        var portfolio = WalletPortfolio.Of([b, a, new("C", "design", 10, null)]).Value!;
        Assert.Equal(0.357m, Math.Round(portfolio.Share, 3));
        Assert.Equal(["A", "B"], portfolio.ByHeadroom.Select(entry => entry.Client));
        Assert.Equal(("C", "no_estimate"), (portfolio.Unknown[0].Wallet.Client, portfolio.Unknown[0].Reason.Code));
        Assert.Equal("estimate_outdated", ShareOfWallet.Of(a with { Ours = 600 }).Refusal!.Code);
        Assert.Equal(0.25m, WalletPortfolio.MarketShare(250, 1000).Value);
    }

    [Fact]
    [Trait("Row", "S0-06")]
    public void The_profit_of_a_loyal_year_splits_into_components_that_sum_to_the_ledger()
    {
        TenureYear first = new(100, 88, 68), third = new(140, 125.2m, 90.2m, Referral: 10);
        var profit = LoyaltyProfit.Split(first, third).Value!;
        Assert.Equal(new LoyaltyProfit(0, 20, 8, 5, 10, 2), profit);
        Assert.Equal((45m, third.Profit), (profit.Total, profit.Total));
        Assert.Equal(-7m, LoyaltyProfit.Split(first, first with { Acquisition = 7 }).Value!.Acquisition);
    }

    [Fact]
    [Trait("Row", "S0-06")]
    public void Discounts_and_costs_of_the_tenure_cohorts_are_the_evidence_for_or_against()
    {
        var cohorts = TenureCohort.Of([(1, new(100, 88, 26.4m)), (2, new(100, 90, 22.5m)), (3, new(100, 92, 18.4m))]).Value!;
        Assert.Equal((0.12m, 0.08m), (cohorts[0].Discount, cohorts[2].Discount));
        Assert.Equal((0.30m, 0.20m), (cohorts[0].CostToServe, cohorts[2].CostToServe));
        Assert.Equal(Direction.Falling, TenureCohort.Trend(cohorts, cohort => cohort.Discount).Value);
        Assert.Equal(Direction.Falling, TenureCohort.Trend(cohorts, cohort => cohort.CostToServe).Value);
        Assert.Equal(Direction.Rising, TenureCohort.Trend(cohorts, cohort => -cohort.Discount).Value);
    }

    [Theory]
    [MemberData(nameof(Balances))]
    [Trait("Row", "S2-22")]
    public void A_gain_of_nothing_is_no_win(decimal forClient, decimal forFirm, Balance balance) =>
        Assert.Equal(balance, MutualValue.Of("A", forClient, forFirm).Balance);

    [Theory]
    [InlineData(60, 20, false)]
    [InlineData(100, -20, true)]
    [InlineData(80, 0, true)]
    [Trait("Row", "S2-43")]
    public void A_client_is_at_risk_when_the_competitors_advantage_outweighs_what_keeps_him(decimal advantage, decimal margin, bool atRisk)
    {
        var found = SwitchingBarriers.Of([new(BarrierKind.Contractual, 50), new(BarrierKind.Technical, 30)], advantage).Value!;
        Assert.Equal((80m, margin, atRisk), (found.Barriers, found.Margin, found.AtRisk));
    }

    [Fact]
    [Trait("Row", "S2-43")]
    public void A_client_without_a_reason_to_stay_is_listed_not_rated() =>
        Assert.Equal("no_reason_to_stay", SwitchingBarriers.Of([], 10).Refusal!.Code);

    [Fact]
    [Trait("Row", "S4-15")]
    public void More_investment_that_brings_less_than_it_costs_is_red()
    {
        var found = KeyAccountReturn.Between(new(10, 15, 5, 45), new(20, 25, 5, 50)).Value!;
        Assert.Equal((1.50m, 1.00m, 0.25m, true), (found.Earlier, found.Later, found.Marginal, found.Red));
        Assert.Equal(0.05m, KeyAccountReturn.ExcessDiscount(100, 14, 0.09m).Value);
        Assert.Equal("nothing_invested", KeyAccountReturn.Between(default, new(1, 0, 0, 1)).Refusal!.Code);
    }
}
