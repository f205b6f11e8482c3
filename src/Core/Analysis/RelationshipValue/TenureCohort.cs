namespace Clientele.Analysis.RelationshipValue;

/// <summary>Where a series goes.</summary>
public enum Direction
{
    /// <summary>Down.</summary>
    Falling,

    /// <summary>Neither up nor down.</summary>
    Flat,

    /// <summary>Up.</summary>
    Rising,
}

/// <summary>All clients in the same year of their tenure.</summary>
/// <param name="Year">The year of the tenure; 1 is the first.</param>
/// <param name="Discount">Their discount: 1 − revenue / list, weighted by list price; missing without purchases.</param>
/// <param name="CostToServe">Their cost to serve as a part of revenue; missing without revenue.</param>
/// <param name="Clients">How many there are.</param>
public sealed record TenureCohort(int Year, decimal? Discount, decimal? CostToServe, int Clients)
{
    /// <summary>Puts the years of the tenure of all clients together: the evidence whether service gets cheaper and clients less price-sensitive, or not.</summary>
    /// <param name="years">The years, with the number of the year of the tenure.</param>
    /// <returns>The cohorts by year, or why there are none.</returns>
    public static Finding<IReadOnlyList<TenureCohort>> Of(IEnumerable<(int Year, TenureYear Ledger)> years)
    {
        ArgumentNullException.ThrowIfNull(years);
        var all = years.ToList();
        var reason = all.Count == 0 ? TooFew.Of(new("years of tenure", "合作年度"), 0, 1) : all.Select(year => year.Ledger.Refusal()).FirstOrDefault(found => found is not null);
        return reason is not null
            ? Finding.Refused<IReadOnlyList<TenureCohort>>(reason)
            : Computed.Exactly(() => Finding.Of<IReadOnlyList<TenureCohort>>([.. all.GroupBy(year => year.Year).OrderBy(group => group.Key).Select(group => Sum(group.Key, [.. group.Select(year => year.Ledger)]))]));
    }

    /// <summary>Where a ratio goes over the cohorts, by the slope of the straight line through them; a slope below a thousandth a year is flat.</summary>
    /// <param name="cohorts">The cohorts.</param>
    /// <param name="ratio">The ratio to follow; cohorts without it are left out.</param>
    /// <returns>The direction, or why there is none.</returns>
    public static Finding<Direction> Trend(IReadOnlyList<TenureCohort> cohorts, Func<TenureCohort, decimal?> ratio)
    {
        ArgumentNullException.ThrowIfNull(cohorts);
        ArgumentNullException.ThrowIfNull(ratio);
        var points = cohorts.Select(cohort => (X: (double)cohort.Year, Y: (double?)ratio(cohort))).Where(point => point.Y is not null).ToList();
        if (points.Select(point => point.X).Distinct().Count() < 2)
        {
            return Finding.Refused<Direction>(TooFew.Of(new("years of tenure", "合作年度"), points.Count, 2));
        }

        double meanX = points.Average(point => point.X), meanY = points.Average(point => point.Y!.Value);
        var slope = points.Sum(point => (point.X - meanX) * (point.Y!.Value - meanY)) / points.Sum(point => (point.X - meanX) * (point.X - meanX));
        return Finding.Of(slope < -0.001 ? Direction.Falling : slope > 0.001 ? Direction.Rising : Direction.Flat);
    }

    private static TenureCohort Sum(int year, IReadOnlyList<TenureYear> ledgers)
    {
        decimal list = ledgers.Sum(ledger => ledger.List), revenue = ledgers.Sum(ledger => ledger.Revenue);
        return new(year, list > 0 ? 1 - (revenue / list) : null, revenue > 0 ? ledgers.Sum(ledger => ledger.Cost) / revenue : null, ledgers.Count);
    }
}
