namespace Clientele.Calendars;

/// <summary>How far terrestrial time is ahead of universal time.</summary>
/// <remarks>Espenak and Meeus, Five Millennium Canon of Solar Eclipses (NASA/TP-2006-214141), polynomial expressions; a prediction from 2005 on.</remarks>
internal static class DeltaT
{
    /// <summary>Seconds in the middle of a year from 1900 to 2150.</summary>
    public static double Seconds(int year) => year switch
    {
        < 1920 => Polynomial(year - 1900, -2.79, 1.494119, -0.0598939, 0.0061966, -0.000197),
        < 1941 => Polynomial(year - 1920, 21.20, 0.84493, -0.076100, 0.0020936),
        < 1961 => Polynomial(year - 1950, 29.07, 0.407, -1.0 / 233, 1.0 / 2547),
        < 1986 => Polynomial(year - 1975, 45.45, 1.067, -1.0 / 260, -1.0 / 718),
        < 2005 => Polynomial(year - 2000, 63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599),
        < 2050 => Polynomial(year - 2000, 62.92, 0.32217, 0.005589),
        _ => Polynomial((year - 1820) / 100.0, -20, 0, 32) - (0.5628 * (2150 - year)),
    };

    private static double Polynomial(double x, params ReadOnlySpan<double> coefficients)
    {
        var value = 0.0;
        for (var index = coefficients.Length - 1; index >= 0; index--)
        {
            value = (value * x) + coefficients[index];
        }

        return value;
    }
}
