namespace Clientele.Calendars;

/// <summary>The earth's heliocentric longitude.</summary>
/// <remarks>
/// The leading terms of VSOP87 (Bretagnon and Francou 1988) as Meeus abridges them, Astronomical Algorithms, appendix III;
/// terms of L1 and L2 that stay below 0.05" from 1900 to 2100 are left out.
/// </remarks>
internal static class EarthLongitude
{
    private readonly record struct Term(double Amplitude, double Phase, double Frequency);

    // 1e-8 radians, radians, radians a millennium.
    private static readonly Term[] L0 =
    [
        new(175347046, 0, 0), new(3341656, 4.6692568, 6283.07585), new(34894, 4.6261, 12566.1517), new(3497, 2.7441, 5753.3849),
        new(3418, 2.8289, 3.5231), new(3136, 3.6277, 77713.7715), new(2676, 4.4181, 7860.4194), new(2343, 6.1352, 3930.2097),
        new(1324, 0.7425, 11506.7698), new(1273, 2.0371, 529.691), new(1199, 1.1096, 1577.3435), new(990, 5.233, 5884.927),
        new(902, 2.045, 26.298), new(857, 3.508, 398.149), new(780, 1.179, 5223.694), new(753, 2.533, 5507.553),
        new(505, 4.583, 18849.228), new(492, 4.205, 775.523), new(357, 2.92, 0.067), new(317, 5.849, 11790.629),
        new(284, 1.899, 796.298), new(271, 0.315, 10977.079), new(243, 0.345, 5486.778), new(206, 4.806, 2544.314),
        new(205, 1.869, 5573.143), new(202, 2.458, 6069.777), new(156, 0.833, 213.299), new(132, 3.411, 2942.463),
        new(126, 1.083, 20.775), new(115, 0.645, 0.98), new(103, 0.636, 4694.003), new(102, 0.976, 15720.839),
        new(102, 4.267, 7.114), new(99, 6.21, 2146.17), new(98, 0.68, 155.42), new(86, 5.98, 161000.69),
        new(85, 1.3, 6275.96), new(85, 3.67, 71430.7), new(80, 1.81, 17260.15), new(79, 3.04, 12036.46),
        new(75, 1.76, 5088.63), new(74, 3.5, 3154.69), new(74, 4.68, 801.82), new(70, 0.83, 9437.76),
        new(62, 3.98, 8827.39), new(61, 1.82, 7084.9), new(57, 2.78, 6286.6), new(56, 4.39, 14143.5),
        new(56, 3.47, 6279.55), new(52, 0.19, 12139.55), new(52, 1.33, 1748.02), new(51, 0.28, 5856.48),
        new(49, 0.49, 1194.45), new(41, 5.37, 8429.24), new(41, 2.4, 19651.05), new(39, 6.17, 10447.39),
        new(37, 6.04, 10213.29), new(37, 2.57, 1059.38), new(36, 1.71, 2352.87), new(36, 1.78, 6812.77),
        new(33, 0.59, 17789.85), new(30, 0.44, 83996.85), new(30, 2.74, 1349.87), new(25, 3.16, 4690.48),
    ];

    private static readonly Term[] L1 =
    [
        new(628331966747, 0, 0), new(206059, 2.678235, 6283.07585), new(4303, 2.6351, 12566.1517), new(425, 1.59, 3.523),
        new(119, 5.796, 26.298), new(109, 2.966, 1577.344), new(93, 2.59, 18849.23), new(72, 1.14, 529.69),
        new(68, 1.87, 398.15), new(67, 4.41, 5507.55), new(59, 2.89, 5223.69), new(56, 2.17, 155.42), new(45, 0.4, 796.3),
    ];

    private static readonly Term[] L2 = [new(52919, 0, 0), new(8720, 1.0721, 6283.0758), new(309, 0.867, 12566.152)];

    /// <summary>The longitude in radians, referred to the mean equinox of the date; not reduced to one turn.</summary>
    /// <param name="millennia">Julian millennia from J2000.0 in terrestrial time.</param>
    public static double Heliocentric(double millennia) => (Sum(L0, millennia) + (millennia * (Sum(L1, millennia) + (millennia * Sum(L2, millennia))))) * 1e-8;

    private static double Sum(Term[] terms, double millennia)
    {
        var sum = 0.0;
        foreach (var term in terms)
        {
            sum += term.Amplitude * Math.Cos(term.Phase + (term.Frequency * millennia));
        }

        return sum;
    }
}
