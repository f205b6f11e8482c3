namespace Clientele.Analysis.RelationshipValue;

/// <summary>Lifetime value where a client who leaves is lost.</summary>
public static class RetentionValue
{
    private const int MostPeriods = 1000;

    /// <summary>The value of a steady margin: m·r/(1+d−r) without end (Gupta and Lehmann, Customers as assets, Journal of Interactive Marketing 17 (2003) 9–24), or Σ m·r^k/(1+d)^k over a horizon.</summary>
    /// <param name="margin">What a period brings after the cost of keeping the client.</param>
    /// <param name="retention">The probability of keeping him from one period to the next, r.</param>
    /// <param name="discount">The discount rate per period, d.</param>
    /// <param name="horizon">How many periods count; <see langword="null"/> for no end.</param>
    /// <returns>The value to the cent, or why there is none: a loss, or a client who never leaves and is not discounted.</returns>
    public static Finding<decimal> Of(decimal margin, decimal retention, decimal discount, int? horizon = null) => Refusal(margin, retention, discount, horizon) is { } reason
        ? Finding.Refused<decimal>(reason)
        : Computed.Exactly(() => Multiple(retention, discount, horizon).Then(multiple => LifetimeAmount.Of(margin * multiple)));

    /// <summary>CLV = GC·Σ(i=0..n) r^i/(1+d)^i − M·Σ(i=1..n) r^(i−1)/(1+d)^(i−½): margins at the end of each period, promotion in its middle. Berger and Nasr, Customer lifetime value, Journal of Interactive Marketing 12 (1998) 17–30, case 1.</summary>
    /// <param name="contribution">The gross contribution of a period, GC.</param>
    /// <param name="promotion">The promotion cost of a period, M; 0 or more.</param>
    /// <param name="retention">The retention rate, r.</param>
    /// <param name="discount">The discount rate per period, d.</param>
    /// <param name="periods">How many periods, n; 0 to 1,000.</param>
    /// <returns>The value to the cent, or why there is none.</returns>
    public static Finding<decimal> WithPromotion(decimal contribution, decimal promotion, decimal retention, decimal discount, int periods)
    {
        var reason = Refusal(contribution, retention, discount, periods) ?? OutOfRange.Of(OutOfRange.Cost("promotion cost", "促销成本", promotion));
        return reason is null ? Computed.Exactly(() => BergerNasr(contribution, promotion, retention, discount, periods)) : Finding.Refused<decimal>(reason);
    }

    /// <summary>The value of one unit of margin a period.</summary>
    internal static Finding<decimal> Multiple(decimal retention, decimal discount, int? horizon)
    {
        if (horizon is { } periods)
        {
            decimal weight = 1, sum = 0;
            for (var k = 0; k < periods; k++)
            {
                weight *= retention / (1 + discount);
                sum += weight;
            }

            return Finding.Of(sum);
        }

        return retention < 1 + discount
            ? Finding.Of(retention / (1 + discount - retention))
            : Finding.Refused<decimal>("value_unbounded", new("A client who never leaves and whose money is not discounted has no finite value; give a horizon.", "永不流失且不贴现的客户价值无上限；请给定期限。"));
    }

    internal static Reason? Refusal(decimal margin, decimal retention, decimal discount, int? horizon) => OutOfRange.Of(
        OutOfRange.Amount("margin of a period", "每期利润", margin),
        OutOfRange.Share("retention rate", "保留率", (double)retention),
        OutOfRange.Share("discount rate", "贴现率", (double)discount),
        new Input(new("number of periods", "期数"), horizon ?? 0, 0, MostPeriods));

    private static Finding<decimal> BergerNasr(decimal contribution, decimal promotion, decimal retention, decimal discount, int periods)
    {
        decimal growth = 1 + discount, half = (decimal)Math.Sqrt((double)growth), kept = 1, sum = contribution;
        for (var i = 1; i <= periods; i++)
        {
            // In the middle of period i: kept so far, discounted half a period less than at its end.
            sum -= promotion * kept / growth * half;
            kept *= retention / growth;
            sum += contribution * kept;
        }

        return LifetimeAmount.Of(sum);
    }
}
