namespace Clientele.Analysis.CostLedger;

/// <summary>How spending keeps to its budget.</summary>
/// <param name="Planned">The budget; above 0.</param>
/// <param name="Actual">What was spent.</param>
/// <param name="Deviation">Actual / planned − 1: 0.12 is 12 % above.</param>
/// <param name="Red">Whether it exceeds the tolerance.</param>
public sealed record Budget(decimal Planned, decimal Actual, decimal Deviation, bool Red)
{
    /// <summary>Compares actual with planned.</summary>
    /// <param name="planned">The budget of a client, matter or programme.</param>
    /// <param name="actual">What was spent on it.</param>
    /// <param name="tolerance">By how much it may be exceeded before it is red; 0.10 by default.</param>
    /// <returns>The comparison, or why there is none: there is no budget.</returns>
    public static Finding<Budget> Of(decimal planned, decimal actual, decimal tolerance = 0.10m)
    {
        var reason = OutOfRange.Of(
            new Input(new("budget", "预算"), (double)planned, 0.01, OutOfRange.LargestAmount),
            OutOfRange.Cost("actual spending", "实际支出", actual),
            OutOfRange.Share("tolerance", "容许偏差", (double)tolerance));
        return reason is not null
            ? Finding.Refused<Budget>(reason)
            : Computed.Exactly(() => Finding.Of(new Budget(planned, actual, (actual / planned) - 1, (actual / planned) - 1 > tolerance)));
    }

    /// <summary>What serving a client cost: hours at a rate, and what was paid out.</summary>
    /// <param name="spent">Hours and money.</param>
    /// <param name="hourlyRate">What an hour costs; 0 or more.</param>
    /// <returns>The cost, or why there is none.</returns>
    public static Finding<decimal> CostToServe(Spent spent, decimal hourlyRate) =>
        (spent.Refusal() ?? OutOfRange.Of(OutOfRange.Cost("hourly rate", "小时费率", hourlyRate))) is { } reason
            ? Finding.Refused<decimal>(reason)
            : Computed.Exactly(() => Finding.Of((spent.Hours * hourlyRate) + spent.Money));
}
