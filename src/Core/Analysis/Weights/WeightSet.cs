using System.Globalization;

namespace Clientele.Analysis.Weights;

/// <summary>The check that every weighted mean makes: weights are not negative and sum to one.</summary>
public static class WeightSet
{
    private const double Tolerance = 1e-6;

    /// <summary>Why weights are no weights, or nothing.</summary>
    /// <param name="weights">The weights.</param>
    /// <returns>The reason, or <see langword="null"/> when they are not negative and sum to 1 within a millionth.</returns>
    public static Reason? Refusal(IReadOnlyList<double> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Count == 0)
        {
            return TooFew.Of(new("weights", "权重"), 0, 1);
        }

        if (weights.Select(weight => OutOfRange.Of(OutOfRange.Share("weight", "权重", weight))).FirstOrDefault(reason => reason is not null) is { } refusal)
        {
            return refusal;
        }

        var sum = weights.Sum();
        var text = sum.ToString("0.######", CultureInfo.InvariantCulture);
        return Math.Abs(sum - 1) <= Tolerance ? null : new("weights_sum", new($"The weights sum to {text}, not to 1.", $"权重之和为{text}，而不是1。"))
        {
            Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["sum"] = text },
        };
    }
}
