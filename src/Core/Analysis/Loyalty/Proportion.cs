namespace Clientele.Analysis.Loyalty;

/// <summary>A part of a whole with its uncertainty.</summary>
/// <param name="Part">How many.</param>
/// <param name="Whole">Of how many; above 0.</param>
/// <param name="From">The lower end of the 95 % interval of Wilson (Journal of the American Statistical Association 22 (1927) 209–212).</param>
/// <param name="To">Its upper end.</param>
public sealed record Proportion(long Part, long Whole, double From, double To)
{
    private const double Normal95 = 1.959963984540054;

    /// <summary>Part / whole, between 0 and 1.</summary>
    public double Share => (double)Part / Whole;

    /// <summary>A proportion.</summary>
    /// <param name="part">How many.</param>
    /// <param name="whole">Of how many.</param>
    /// <param name="ofWhat">What the whole counts, for the refusal.</param>
    /// <returns>The proportion, or why there is none: of nothing there is no part.</returns>
    public static Finding<Proportion> Of(long part, long whole, LocalizedText ofWhat)
    {
        if (whole <= 0)
        {
            return Finding.Refused<Proportion>(TooFew.Of(ofWhat, 0, 1));
        }

        if (OutOfRange.Of(new Input(ofWhat, part, 0, whole)) is { } reason)
        {
            return Finding.Refused<Proportion>(reason);
        }

        double n = whole, p = part / n, z2 = Normal95 * Normal95;
        double centre = (p + (z2 / (2 * n))) / (1 + (z2 / n)), half = Normal95 / (1 + (z2 / n)) * Math.Sqrt((p * (1 - p) / n) + (z2 / (4 * n * n)));
        return Finding.Of(new Proportion(part, whole, Math.Max(0, centre - half), Math.Min(1, centre + half)));
    }
}
