using System.Globalization;
using Clientele.Analysis.Lifetime;

namespace Clientele.Analysis.Tests.Lifetime;

/// <summary>The populations with known answers.</summary>
internal static class Samples
{
    /// <summary>CDNOW, 2,357 customers, time in weeks; see Data/SOURCES.md.</summary>
    public static IReadOnlyList<BuyingPattern> Cdnow { get; } =
        [.. Rows("cdnow-patterns.csv").Select(row => new BuyingPattern((int)row[0], row[1], row[2], (long)row[3]))];

    /// <summary>5,000 simulated customers, time in weeks.</summary>
    public static IReadOnlyList<BuyingPattern> Synthetic { get; } =
        [.. Rows("clv-synthetic-customers.csv").Select(row => new BuyingPattern((int)row[1], row[2] / 7, row[3] / 7))];

    /// <summary>What those of them who bought again spent on average, in whole units of money.</summary>
    public static IReadOnlyList<Spending> SyntheticSpending { get; } =
        [.. Rows("clv-synthetic-customers.csv").Where(row => row[1] > 0).Select(row => new Spending((int)row[1], row[4] / 100))];

    /// <summary>11,104 donors over six years: Fader, Hardie and Shang (2010).</summary>
    public static IReadOnlyList<BuyingPattern> Donations { get; } =
    [
        new(0, 0, 6, 3464), new(1, 1, 6, 1091), new(1, 2, 6, 277), new(1, 3, 6, 129), new(1, 4, 6, 78), new(1, 5, 6, 119), new(1, 6, 6, 129),
        new(2, 2, 6, 613), new(2, 3, 6, 255), new(2, 4, 6, 155), new(2, 5, 6, 173), new(2, 6, 6, 234), new(3, 3, 6, 322), new(3, 4, 6, 181),
        new(3, 5, 6, 225), new(3, 6, 6, 357), new(4, 4, 6, 240), new(4, 5, 6, 284), new(4, 6, 6, 512), new(5, 5, 6, 335), new(5, 6, 6, 728), new(6, 6, 6, 1203),
    ];

    private static IEnumerable<double[]> Rows(string file) => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", file)).Skip(1)
        .Select(line => line.Split(',').Select(cell => cell.Length == 0 ? 0 : double.Parse(cell, CultureInfo.InvariantCulture)).ToArray());
}
