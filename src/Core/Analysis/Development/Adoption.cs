namespace Clientele.Analysis.Development;

/// <summary>How far something new has reached into the clients.</summary>
/// <param name="Label">The period.</param>
/// <param name="Adopters">The clients who used it for the first time in the period.</param>
/// <param name="Reached">The clients who have used it by its end.</param>
/// <param name="Penetration">Their share of those who could.</param>
/// <param name="Spend">What was spent on it in the period.</param>
public sealed record AdoptionPoint(string Label, int Adopters, int Reached, double Penetration, decimal Spend);

/// <summary>The adoption of a new line of business.</summary>
public static class Adoption
{
    /// <summary>Adds adopters up over time.</summary>
    /// <param name="periods">For each period its new adopters and what was spent, the oldest first.</param>
    /// <param name="clients">The clients who could adopt it, those who did included; above 0.</param>
    /// <returns>The adoption per period, or why there is none.</returns>
    public static Finding<IReadOnlyList<AdoptionPoint>> Of(IReadOnlyList<(string Label, int Adopters, decimal Spend)> periods, int clients)
    {
        ArgumentNullException.ThrowIfNull(periods);
        if (clients <= 0)
        {
            return Finding.Refused<IReadOnlyList<AdoptionPoint>>(Unusable.NoBase(new("number of clients", "客户数")));
        }

        if (periods.Any(period => period.Adopters < 0))
        {
            return Finding.Refused<IReadOnlyList<AdoptionPoint>>(Unusable.Negative(new("adopters", "采用者数")));
        }

        if (periods.Sum(period => (long)period.Adopters) > clients)
        {
            return Finding.Refused<IReadOnlyList<AdoptionPoint>>("more_than_all", new("There are more adopters than clients.", "采用者数超过客户总数。"));
        }

        var reached = 0;
        return Finding.Of<IReadOnlyList<AdoptionPoint>>([.. periods.Select(period =>
        {
            reached += period.Adopters;
            return new AdoptionPoint(period.Label, period.Adopters, reached, (double)reached / clients, period.Spend);
        })]);
    }
}
