namespace Clientele.Analysis.Portfolio;

/// <summary>One axis of a portfolio matrix: where low ends and high begins.</summary>
/// <param name="Cuts">The boundaries, ascending; one for low and high. A value on a boundary is above it (≥).</param>
/// <param name="Band">How far a value must fall below a boundary before a client who stood above it goes down (hysteresis), as a share of the boundary; 0 to 1, 0 by default.</param>
public sealed record Axis(IReadOnlyList<double> Cuts, double Band = 0)
{
    /// <summary>An axis with one boundary.</summary>
    /// <param name="cut">The boundary.</param>
    /// <param name="band">The hysteresis, as a share of the boundary.</param>
    /// <returns>The axis.</returns>
    public static Axis At(double cut, double band = 0) => new([cut], band);

    /// <summary>An axis cut where shares of the clients lie below: 0.5 for the median.</summary>
    /// <param name="values">The values of all clients.</param>
    /// <param name="band">The hysteresis, as a share of the boundary.</param>
    /// <param name="shares">The shares, ascending, each above 0 and below 1.</param>
    /// <returns>The axis, or why there is none: fewer than two values, or boundaries that coincide.</returns>
    /// <remarks>Quantiles are interpolated between the sorted values (type 7 of Hyndman and Fan, 1996).</remarks>
    public static Finding<Axis> AtQuantiles(IReadOnlyList<double> values, double band, params IReadOnlyList<double> shares)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(shares);
        if (values.Count < 2)
        {
            return Finding.Refused<Axis>(TooFew.Of(new("values", "数值"), values.Count, 2));
        }

        if (values.Any(value => !double.IsFinite(value)))
        {
            return Finding.Refused<Axis>(Unusable.NotFinite(new("values", "数值")));
        }

        var sorted = values.Order().ToList();
        var axis = new Axis([.. shares.Select(share => Quantile(sorted, share))], band);
        return axis.Check() is { } reason ? Finding.Refused<Axis>(reason) : Finding.Of(axis);
    }

    /// <summary>The level of a value.</summary>
    /// <param name="value">The value; finite.</param>
    /// <param name="previous">The level the client stood at before; <see langword="null"/> for none.</param>
    /// <returns>0 below the first boundary, up to the number of boundaries.</returns>
    public int Level(double value, int? previous = null)
    {
        var level = Cuts.Count(cut => value >= cut);
        while (previous > level && level < Cuts.Count && value >= Cuts[level] - (Band * Math.Abs(Cuts[level])))
        {
            level++;
        }

        return level;
    }

    /// <summary>Whether the boundaries are usable.</summary>
    /// <returns>Why not; <see langword="null"/> when they are.</returns>
    internal Reason? Check() =>
        Cuts.Count == 0 || Cuts.Any(cut => !double.IsFinite(cut)) ? Unusable.NotFinite(new("boundaries", "分界值"))
        : Cuts.Zip(Cuts.Skip(1)).Any(pair => pair.First >= pair.Second) ? new Reason("cuts_coincide", new("The boundaries do not ascend: too many clients have the same value.", "分界值未依次递增：相同数值的客户过多。"))
        : Band is >= 0 and <= 1 ? null
        : Unusable.OutOfRange(new("hysteresis", "滞后幅度"), Band, 0, 1);

    private static double Quantile(List<double> sorted, double share)
    {
        var at = Math.Clamp(share, 0, 1) * (sorted.Count - 1);
        var below = (int)at;
        return below + 1 >= sorted.Count ? sorted[^1] : sorted[below] + ((at - below) * (sorted[below + 1] - sorted[below]));
    }
}
