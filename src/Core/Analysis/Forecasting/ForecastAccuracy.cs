namespace Clientele.Analysis.Forecasting;

/// <summary>How well forecasts came true.</summary>
/// <param name="Mape">The mean absolute percentage error, where 0.1 is 10 %; over the periods whose actual value is not zero.</param>
/// <param name="Wmape">The weighted error: the sum of the errors over the sum of the actual values.</param>
/// <param name="Periods">How many periods the mean is over.</param>
public sealed record ForecastErrors(double Mape, double Wmape, int Periods)
{
    /// <summary>The accuracy of the portfolio, 1 − WMAPE; negative when the errors exceed what was sold.</summary>
    public double Accuracy => 1 - Wmape;
}

/// <summary>Whether an override made a forecast better.</summary>
/// <param name="Baseline">The errors of what history suggested.</param>
/// <param name="Adjusted">The errors of what the person made of it.</param>
/// <param name="ValueAdded">The forecast value added: how much smaller the mean error became; negative when the override did harm.</param>
public sealed record OverrideEffect(ForecastErrors Baseline, ForecastErrors Adjusted, double ValueAdded);

/// <summary>Measures forecasts against what came.</summary>
public static class ForecastAccuracy
{
    private static readonly LocalizedText Forecasts = new("forecasts", "预测值");
    private static readonly LocalizedText Actuals = new("actual values", "实际值");

    /// <summary>Measures the errors of forecasts.</summary>
    /// <param name="forecasts">What was forecast.</param>
    /// <param name="actuals">What came, in the same order; not negative.</param>
    /// <returns>The errors, or why there are none.</returns>
    public static Finding<ForecastErrors> Of(IReadOnlyList<double> forecasts, IReadOnlyList<double> actuals)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        ArgumentNullException.ThrowIfNull(actuals);
        if (forecasts.Count != actuals.Count)
        {
            return Finding.Refused<ForecastErrors>(Unusable.Unequal(Forecasts, Actuals));
        }

        if (forecasts.Concat(actuals).Any(value => !double.IsFinite(value)))
        {
            return Finding.Refused<ForecastErrors>(Unusable.NotFinite(Forecasts));
        }

        var pairs = forecasts.Zip(actuals).Where(pair => pair.Second > 0).ToList();
        if (pairs.Count == 0 || actuals.Any(actual => actual < 0))
        {
            return Finding.Refused<ForecastErrors>(Unusable.NoBase(Actuals));
        }

        var mape = pairs.Average(pair => Math.Abs(pair.First - pair.Second) / pair.Second);
        var wmape = forecasts.Zip(actuals).Sum(pair => Math.Abs(pair.First - pair.Second)) / actuals.Sum();
        return double.IsFinite(mape) && double.IsFinite(wmape)
            ? Finding.Of(new ForecastErrors(mape, wmape, pairs.Count))
            : Finding.Refused<ForecastErrors>(Unusable.NotFinite(Forecasts));
    }

    /// <summary>Measures what an override did to a forecast.</summary>
    /// <param name="points">The forecast, both versions.</param>
    /// <param name="actuals">What came in the periods ahead so far; periods beyond it are left out.</param>
    /// <returns>The effect, or why it cannot be said.</returns>
    public static Finding<OverrideEffect> OfOverride(IReadOnlyList<ForecastPoint> points, IReadOnlyList<double> actuals)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(actuals);
        var known = Math.Min(points.Count, actuals.Count);
        return Of([.. points.Take(known).Select(point => point.Baseline)], [.. actuals.Take(known)]).Then(baseline =>
            Of([.. points.Take(known).Select(point => point.Adjusted)], [.. actuals.Take(known)]).Then(adjusted =>
                Finding.Of(new OverrideEffect(baseline, adjusted, baseline.Mape - adjusted.Mape))));
    }
}
