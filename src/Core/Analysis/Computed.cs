namespace Clientele.Analysis;

/// <summary>Turns what arithmetic gave into a finding: beyond the range of the number type there is a refusal, not infinity and not an exception.</summary>
internal static class Computed
{
    private static readonly Reason Beyond = new("beyond_numbers", new(
        "The result is too large or too small to be computed; check the inputs.",
        "结果超出可计算的范围；请检查输入。"));

    /// <summary>A floating-point result.</summary>
    public static Finding<double> Of(double value) => double.IsFinite(value) ? Finding.Of(value) : Finding.Refused<double>(Beyond);

    /// <summary>A result made of floating-point numbers, all of which must be finite.</summary>
    public static Finding<T> Of<T>(T value, params ReadOnlySpan<double> parts)
        where T : notnull
    {
        foreach (var part in parts)
        {
            if (!double.IsFinite(part))
            {
                return Finding.Refused<T>(Beyond);
            }
        }

        return Finding.Of(value);
    }

    /// <summary>A result of decimal arithmetic.</summary>
    public static Finding<T> Exactly<T>(Func<Finding<T>> compute)
        where T : notnull
    {
        try
        {
            return compute();
        }
        catch (OverflowException)
        {
            return Finding.Refused<T>(Beyond);
        }
    }
}
