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

    private static MeasureResult Compute(Industry industry, string measure, Func<string, decimal?>? number = null, string? text = null)
    {
        var computed = industry.Registered.AllMeasures.OfType<ComputedMeasure>().Single(it => it.Name == measure);
        return computed.Computation.Compute(new(default, new(2025, 12, 31), number ?? (_ => null), _ => text));
    }
}
