namespace Clientele.Analysis.RelationshipValue;

/// <summary>What a key account got and gave in a period.</summary>
/// <param name="Discount">Price reductions and rebates.</param>
/// <param name="Service">Cost of service.</param>
/// <param name="Relationship">Cost of the relation: visits, gifts, events.</param>
/// <param name="NetMargin">What remained of the account's business before these.</param>
public readonly record struct AccountPeriod(decimal Discount, decimal Service, decimal Relationship, decimal NetMargin)
{
    /// <summary>All that was invested in the account.</summary>
    public decimal Investment => Discount + Service + Relationship;

    internal Reason? Refusal() => OutOfRange.Of(
        OutOfRange.Cost("discounts and rebates", "折扣与返利", Discount),
        OutOfRange.Cost("cost of service", "服务成本", Service),
        OutOfRange.Cost("cost of the relation", "关系成本", Relationship),
        OutOfRange.Amount("net margin", "净利润", NetMargin));
}

/// <summary>Whether investing more in a key account paid.</summary>
/// <param name="Earlier">Net margin per unit invested in the earlier period.</param>
/// <param name="Later">The same in the later one.</param>
/// <param name="Marginal">What each further unit brought; <see langword="null"/> when no more was invested.</param>
/// <param name="Red">Whether the further units brought less than they cost, or more investment went with a lower return.</param>
public sealed record KeyAccountReturn(decimal Earlier, decimal Later, decimal? Marginal, bool Red)
{
    /// <summary>Compares two periods of an account.</summary>
    /// <param name="earlier">The earlier one.</param>
    /// <param name="later">The later one.</param>
    /// <returns>The returns, or why there are none: nothing was invested in one of them.</returns>
    public static Finding<KeyAccountReturn> Between(AccountPeriod earlier, AccountPeriod later)
    {
        if ((earlier.Refusal() ?? later.Refusal()) is { } reason)
        {
            return Finding.Refused<KeyAccountReturn>(reason);
        }

        if (earlier.Investment == 0 || later.Investment == 0)
        {
            return Finding.Refused<KeyAccountReturn>("nothing_invested", new("Nothing was invested in the account in one of the periods, so that there is no return on it.", "其中一期未对该客户投入，无法计算回报。"));
        }

        return Computed.Exactly(() =>
        {
            decimal before = earlier.NetMargin / earlier.Investment, after = later.NetMargin / later.Investment, more = later.Investment - earlier.Investment;
            decimal? marginal = more > 0 ? (later.NetMargin - earlier.NetMargin) / more : null;
            return Finding.Of(new KeyAccountReturn(before, after, marginal, marginal < 1 || (more > 0 && after < before)));
        });
    }

    /// <summary>By how much a client's effective discount, rebates included, exceeds that of his class.</summary>
    /// <param name="list">His purchases at list price; above 0.</param>
    /// <param name="given">Discounts and rebates.</param>
    /// <param name="classNorm">The discount of his class, between 0 and 1.</param>
    /// <returns>The excess: 0.05 is five points above the class, or why there is none.</returns>
    public static Finding<decimal> ExcessDiscount(decimal list, decimal given, decimal classNorm)
    {
        var reason = OutOfRange.Of(
            new Input(new("purchases at list price", "按标价的购买额"), (double)list, 0.01, OutOfRange.LargestAmount),
            new Input(new("discounts and rebates", "折扣与返利"), (double)given, 0, (double)list),
            OutOfRange.Share("discount of the class", "同类折扣水平", (double)classNorm));
        return reason is null ? Finding.Of((given / list) - classNorm) : Finding.Refused<decimal>(reason);
    }
}
