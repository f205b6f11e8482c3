namespace Clientele.Analysis.People;

/// <summary>Somebody who has a part in a client's decisions.</summary>
/// <param name="Weight">How much the person counts, 1 to 5.</param>
/// <param name="Attitude">What the person thinks of us, −2 (against) to +2 (for).</param>
public sealed record DecisionMaker(decimal Weight, decimal Attitude);

/// <summary>How much the people who decide at a client are for us.</summary>
public static class DecisionSupport
{
    private const double LeastWeight = 1;
    private const double GreatestWeight = 5;
    private const int GreatestAttitude = 2;

    /// <summary>The mean attitude by weight, in parts of the greatest: Σ w·a / (2·Σ w). The framework's own scale for the decision unit (buying centre) of Webster and Wind 1972.</summary>
    /// <param name="makers">The people with weight and attitude.</param>
    /// <returns>−1 (all against) to +1 (all for), or why there is none: nobody, or a number outside its range.</returns>
    public static Finding<decimal> Of(IReadOnlyList<DecisionMaker> makers)
    {
        ArgumentNullException.ThrowIfNull(makers);
        if (makers.Count == 0)
        {
            return Finding.Refused<decimal>(TooFew.Of(new("people with weight and attitude", "登记了权重和态度的人员"), 0, 1));
        }

        var refusal = makers.Select(maker => OutOfRange.Of(
            new Input(new("weight", "权重"), (double)maker.Weight, LeastWeight, GreatestWeight),
            new Input(new("attitude", "态度"), (double)maker.Attitude, -GreatestAttitude, GreatestAttitude))).FirstOrDefault(reason => reason is not null);
        return refusal is null
            ? Finding.Of(makers.Sum(maker => maker.Weight * maker.Attitude) / (GreatestAttitude * makers.Sum(maker => maker.Weight)))
            : Finding.Refused<decimal>(refusal);
    }
}
