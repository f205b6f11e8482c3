namespace Clientele.Analysis.PerceivedValue;

/// <summary>
/// A client buys again when what he gets is above the average of what he could get (the comparison level for alternatives of Thibaut and Kelley, The Social Psychology of Groups, 1959):
/// P = 1/(1 + e^(−slope × difference)), so that equal is one half.
/// </summary>
/// <param name="Slope">How steeply the probability answers to the difference.</param>
/// <param name="StandardError">Its standard error; 0 when the slope was set rather than fitted.</param>
/// <param name="Observations">How many repurchase decisions it rests on; 0 when it was set.</param>
public sealed record Repurchase(double Slope, double StandardError = 0, int Observations = 0)
{
    private const int FewestObservations = 20;

    /// <summary>Our delivered value less the mean of the available alternatives.</summary>
    /// <param name="ours">What the client gets from the firm.</param>
    /// <param name="alternatives">What he could get elsewhere.</param>
    /// <returns>The difference, or why there is none: no alternative is known.</returns>
    public static Finding<decimal> Difference(decimal ours, IReadOnlyList<decimal> alternatives)
    {
        ArgumentNullException.ThrowIfNull(alternatives);
        var reason = alternatives.Append(ours).Select(value => OutOfRange.Of(OutOfRange.Amount("delivered value", "让渡价值", value))).FirstOrDefault(found => found is not null);
        return reason is not null ? Finding.Refused<decimal>(reason)
            : alternatives.Count == 0 ? Finding.Refused<decimal>(TooFew.Of(new("alternatives", "替代选择"), 0, 1))
            : Finding.Of(ours - alternatives.Average());
    }

    /// <summary>The probability of buying again.</summary>
    /// <param name="difference">By how much the firm is above the average of the alternatives.</param>
    /// <returns>A probability, or why there is none.</returns>
    public Finding<double> Probability(double difference) => double.IsFinite(Slope * difference)
        ? Finding.Of(1 / (1 + Math.Exp(-Slope * difference)))
        : Computed.Of(double.NaN);

    /// <summary>Fits the slope on what clients did, by maximum likelihood.</summary>
    /// <param name="decisions">For each decision the difference at the time, and whether the client bought again.</param>
    /// <returns>The model, or why there is none: too few decisions, no differences, or differences that separate the buyers perfectly.</returns>
    public static Finding<Repurchase> Fit(IReadOnlyList<(double Difference, bool Again)> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        if (decisions.Count < FewestObservations)
        {
            return Finding.Refused<Repurchase>(TooFew.Of(new("repurchase decisions", "复购决定"), decisions.Count, FewestObservations));
        }

        var scale = decisions.Max(decision => Math.Abs(decision.Difference));
        if (OutOfRange.Of(new Input(new("largest difference", "最大差异"), scale, 1e-9, 1e15)) is { } reason)
        {
            return Finding.Refused<Repurchase>(reason);
        }

        // The likelihood has one top; Newton's steps are bounded so that they cannot jump over it, and a top beyond 50 per largest difference is none.
        double slope = 0, information = 0;
        for (var step = 0; step < 100 && Math.Abs(slope) < 50; step++)
        {
            double gradient = 0;
            information = 0;
            foreach (var (difference, again) in decisions)
            {
                var x = difference / scale;
                var p = 1 / (1 + Math.Exp(-slope * x));
                gradient += x * ((again ? 1 : 0) - p);
                information += x * x * p * (1 - p);
            }

            var move = Math.Clamp(gradient / information, -2, 2);
            if (Math.Abs(move) < 1e-12)
            {
                return Finding.Of(new Repurchase(slope / scale, 1 / Math.Sqrt(information) / scale, decisions.Count));
            }

            slope += move;
        }

        return Finding.Refused<Repurchase>("separated", new("The differences separate those who bought again perfectly from the others, so that the slope has no finite estimate.", "差异值将复购者与其他客户完全分开，斜率没有有限的估计值。"));
    }
}
