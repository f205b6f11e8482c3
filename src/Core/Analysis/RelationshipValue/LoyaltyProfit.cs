namespace Clientele.Analysis.RelationshipValue;

/// <summary>A year of a client in the ledger.</summary>
/// <param name="List">What he bought, at list price; 0 or more, and above 0 in the first year.</param>
/// <param name="Revenue">What he paid for it, after discounts.</param>
/// <param name="Cost">What serving him cost.</param>
/// <param name="Referral">Profit from clients he brought.</param>
/// <param name="Acquisition">What winning him cost, in the year it was spent.</param>
public readonly record struct TenureYear(decimal List, decimal Revenue, decimal Cost, decimal Referral = 0, decimal Acquisition = 0)
{
    /// <summary>The profit of the year in the ledger.</summary>
    public decimal Profit => Revenue - Cost + Referral - Acquisition;

    internal Reason? Refusal(bool isFirst = false) => OutOfRange.Of(
        new Input(new("purchases at list price", "按标价的购买额"), (double)List, isFirst ? 0.01 : 0, OutOfRange.LargestAmount),
        OutOfRange.Cost("revenue", "收入", Revenue),
        OutOfRange.Cost("cost", "成本", Cost),
        OutOfRange.Amount("profit from referrals", "推荐利润", Referral),
        OutOfRange.Cost("acquisition cost", "获客成本", Acquisition));
}

/// <summary>Where the profit of a loyal client comes from, in a year of his tenure. Reichheld and Sasser, Zero defections, Harvard Business Review 68 (1990) 105–111.</summary>
/// <param name="Acquisition">What winning him cost, as a negative number.</param>
/// <param name="Base">The profit of his first year's purchases on its terms.</param>
/// <param name="Growth">From buying more than in the first year, on its terms.</param>
/// <param name="CostSaving">From serving him at less cost than the first year's ratio.</param>
/// <param name="Referral">From clients he brought.</param>
/// <param name="Premium">From smaller discounts than in the first year.</param>
public sealed record LoyaltyProfit(decimal Acquisition, decimal Base, decimal Growth, decimal CostSaving, decimal Referral, decimal Premium)
{
    /// <summary>All components together: the profit in the ledger, to the cent.</summary>
    public decimal Total => Acquisition + Base + Growth + CostSaving + Referral + Premium;

    /// <summary>Splits the profit of a year, compared with the first one.</summary>
    /// <param name="first">The first year of the tenure.</param>
    /// <param name="year">The year to split; the first year itself gives its base profit alone.</param>
    /// <returns>The components, which sum to the ledger's profit, or why there are none.</returns>
    public static Finding<LoyaltyProfit> Split(TenureYear first, TenureYear year) => (first.Refusal(isFirst: true) ?? year.Refusal()) is { } reason
        ? Finding.Refused<LoyaltyProfit>(reason)
        : Computed.Exactly(() => Finding.Of(Compute(first, year)));

    private static LoyaltyProfit Compute(TenureYear first, TenureYear year)
    {
        var basis = first.Revenue - first.Cost;
        var growth = Cents(basis * (year.List - first.List) / first.List);
        var premium = Cents(year.Revenue - (first.Revenue * year.List / first.List));

        // What is left is the saving of cost; so the rounding of the other parts never loses a cent of the ledger.
        var saving = year.Revenue - year.Cost - basis - growth - premium;
        return new(-year.Acquisition, basis, growth, saving, year.Referral, premium);
    }

    private static decimal Cents(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);
}
