namespace Clientele.Analysis.Loyalty;

/// <summary>How a client is lost who does not say so.</summary>
/// <param name="MedianInterval">The median of his intervals between purchases, in days.</param>
/// <param name="Silence">Days since his last purchase.</param>
/// <param name="Lapsed">Whether the silence is longer than the rule allows.</param>
public sealed record Lapse(double MedianInterval, int Silence, bool Lapsed)
{
    /// <summary>Silence / median interval: 1 is as usual, 2.5 is two and a half times as long.</summary>
    public double Ratio => Silence / MedianInterval;

    /// <summary>Silence of more than twice the median interval, for clients without a contract.</summary>
    /// <param name="purchases">The days of his purchases; several on a day count once.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="factor">How many median intervals of silence are a lapse; 2 by default.</param>
    /// <returns>The lapse, or why there is none: with a single purchase there is no interval.</returns>
    public static Finding<Lapse> Of(IEnumerable<DateOnly> purchases, DateOnly asOf, double factor = 2)
    {
        ArgumentNullException.ThrowIfNull(purchases);
        int[] days = [.. purchases.Where(day => day <= asOf).Select(day => day.DayNumber).Distinct().Order()];
        if (days.Length < 2)
        {
            return Finding.Refused<Lapse>(TooFew.Of(new("purchases", "购买"), days.Length, 2));
        }

        int[] intervals = [.. days.Zip(days.Skip(1), (from, to) => to - from).Order()];
        var median = (intervals[(intervals.Length - 1) / 2] + intervals[intervals.Length / 2]) / 2.0;
        return OfInterval(median, asOf.DayNumber - days[^1], factor);
    }

    /// <summary>The same where the usual interval is known otherwise: by agreement, or from the class.</summary>
    /// <param name="medianInterval">The usual interval in days; above 0.</param>
    /// <param name="silence">Days since the last purchase; 0 or more.</param>
    /// <param name="factor">How many intervals of silence are a lapse.</param>
    /// <returns>The lapse, or why there is none.</returns>
    public static Finding<Lapse> OfInterval(double medianInterval, int silence, double factor = 2)
    {
        var reason = OutOfRange.Of(
            new Input(new("median interval in days", "中位间隔（天）"), medianInterval, 0.5, 1e6),
            new Input(new("days of silence", "沉默天数"), silence, 0, 1e6),
            new Input(new("factor of the lapse rule", "流失判定倍数"), factor, 1, 100));
        return reason is null ? Finding.Of(new Lapse(medianInterval, silence, silence > factor * medianInterval)) : Finding.Refused<Lapse>(reason);
    }
}

/// <summary>The clients lost in a period.</summary>
/// <param name="Rate">Those lost, of those at its start.</param>
/// <param name="InUsualBand">Whether the rate lies within the 20 to 50 % a year that the sources call usual; a band to compare with, not a law.</param>
public sealed record Churn(Proportion Rate, bool InUsualBand)
{
    /// <summary>Lost / start.</summary>
    /// <param name="lost">Clients lost during the period.</param>
    /// <param name="start">Clients at its start.</param>
    /// <returns>The churn, or why there is none.</returns>
    public static Finding<Churn> Of(long lost, long start) =>
        Proportion.Of(lost, start, new("clients at the start", "期初客户")).Then(rate => Finding.Of(new Churn(rate, rate.Share is >= 0.20 and <= 0.50)));
}
