namespace Clientele.Analysis.Forecasting;

/// <summary>A period of a forecast, with both versions side by side.</summary>
/// <param name="Step">How many periods ahead, from 1.</param>
/// <param name="Baseline">What history alone suggests; never below 0.</param>
/// <param name="Adjusted">What the override makes of it; the baseline where none holds.</param>
public sealed record ForecastPoint(int Step, double Baseline, double Adjusted);

/// <summary>A forecast that a person may override.</summary>
/// <param name="Trend">What history suggests.</param>
/// <param name="Override">The override that holds; <see langword="null"/> for none.</param>
/// <param name="Points">The periods ahead.</param>
public sealed record Forecast(TrendRate Trend, RateOverride? Override, IReadOnlyList<ForecastPoint> Points)
{
    /// <summary>Forecasts the periods after a history: F(t+k) = F(t)·(1+g)^k, for Holt level + k·trend.</summary>
    /// <param name="history">The values of consecutive periods, the oldest first.</param>
    /// <param name="horizon">How many periods ahead, 1 to 120.</param>
    /// <param name="asOf">The day of the forecast, on which an override holds or has expired.</param>
    /// <param name="method">How history is read.</param>
    /// <param name="decided">A person's override; none by default. One that does not hold on the day changes nothing.</param>
    /// <returns>The forecast, or why there is none. An override starts from the last value of the history.</returns>
    public static Finding<Forecast> Of(IReadOnlyList<double> history, int horizon, DateOnly asOf, ForecastMethod method = ForecastMethod.Growth, RateOverride? decided = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (horizon is < 1 or > 120)
        {
            return Finding.Refused<Forecast>(Unusable.OutOfRange(new("horizon", "预测期数"), horizon, 1, 120));
        }

        if (decided?.Check() is { IsKnown: false } refused)
        {
            return Finding.Refused<Forecast>(refused.Refusal);
        }

        return ChangeRate.Of(history, method).Then(trend =>
        {
            var holding = decided is not null && decided.HoldsOn(asOf) ? decided : null;
            var points = Enumerable.Range(1, horizon).Select(step =>
            {
                var baseline = Baseline(trend, step);
                return new ForecastPoint(step, baseline, holding is null ? baseline : Math.Max(0, history[^1]) * Math.Pow(1 + holding.Rate, step));
            }).ToList();
            return points.All(point => double.IsFinite(point.Baseline) && double.IsFinite(point.Adjusted))
                ? Finding.Of(new Forecast(trend, holding, points))
                : Finding.Refused<Forecast>(Unusable.NotFinite(new("forecast", "预测值")));
        });
    }

    private static double Baseline(TrendRate trend, int step) => trend.Method == ForecastMethod.Holt
        ? Math.Max(0, trend.Level * (1 + (step * trend.Rate)))
        : trend.Level * Math.Pow(1 + trend.Rate, step);
}
