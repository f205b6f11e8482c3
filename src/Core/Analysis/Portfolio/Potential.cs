namespace Clientele.Analysis.Portfolio;

/// <summary>What to do with a client of a given current and potential value.</summary>
public enum GrowthStrategy
{
    /// <summary>Low and low: light contact.</summary>
    Light,

    /// <summary>Low today, high tomorrow: reshape the relationship and invest.</summary>
    Invest,

    /// <summary>High today, no more to come: keep.</summary>
    Keep,

    /// <summary>High and high: protect and invest.</summary>
    Protect,
}

/// <summary>What a client may still bring.</summary>
public static class Potential
{
    /// <summary>The potential: headroom × probability of winning it × growth.</summary>
    /// <param name="headroom">What the client spends elsewhere; not negative, <see langword="null"/> when it is not known.</param>
    /// <param name="winProbability">How likely it is won, 0 to 1.</param>
    /// <param name="growth">How the client's spending grows, where 1.1 is a rise of 10 %; not negative.</param>
    /// <returns>The potential, or why there is none. An unknown headroom is not a potential of zero.</returns>
    public static Finding<decimal> Of(decimal? headroom, decimal winProbability, decimal growth = 1) =>
        headroom is not { } room ? Finding.Refused<decimal>("unknown_headroom", new("What the client spends elsewhere is not known.", "客户在他处的支出未知。"))
        : room < 0 || growth < 0 ? Finding.Refused<decimal>(Unusable.Negative(new("headroom and growth", "可争取空间与增长率")))
        : winProbability is < 0 or > 1 ? Finding.Refused<decimal>(Unusable.OutOfRange(new("probability of winning", "赢单概率"), (double)winProbability, 0, 1))
        : Finding.Of(room * winProbability * growth);

    /// <summary>The strategy of a cell of the matrix current × potential value, each axis with one boundary.</summary>
    /// <param name="cell">The cell: X current, Y potential.</param>
    /// <returns>The strategy.</returns>
    public static GrowthStrategy Strategy(GridCell cell) => (cell.X > 0, cell.Y > 0) switch
    {
        (false, false) => GrowthStrategy.Light,
        (false, true) => GrowthStrategy.Invest,
        (true, false) => GrowthStrategy.Keep,
        (true, true) => GrowthStrategy.Protect,
    };
}
