namespace Clientele.Analysis.Forecasting;

/// <summary>Where smoothing ended.</summary>
/// <param name="Level">The smoothed level of the last period, above 0.</param>
/// <param name="Trend">The smoothed change per period.</param>
/// <param name="Alpha">The weight of the newest level, above 0 and below 1.</param>
/// <param name="Beta">The weight of the newest trend, above 0 and below 1.</param>
/// <param name="Error">The mean squared error of the forecasts one period ahead.</param>
public sealed record HoltLevel(double Level, double Trend, double Alpha, double Beta, double Error);

/// <summary>Holt's linear exponential smoothing: C. C. Holt, Forecasting seasonals and trends by exponentially weighted moving averages, 1957.</summary>
public static class HoltSmoothing
{
    private const int Steps = 19;

    /// <summary>Smooths a history with the weights that would have forecast it best, among multiples of 0.05.</summary>
    /// <param name="history">The values of consecutive periods, the oldest first; at least four, finite.</param>
    /// <returns>Level and trend, or why there are none. Of weights that do equally well the smaller are taken.</returns>
    public static Finding<HoltLevel> Fit(IReadOnlyList<double> history)
    {
        ArgumentNullException.ThrowIfNull(history);
        if (history.Count < 4)
        {
            return Finding.Refused<HoltLevel>(TooFew.Of(new("periods of history", "历史期数"), history.Count, 4));
        }

        var best = Enumerable.Range(1, Steps).SelectMany(alpha => Enumerable.Range(1, Steps).Select(beta => Smooth(history, alpha / 20.0, beta / 20.0))).MinBy(run => run.Error)!;
        return best.Level > 0 && double.IsFinite(best.Error) && double.IsFinite(best.Level) && double.IsFinite(best.Trend)
            ? Finding.Of(best)
            : Finding.Refused<HoltLevel>(Unusable.NoBase(new("smoothed level", "平滑后的水平")));
    }

    private static HoltLevel Smooth(IReadOnlyList<double> history, double alpha, double beta)
    {
        var (level, trend, squares) = (history[1], history[1] - history[0], 0.0);
        for (var index = 2; index < history.Count; index++)
        {
            var error = history[index] - level - trend;
            squares += error * error;
            var next = (alpha * history[index]) + ((1 - alpha) * (level + trend));
            trend = (beta * (next - level)) + ((1 - beta) * trend);
            level = next;
        }

        return new HoltLevel(level, trend, alpha, beta, squares / (history.Count - 2));
    }
}
