using MathNet.Numerics;

namespace Clientele.Analysis.Forecasting;

/// <summary>How a change rate is read from history.</summary>
public enum ForecastMethod
{
    /// <summary>The last value against the one before.</summary>
    Growth,

    /// <summary>The slope of the logarithms by ordinary least squares: the mean rate of the whole history.</summary>
    LogLinear,

    /// <summary>Holt's linear exponential smoothing (1957): the recent level and trend.</summary>
    Holt,
}

/// <summary>The change rate that a history suggests.</summary>
/// <param name="Method">How it was read.</param>
/// <param name="Level">What the forecast starts from: the last value, or for Holt the smoothed level.</param>
/// <param name="Rate">The change of one period, where 0.1 is a rise of 10 %.</param>
public sealed record TrendRate(ForecastMethod Method, double Level, double Rate);

/// <summary>Reads change rates from histories.</summary>
public static class ChangeRate
{
    private static readonly LocalizedText History = new("history", "历史数据");

    /// <summary>Reads the change rate.</summary>
    /// <param name="history">The values of consecutive periods, the oldest first.</param>
    /// <param name="method">How: growth needs 2 values, the log-linear fit 3 and Holt 4.</param>
    /// <returns>The rate, or why there is none: too short a history, or values a rate cannot be taken of.</returns>
    public static Finding<TrendRate> Of(IReadOnlyList<double> history, ForecastMethod method)
    {
        ArgumentNullException.ThrowIfNull(history);
        var need = method switch { ForecastMethod.Growth => 2, ForecastMethod.LogLinear => 3, _ => 4 };
        if (history.Count < need)
        {
            return Finding.Refused<TrendRate>(TooFew.Of(new("periods of history", "历史期数"), history.Count, need));
        }

        if (history.Any(value => !double.IsFinite(value)))
        {
            return Finding.Refused<TrendRate>(Unusable.NotFinite(History));
        }

        var found = method switch
        {
            ForecastMethod.Growth => Growth(history),
            ForecastMethod.LogLinear => LogLinear(history),
            _ => HoltSmoothing.Fit(history).Then(holt => Rate(method, holt.Level, holt.Trend / holt.Level)),
        };
        return found;
    }

    private static Finding<TrendRate> Growth(IReadOnlyList<double> history) =>
        history[^1] >= 0 && history[^2] > 0
            ? Rate(ForecastMethod.Growth, history[^1], (history[^1] / history[^2]) - 1)
            : Finding.Refused<TrendRate>(Unusable.NoBase(new("value of the period before", "上期数值")));

    private static Finding<TrendRate> LogLinear(IReadOnlyList<double> history)
    {
        if (history.Any(value => value <= 0))
        {
            return Finding.Refused<TrendRate>(Unusable.NoBase(new("value of a period", "某期数值")));
        }

        var (_, slope) = Fit.Line([.. Enumerable.Range(0, history.Count).Select(index => (double)index)], [.. history.Select(value => Math.Log(value))]);
        return Rate(ForecastMethod.LogLinear, history[^1], Math.Exp(slope) - 1);
    }

    private static Finding<TrendRate> Rate(ForecastMethod method, double level, double rate) =>
        double.IsFinite(level) && double.IsFinite(rate)
            ? Finding.Of(new TrendRate(method, level, rate))
            : Finding.Refused<TrendRate>(Unusable.NotFinite(History));
}
