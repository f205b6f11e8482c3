namespace Clientele.Analysis.PerceivedValue;

/// <summary>How utility grows with what is delivered.</summary>
public enum UtilityShape
{
    /// <summary>Evenly.</summary>
    Linear,

    /// <summary>Quickly first, then ever less: √.</summary>
    Saturating,

    /// <summary>Slowly first, then ever more: the square.</summary>
    Accelerating,

    /// <summary>Around a threshold: 3u² − 2u³.</summary>
    Threshold,
}

/// <summary>Turns what is delivered, in its own unit, into a utility between 0 and 1.</summary>
/// <param name="Shape">How utility grows.</param>
/// <param name="Worst">The value that is worth nothing; may be above <paramref name="Best"/> where less is better.</param>
/// <param name="Best">The value that could not be better.</param>
public readonly record struct Utility(UtilityShape Shape, double Worst, double Best)
{
    /// <summary>The utility of a value; beyond the worst and the best it stays at 0 and 1.</summary>
    /// <param name="value">What is delivered.</param>
    /// <returns>The utility, or why there is none: worst and best are equal or no numbers.</returns>
    public Finding<double> Of(double value)
    {
        var share = Math.Clamp((value - Worst) / (Best - Worst), 0, 1);
        return double.IsFinite(value) && double.IsFinite(Best - Worst) && Math.Abs(Best - Worst) > 1e-12
            ? Finding.Of(Shape switch
            {
                UtilityShape.Saturating => Math.Sqrt(share),
                UtilityShape.Accelerating => share * share,
                UtilityShape.Threshold => share * share * (3 - (2 * share)),
                _ => share,
            })
            : Finding.Refused<double>("no_scale", new("The worst and the best value of a factor must differ and be numbers.", "因素的最差值与最佳值必须是不同的数值。"));
    }
}
