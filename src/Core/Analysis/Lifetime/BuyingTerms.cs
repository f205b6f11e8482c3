namespace Clientele.Analysis.Lifetime;

/// <summary>The terms under which expected purchases are valued.</summary>
/// <param name="Margin">The part of an amount that remains, between 0 and 1.</param>
/// <param name="Periods">How many periods ahead; 1 to 400.</param>
/// <param name="PeriodLength">The length of a period in the unit of time of the fit; above 0.</param>
/// <param name="Discount">The discount rate per period; between 0 and 1.</param>
public sealed record BuyingTerms(double Margin, int Periods, double PeriodLength, double Discount)
{
    internal Reason? Refusal() => OutOfRange.Of(
        OutOfRange.Share("margin", "利润率", Margin),
        new Input(new("number of periods", "期数"), Periods, 1, 400),
        new Input(new("length of a period", "每期时长"), PeriodLength, 1e-6, 1e5),
        OutOfRange.Share("discount rate", "贴现率", Discount));
}
