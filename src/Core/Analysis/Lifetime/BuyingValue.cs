namespace Clientele.Analysis.Lifetime;

/// <summary>What a client who buys without a contract is still worth: expected purchases times expected amount times margin, discounted.</summary>
public static class BuyingValue
{
    /// <summary>Values the purchases of the coming periods at the middle of each.</summary>
    /// <param name="model">The model of when he buys.</param>
    /// <param name="spending">The model of how much.</param>
    /// <param name="pattern">His buying pattern.</param>
    /// <param name="spent">What he spent; the default where nothing is known.</param>
    /// <param name="terms">Margin, periods and discount.</param>
    /// <returns>The value in units of money, 0 or more, or why there is none.</returns>
    public static Finding<double> Of(IBuyingModel model, GammaGamma spending, BuyingPattern pattern, Spending spent, BuyingTerms terms)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(spending);
        ArgumentNullException.ThrowIfNull(terms);
        return terms.Refusal() is { } reason
            ? Finding.Refused<double>(reason)
            : spending.ExpectedAmount(spent).Then(amount => Purchases(model, pattern, terms).Then(purchases => Computed.Of(amount * purchases * terms.Margin)));
    }

    private static Finding<double> Purchases(IBuyingModel model, BuyingPattern pattern, BuyingTerms terms)
    {
        double before = 0, sum = 0;
        for (var period = 1; period <= terms.Periods; period++)
        {
            var expected = model.ExpectedPurchases(pattern, period * terms.PeriodLength);
            if (!expected.IsKnown)
            {
                return expected;
            }

            sum += Math.Max(expected.Value - before, 0) / Math.Pow(1 + terms.Discount, period - 0.5);
            before = expected.Value;
        }

        return Computed.Of(sum);
    }
}
