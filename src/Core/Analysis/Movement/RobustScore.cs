namespace Clientele.Analysis.Movement;

/// <summary>How a value was judged against its history.</summary>
public enum ScoreBasis
{
    /// <summary>By the median absolute deviation.</summary>
    MedianDeviation,

    /// <summary>By the mean absolute deviation, because more than half of the history is the same value.</summary>
    MeanDeviation,

    /// <summary>By the relative change, because all of the history is the same value and there is nothing to score against.</summary>
    ConstantHistory,
}

/// <summary>How unusual a value is.</summary>
/// <param name="Median">The median of the history.</param>
/// <param name="Deviation">The deviation it is measured in; 0 for a constant history.</param>
/// <param name="Z">The modified z-score; <see langword="null"/> for a constant history.</param>
/// <param name="Basis">How it was judged.</param>
/// <param name="Flagged">Whether it is so far off that somebody should look.</param>
public sealed record MovementScore(double Median, double Deviation, double? Z, ScoreBasis Basis, bool Flagged);

/// <summary>From where on a movement is unusual, and how much history is needed to say so.</summary>
/// <param name="Z">The modified z-score beyond which a value is flagged; 3.5 by default.</param>
/// <param name="Change">The relative change beyond which a value is flagged when all of the history is the same; 0.3 by default.</param>
/// <param name="Periods">The periods of history below which a client is new and not judged; 6 by default, at least 3.</param>
/// <param name="SegmentMembers">The clients a segment needs before its own movement is taken off theirs; 3 by default.</param>
/// <param name="SegmentChange">The relative change from which a segment as a whole is noted; 0.1 by default.</param>
public sealed record MovementLimits(double Z = 3.5, double Change = 0.3, int Periods = 6, int SegmentMembers = 3, double SegmentChange = 0.1);

/// <summary>The modified z-score: B. Iglewicz and D. C. Hoaglin, How to detect and handle outliers, 1993.</summary>
public static class RobustScore
{
    /// <summary>Scores a value against the values before it: z = 0.6745·(x − median)/MAD, or (x − median)/(1.253314·mean absolute deviation) when the MAD is zero.</summary>
    /// <param name="history">The values before, at least <see cref="MovementLimits.Periods"/>.</param>
    /// <param name="value">The value to judge.</param>
    /// <param name="limits">The limits; the defaults when left out.</param>
    /// <returns>The score, or why there is none.</returns>
    public static Finding<MovementScore> Of(IReadOnlyList<double> history, double value, MovementLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        limits ??= new MovementLimits();
        if (history.Count < Math.Max(limits.Periods, 3))
        {
            return Finding.Refused<MovementScore>(TooFew.Of(new("periods of history", "历史期数"), history.Count, Math.Max(limits.Periods, 3)));
        }

        if (history.Append(value).Any(one => !double.IsFinite(one) || Math.Abs(one) > 1e150))
        {
            return Finding.Refused<MovementScore>(Unusable.NotFinite(new("history", "历史数据")));
        }

        var median = Middle.Of(history);
        var deviations = history.Select(one => Math.Abs(one - median)).ToList();
        var (mad, mean) = (Middle.Of(deviations), deviations.Average());
        return Finding.Of(
            Score(0.6745, mad) is { } robust ? new MovementScore(median, mad, robust, ScoreBasis.MedianDeviation, Math.Abs(robust) > limits.Z)
            : Score(1 / 1.253314, mean) is { } plain ? new MovementScore(median, mean, plain, ScoreBasis.MeanDeviation, Math.Abs(plain) > limits.Z)
            : new MovementScore(median, 0, null, ScoreBasis.ConstantHistory, Math.Abs(value - median) > limits.Change * Math.Abs(median)));

        double? Score(double scale, double deviation) =>
            deviation > 0 && scale * (value - median) / deviation is var z && double.IsFinite(z) ? z : null;
    }
}
