namespace Clientele.Segments;

/// <summary>A cut with a band is crossed only by who goes beyond it by the band, so that a value swinging about the cut moves nobody.</summary>
internal static class Hysteresis
{
    /// <summary>The threshold of a cut for a client above it (1), below it (-1), or new (0).</summary>
    public static decimal Threshold(decimal cut, decimal band, int side) => cut - (side * band);

    /// <summary>The level of a value among ascending cuts, for a client at a level now.</summary>
    public static int Level(decimal value, IReadOnlyList<decimal> cuts, decimal band, int? current)
    {
        var level = 0;
        for (var index = 0; index < cuts.Count; index++)
        {
            var side = current is not { } at ? 0 : at > index ? 1 : -1;
            if (value >= Threshold(cuts[index], band, side))
            {
                level = index + 1;
            }
        }

        return level;
    }
}
