namespace Clientele.Plugins.Tests;

public sealed class ComputationTests
{
    [Theory]
    [Trait("Row", "S1-02")]
    [InlineData("11330100002489012E", 11)]
    [InlineData("12330000470000003E", 12)]
    [InlineData("91330100799655058B", 91)]
    [InlineData("91330100799655058C", null)]
    [InlineData("91330100799655058", null)]
    [InlineData("9133010079965505ZB", null)]
    [InlineData(null, null)]
    public void The_registration_class_is_read_only_from_a_code_that_passes_its_check(string? code, int? expected)
    {
        var result = Compute(Industry.Contractor, "contractor.registration_class", text: code);

        Assert.Equal((decimal?)expected, result.Value);
        Assert.NotEmpty(result.Reasons);
    }

    [Theory]
    [Trait("Row", "S1-02")]
    [InlineData("K70", 70)]
    [InlineData("K7010", 70)]
    [InlineData("7010", 70)]
    [InlineData("E47", 47)]
    [InlineData("K", null)]
    [InlineData("", null)]
    public void The_industry_division_is_the_two_digits_of_the_code(string code, int? expected) =>
        Assert.Equal((decimal?)expected, Compute(Industry.Contractor, "contractor.industry_division", text: code).Value);

    [Fact]
    [Trait("Row", "S0-11")]
    public void A_plan_of_two_in_each_track_with_two_one_and_none_done_is_half_kept()
    {
        decimal? Number(string name) => name switch
        {
            "design_institute.capability_briefing_this_year" => 2,
            "design_institute.service_showcase_this_year" => 1,
            "design_institute.value_added_service_this_year" => 0,
            _ => 2,
        };

        Assert.Equal(1m, Compute(Industry.DesignInstitute, "design_institute.capability_briefing_coverage", Number).Value);
        Assert.Equal(0.5m, Compute(Industry.DesignInstitute, "design_institute.service_showcase_coverage", Number).Value);
        Assert.Equal(0m, Compute(Industry.DesignInstitute, "design_institute.value_added_service_coverage", Number).Value);
        Assert.Equal(0.5m, Compute(Industry.DesignInstitute, "design_institute.key_care_coverage", Number).Value);
    }

    [Fact]
    [Trait("Row", "S0-11")]
    public void A_dinner_counts_for_no_track()
    {
        var tracks = Industry.DesignInstitute.Registered.AllMeasures.OfType<FactMeasure>().Where(it => it.Name.EndsWith("_this_year", StringComparison.Ordinal)).ToList();

        Assert.Equal(3, tracks.Count);
        Assert.All(tracks, track => Assert.Equal(TouchpointRoles.None, track.Roles));
        Assert.All(tracks, track => Assert.Single(track.Kinds));
    }

    [Fact]
    public void Without_a_plan_there_is_no_coverage_rather_than_a_guess()
    {
        var result = Compute(Industry.DesignInstitute, "design_institute.key_care_coverage", name => name.EndsWith("_this_year", StringComparison.Ordinal) ? 1 : null);

        Assert.Null(result.Value);
        Assert.Single(result.Reasons);
    }

    [Theory]
    [Trait("Row", "S1-12")]
    [InlineData(350, 100, 300, 0, 46)] // 100 of 15 days at 1 %, 200 of 91 days at 10 %, 50 of 394 days at 50 %
    [InlineData(350, 100, 300, 50, 21)] // a payment of 50 settles the oldest debt first
    [InlineData(350, 100, 300, 350, 0)]
    [InlineData(350, 100, 300, 400, 0)]
    public void The_expected_loss_follows_from_the_age_of_what_is_unpaid(int due, int due90, int due365, int received, int loss)
    {
        decimal? Facts(string name) => name switch
        {
            "contractor.due" => due,
            "contractor.due_90d" => due90,
            "contractor.due_365d" => due365,
            "contractor.received" => received,
            _ => Compute(Industry.Contractor, name, Facts).Value,
        };

        Assert.Equal(loss, Compute(Industry.Contractor, "contractor.expected_loss", Facts).Value);
    }

