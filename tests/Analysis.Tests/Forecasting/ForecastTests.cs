using Clientele.Analysis.Forecasting;

namespace Clientele.Analysis.Tests.Forecasting;

public sealed class ForecastTests
{
    private static readonly DateOnly Day = new(2010, 12, 31);
    private static readonly RateOverride Cautious = new(0.15, "周岚", "市场趋缓", Day, new(2011, 12, 31));

    [Fact]
    [Trait("Row", "S4-25")]
    public void Growth_goes_on_and_an_override_takes_its_place_with_both_kept()
    {
        var plain = Forecast.Of([2200, 3000], 2, Day).Value!;
        Assert.Equal(0.3636, plain.Trend.Rate, 4);
        Assert.Equal([4090.9, 5578.5], plain.Points.Select(point => Math.Round(point.Baseline, 1)));

        var adjusted = Forecast.Of([2200, 3000], 2, Day, decided: Cautious).Value!;
        Assert.Equal([3450.0, 3967.5], adjusted.Points.Select(point => Math.Round(point.Adjusted, 4)));
        Assert.Equal([4090.9, 5578.5], adjusted.Points.Select(point => Math.Round(point.Baseline, 1)));
    }

    [Fact]
    [Trait("Row", "S4-25")]
    public void What_came_shows_what_the_override_was_worth()
    {
        var effect = ForecastAccuracy.OfOverride(Forecast.Of([2200, 3000], 2, Day, decided: Cautious).Value!.Points, [3500]).Value!;

        Assert.Equal((0.169, 0.014), (Math.Round(effect.Baseline.Mape, 3), Math.Round(effect.Adjusted.Mape, 3)));
        Assert.Equal(0.155, effect.ValueAdded, 3);
    }

    [Fact]
    [Trait("Row", "S4-25")]
    public void Without_an_override_or_after_it_expired_the_baseline_returns()
    {
        var expired = Forecast.Of([2200, 3000], 1, new(2012, 1, 1), decided: Cautious).Value!;

        Assert.Null(expired.Override);
        Assert.Equal(expired.Points[0].Baseline, expired.Points[0].Adjusted);
    }

    [Fact]
    [Trait("Row", "S4-25")]
    public void An_override_without_a_reason_an_author_or_time_to_hold_is_refused()
    {
        Assert.Equal("override_without_reason", Forecast.Of([1, 2], 1, Day, decided: Cautious with { Reason = " " }).Refusal!.Code);
        Assert.Equal("override_without_author", Forecast.Of([1, 2], 1, Day, decided: Cautious with { Author = "" }).Refusal!.Code);
        Assert.Equal("override_expires_first", (Cautious with { Expires = Day.AddDays(-1) }).Check().Refusal!.Code);
        Assert.Equal("override_rate", (Cautious with { Rate = double.NaN }).Check().Refusal!.Code);
    }

    [Fact]
    [Trait("Row", "S4-25")]
    public void A_log_linear_fit_finds_the_rate_of_a_geometric_series() =>
        Assert.Equal(0.2, ChangeRate.Of([100, 120, 144, 172.8], ForecastMethod.LogLinear).Value!.Rate, 9);

    [Fact]
    [Trait("Row", "S4-25")]
    public void Holt_continues_a_straight_line()
    {
        var found = Forecast.Of([100, 110, 120, 130, 140], 3, Day, ForecastMethod.Holt).Value!;

        Assert.Equal([150.0, 160, 170], found.Points.Select(point => Math.Round(point.Baseline, 6)));
    }

    [Theory]
    [InlineData(ForecastMethod.Growth, "too_few", 5.0)]
    [InlineData(ForecastMethod.LogLinear, "too_few", 5.0, 6.0)]
    [InlineData(ForecastMethod.Holt, "too_few", 5.0, 6.0, 7.0)]
    [InlineData(ForecastMethod.Growth, "no_base", 0.0, 6.0)]
    [InlineData(ForecastMethod.LogLinear, "no_base", 5.0, 0.0, 6.0)]
    [InlineData(ForecastMethod.Holt, "no_base", 0.0, 0.0, 0.0, 0.0)]
    [InlineData(ForecastMethod.Growth, "not_finite", 5.0, double.NaN)]
    public void A_history_that_gives_no_rate_says_why(ForecastMethod method, string code, params double[] history) =>
        Assert.Equal(code, ChangeRate.Of(history, method).Refusal!.Code);

    [Fact]
    public void Whatever_the_history_a_forecast_is_finite_and_not_negative() => Fuzz.Numbers((values, seed) =>
    {
        var found = Forecast.Of(values, 1 + (Math.Abs(seed) % 30), Day, (ForecastMethod)(Math.Abs(seed) % 3), seed > 0 ? Cautious with { Rate = seed / 1000.0 } : null);
        Fuzz.Explained(found);
        if (found.IsKnown)
        {
            Fuzz.Finite(found.Value.Points.SelectMany(point => new[] { point.Baseline, point.Adjusted }));
            Assert.All(found.Value.Points, point => Assert.True(point is { Baseline: >= 0, Adjusted: >= 0 }));
            var errors = ForecastAccuracy.OfOverride(found.Value.Points, values);
            Fuzz.Explained(errors);
            if (errors.IsKnown)
            {
                Fuzz.Finite(errors.Value.ValueAdded, errors.Value.Adjusted.Accuracy);
            }
        }
    });
}
