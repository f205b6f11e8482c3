namespace Clientele.Analysis.CostLedger;

/// <summary>What a cost was spent for.</summary>
public enum CostPurpose
{
    /// <summary>Winning new clients.</summary>
    Acquisition,

    /// <summary>Keeping and serving clients.</summary>
    Retention,
}

/// <summary>What marketing was spent for, seen from the competition. Fornell and Wernerfelt, Defensive marketing strategy by customer complaint management, Journal of Marketing Research 24 (1987).</summary>
public enum MarketingStance
{
    /// <summary>Winning new clients or the competitor's.</summary>
    Offensive,

    /// <summary>Keeping one's own.</summary>
    Defensive,
}

/// <summary>Money and hours spent.</summary>
/// <param name="Money">In money; 0 or more.</param>
/// <param name="Hours">In hours of the staff; 0 or more.</param>
public readonly record struct Spent(decimal Money, decimal Hours = 0)
{
    /// <summary>Adds what was spent.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Both together.</returns>
    public static Spent operator +(Spent left, Spent right) => Add(left, right);

    /// <summary>Adds what was spent.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Both together.</returns>
    public static Spent Add(Spent left, Spent right) => new(left.Money + right.Money, left.Hours + right.Hours);

    internal Reason? Refusal() => OutOfRange.Of(
        OutOfRange.Cost("money spent", "支出金额", Money),
        OutOfRange.Cost("hours spent", "投入工时", Hours));
}
