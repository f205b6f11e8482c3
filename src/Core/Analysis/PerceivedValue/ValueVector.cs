namespace Clientele.Analysis.PerceivedValue;

/// <summary>The directions in which an offer can be valuable.</summary>
public enum ValueAxis
{
    /// <summary>What it saves or earns.</summary>
    Economic,

    /// <summary>What it does.</summary>
    Functional,

    /// <summary>How it feels.</summary>
    Psychological,
}

/// <summary>The value of an offer to a client as a vector of economic, functional and psychological value, all scored on one scale. Where a source names the three axes without a formula, this is the geometry they imply.</summary>
/// <param name="Economic">X; may be negative.</param>
/// <param name="Functional">Y; may be negative.</param>
/// <param name="Psychological">Z; may be negative.</param>
public readonly record struct ValueVector(double Economic, double Functional, double Psychological)
{
    /// <summary>How much value: √(x² + y² + z²).</summary>
    /// <returns>The length, or why there is none.</returns>
    public Finding<double> Magnitude() => Computed.Of(Length);

    /// <summary>Which kind of value: the cosines of the angles with the axes, whose squares sum to 1.</summary>
    /// <returns>The direction; refused for the zero vector, which has none.</returns>
    public Finding<ValueDirection> Direction() => Length switch
    {
        0 => Finding.Refused<ValueDirection>("no_direction", new("There is no value on any axis, so that there is no direction.", "三个维度的价值均为零，因此没有方向。")),
        var length when double.IsFinite(length) => Finding.Of(new ValueDirection(Economic / length, Functional / length, Psychological / length)),
        _ => Finding.Refused<ValueDirection>(Computed.Of(double.NaN).Refusal!),
    };

    /// <summary>How value moved between two dates: the later vector less the earlier one.</summary>
    /// <param name="earlier">The earlier vector.</param>
    /// <returns>The displacement.</returns>
    public ValueVector Since(ValueVector earlier) => new(Economic - earlier.Economic, Functional - earlier.Functional, Psychological - earlier.Psychological);

    /// <summary>How alike the kinds of value are, whatever their amounts: the cosine between the vectors, 1 for the same direction.</summary>
    /// <param name="other">The other vector, such as the mean of a segment.</param>
    /// <returns>A number from −1 to 1, or why there is none.</returns>
    public Finding<double> SimilarityTo(ValueVector other) => Direction().Then(mine => other.Direction().Then(its =>
        Computed.Of(Math.Clamp((mine.Economic * its.Economic) + (mine.Functional * its.Functional) + (mine.Psychological * its.Psychological), -1, 1))));

    // Scaled by the largest part, so that squares neither overflow nor vanish.
    private double Length
    {
        get
        {
            var largest = Math.Max(Math.Abs(Economic), Math.Max(Math.Abs(Functional), Math.Abs(Psychological)));
            double x = Economic / largest, y = Functional / largest, z = Psychological / largest;
            return largest == 0 ? 0 : largest * Math.Sqrt((x * x) + (y * y) + (z * z));
        }
    }
}

/// <summary>The direction of a value vector.</summary>
/// <param name="Economic">Cosine of the angle with the economic axis.</param>
/// <param name="Functional">Cosine of the angle with the functional axis.</param>
/// <param name="Psychological">Cosine of the angle with the psychological axis.</param>
public sealed record ValueDirection(double Economic, double Functional, double Psychological)
{
    /// <summary>The axis nearest to the direction; of equally near ones the first.</summary>
    public ValueAxis Dominant => (Math.Abs(Economic), Math.Abs(Functional), Math.Abs(Psychological)) switch
    {
        var (x, y, z) when x >= y && x >= z => ValueAxis.Economic,
        var (_, y, z) when y >= z => ValueAxis.Functional,
        _ => ValueAxis.Psychological,
    };

    /// <summary>The angle with an axis in degrees, from 0 to 180.</summary>
    /// <param name="axis">The axis.</param>
    /// <returns>The angle.</returns>
    public double Angle(ValueAxis axis) => 180 / Math.PI * Math.Acos(Math.Clamp(
        axis switch
        {
            ValueAxis.Economic => Economic,
            ValueAxis.Functional => Functional,
            _ => Psychological,
        },
        -1,
        1));
}
