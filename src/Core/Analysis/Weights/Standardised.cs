namespace Clientele.Analysis.Weights;

/// <summary>Numbers made comparable: z = (x − mean)/s over those that are known, with the sign turned where less is better. The method of the IMD World Competitiveness Yearbook.</summary>
/// <param name="Values">The standardised numbers in the order given; <see langword="null"/> where the number is missing.</param>
/// <param name="Note">What was peculiar: no difference between the numbers, or some missing; <see langword="null"/> otherwise.</param>
public sealed record Standardised(IReadOnlyList<double?> Values, Reason? Note)
{
    /// <summary>Standardises numbers with the standard deviation of a sample (n − 1).</summary>
    /// <param name="values">The numbers; <see langword="null"/> where missing.</param>
    /// <param name="lessIsBetter">Whether the sign is turned.</param>
    /// <returns>The standardised numbers, or why there are none: fewer than two. Where all are equal, all are 0 and the note says so.</returns>
    public static Finding<Standardised> Of(IReadOnlyList<double?> values, bool lessIsBetter = false)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] known = [.. values.Where(value => value is not null).Select(value => value!.Value)];
        var reason = known.Select(value => OutOfRange.Of(new Input(new("indicator", "指标值"), value, -1e15, 1e15))).FirstOrDefault(found => found is not null)
            ?? (known.Length < 2 ? TooFew.Of(new("values of the indicator", "指标数值"), known.Length, 2) : null);
        if (reason is not null)
        {
            return Finding.Refused<Standardised>(reason);
        }

        double mean = known.Average(), sign = lessIsBetter ? -1 : 1;
        var deviation = Math.Sqrt(known.Sum(value => (value - mean) * (value - mean)) / (known.Length - 1));
        var same = deviation <= 1e-12 * Math.Max(1, Math.Abs(mean));
        return Finding.Of(new Standardised(
            [.. values.Select(value => value is null ? (double?)null : same ? 0 : sign * (value.Value - mean) / deviation)],
            same ? new("no_variance", new("All values of the indicator are equal, so that it tells nobody apart.", "该指标的所有数值相同，无法区分客户。"))
            : known.Length < values.Count ? new("some_missing", new($"{values.Count - known.Length} values of the indicator are missing and left out.", $"该指标缺少{values.Count - known.Length}个数值，已略去。"))
            : null));
    }
}
