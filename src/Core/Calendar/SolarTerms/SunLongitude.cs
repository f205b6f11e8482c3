namespace Clientele.Calendars;

/// <summary>The sun's apparent geocentric longitude, referred to the true equinox of the date.</summary>
/// <remarks>Meeus, Astronomical Algorithms (2nd ed. 1998), ch. 25 (higher accuracy) with the abridged nutation of ch. 22; good to about an arc second, which the sun passes in 24 s.</remarks>
internal static class SunLongitude
{
    private const double ArcSecond = Math.PI / (180 * 3600);

    /// <summary>The longitude in radians; not reduced to one turn.</summary>
    /// <param name="days">Days from J2000.0 (JDE 2451545.0) in terrestrial time.</param>
    public static double Apparent(double days)
    {
        var centuries = days / 36525;
        var geometric = EarthLongitude.Heliocentric(centuries / 10) + Math.PI;
        const double toFk5 = -0.09033 * ArcSecond;
        return geometric + toFk5 + Nutation(centuries) + Aberration(centuries);
    }

    private static double Nutation(double centuries)
    {
        var node = double.DegreesToRadians(125.04452 - (1934.136261 * centuries));
        var sun = double.DegreesToRadians(280.4665 + (36000.7698 * centuries));
        var moon = double.DegreesToRadians(218.3165 + (481267.8813 * centuries));
        return ((-17.20 * Math.Sin(node)) - (1.32 * Math.Sin(2 * sun)) - (0.23 * Math.Sin(2 * moon)) + (0.21 * Math.Sin(2 * node))) * ArcSecond;
    }

    // 20.4898" over the distance, which is one astronomical unit but for the eccentricity.
    private static double Aberration(double centuries)
    {
        const double eccentricity = 0.016708634;
        var meanAnomaly = double.DegreesToRadians(357.52911 + (35999.05029 * centuries));
        return -20.4898 * ArcSecond * (1 + (eccentricity * Math.Cos(meanAnomaly)));
    }
}