    [Fact]
    [Trait("Row", "S1-12")]
    public void Nobody_asks_for_money_while_a_repair_is_open()
    {
        var demands = Industry.Contractor.Registered.AllLetters.Where(letter => letter.Name.StartsWith("contractor.demand_", StringComparison.Ordinal)).ToList();
        var guard = Industry.Contractor.Registered.AllGuards.Single(it => it.Name == "contractor.repair_before_money");

        Assert.Equal(3, demands.Count);
        Assert.All(demands, letter => Assert.Contains($"letter.name != '{letter.Name}'", guard.AllowedWhen, StringComparison.Ordinal));
        Assert.Empty(guard.OverridableBy);
    }

    [Fact]
    [Trait("Row", "S1-10")]
    public void Three_of_twelve_bids_is_a_quarter_and_nine_thousand_of_thirty_thousand_is_three_tenths()
    {
        decimal? Facts(string name) => name switch
        {
            "contractor.bids_submitted" => 12,
            "contractor.bids_won" => 3,
            "contractor.bid_value" => 30_000,
            "contractor.won_value" => 9_000,
            _ => null,
        };

        Assert.Equal(0.25m, Compute(Industry.Contractor, "contractor.hit_rate", Facts).Value);
        Assert.Equal(0.30m, Compute(Industry.Contractor, "contractor.hit_rate_by_value", Facts).Value);
        Assert.Null(Compute(Industry.Contractor, "contractor.hit_rate", _ => 0).Value);
    }

    [Theory]
    [Trait("Row", "S2-49")]
    [InlineData(0, 0.374, 1)]
    [InlineData(2_500, 0.583, 0)]
    public void A_million_at_three_and_a_half_per_cent_over_thirty_years_costs_4490_45_a_month(int otherDebt, double debtRatio, int within)
    {
        decimal? Facts(string name) => name switch
        {
            "real_estate.loan_amount" => 1_000_000,
            "real_estate.loan_rate" => 0.035m,
            "real_estate.loan_months" => 360,
            "real_estate.monthly_income" => 12_000,
            "real_estate.monthly_debt" => otherDebt,
            _ => Compute(Industry.RealEstate, name, Facts).Value,
        };

        Assert.Equal(4_490.45m, Facts("real_estate.monthly_payment"));
        Assert.Equal(5_694.44m, Facts("real_estate.first_payment"));
        Assert.Equal(0.374m, Math.Round(Facts("real_estate.housing_ratio")!.Value, 3));
        Assert.Equal((decimal)debtRatio, Math.Round(Facts("real_estate.debt_ratio")!.Value, 3));
        Assert.Equal(within, Facts("real_estate.plan_within_limits"));
    }

    [Fact]
    [Trait("Row", "S2-49")]
    public void A_loan_without_interest_is_paid_back_in_equal_parts()
    {
        static decimal? Facts(string name) => name switch
        {
            "real_estate.loan_amount" => 360_000,
            "real_estate.loan_rate" => 0,
            "real_estate.loan_months" => 360,
            _ => null,
        };

        Assert.Equal(1_000m, Compute(Industry.RealEstate, "real_estate.monthly_payment", Facts).Value);
        Assert.Equal(0m, Compute(Industry.RealEstate, "real_estate.interest_level", Facts).Value);
        Assert.Null(Compute(Industry.RealEstate, "real_estate.monthly_payment", _ => null).Value);
        Assert.Equal(0m, Compute(Industry.RealEstate, "real_estate.plan_within_limits", _ => null).Value);
    }

    [Fact]
    [Trait("Row", "S2-16")]
    public void Four_hundred_and_fifty_earned_of_five_hundred_planned_at_four_hundred_and_eighty_is_point_nine()
    {
        static decimal? Facts(string name) => name switch
        {
            "design_institute.planned_value" => 500,
            "design_institute.earned_value" => 450,
            "design_institute.actual_cost" => 480,
            _ => null,
        };

        Assert.Equal(0.90m, Compute(Industry.DesignInstitute, "design_institute.spi", Facts).Value);
        Assert.Equal(0.9375m, Compute(Industry.DesignInstitute, "design_institute.cpi", Facts).Value);
        Assert.Null(Compute(Industry.DesignInstitute, "design_institute.spi", _ => 0).Value);
    }

    private static MeasureResult Compute(Industry industry, string measure, Func<string, decimal?>? number = null, string? text = null)
    {
        var computed = industry.Registered.AllMeasures.OfType<ComputedMeasure>().Single(it => it.Name == measure);
        return computed.Computation.Compute(new(default, new(2025, 12, 31), number ?? (_ => null), _ => text));
    }
}
