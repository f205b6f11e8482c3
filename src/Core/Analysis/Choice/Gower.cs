using Clientele.Analysis.Weights;

namespace Clientele.Analysis.Choice;

/// <summary>One property in which two things are compared.</summary>
/// <param name="Weight">Its weight; all weights sum to 1.</param>
/// <param name="Likeness">How alike the two are in it, 0 to 1; <see langword="null"/> where it is not known of one of them.</param>
public sealed record Comparison(decimal Weight, decimal? Likeness)
{
    /// <summary>Compares two categories.</summary>
    /// <param name="weight">The weight.</param>
    /// <param name="one">One category; blank when it is not known.</param>
    /// <param name="other">The other.</param>
    /// <returns>Alike or not.</returns>
    public static Comparison OfCategories(decimal weight, string one, string other) =>
        new(weight, string.IsNullOrWhiteSpace(one) || string.IsNullOrWhiteSpace(other) ? null : string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase) ? 1 : 0);

    /// <summary>Compares two numbers: 1 − |Δ|/range, and 0 beyond the range.</summary>
    /// <param name="weight">The weight.</param>
    /// <param name="one">One number; <see langword="null"/> when it is not known.</param>
    /// <param name="other">The other.</param>
    /// <param name="range">The range over which numbers become wholly unlike; above zero.</param>
    /// <returns>How alike they are.</returns>
    public static Comparison OfNumbers(decimal weight, decimal? one, decimal? other, decimal range)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(range);
        return new(weight, one - other is { } difference ? Math.Max(0, 1 - Math.Abs(difference) / range) : null);
    }
}

/// <summary>How alike two things are that have properties of several kinds.</summary>
public static class Gower
{
    /// <summary>Σ w·s / Σ w over the properties known of both. Gower 1971, A general coefficient of similarity and some of its properties.</summary>
    /// <param name="comparisons">The properties.</param>
    /// <returns>0 (unlike) to 1 (alike), or why there is none: weights that do not sum to 1, or nothing known of both.</returns>
    public static Finding<decimal> Of(IReadOnlyList<Comparison> comparisons)
    {
        ArgumentNullException.ThrowIfNull(comparisons);
        if (WeightSet.Refusal([.. comparisons.Select(comparison => (double)comparison.Weight)]) is { } refusal)
        {
            return Finding.Refused<decimal>(refusal);
        }

        var known = comparisons.Where(comparison => comparison is { Likeness: not null, Weight: > 0 }).ToList();
        return known.Count > 0
            ? Finding.Of(known.Sum(comparison => comparison.Weight * comparison.Likeness!.Value) / known.Sum(comparison => comparison.Weight))
            : Finding.Refused<decimal>(TooFew.Of(new("properties known of both", "双方均已登记的特征"), 0, 1));
    }
}
