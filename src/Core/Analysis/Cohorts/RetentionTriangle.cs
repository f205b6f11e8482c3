namespace Clientele.Analysis.Cohorts;

/// <summary>The periods in which a client bought.</summary>
/// <param name="Id">Who.</param>
/// <param name="Periods">The numbers of the periods, in any order; doubles count once.</param>
public sealed record CohortClient(string Id, IReadOnlyList<int> Periods);

/// <summary>The clients who bought first in the same period.</summary>
/// <param name="First">The period of their first purchase.</param>
/// <param name="Clients">Who they are, by id.</param>
/// <param name="Active">Who of them bought k periods later, for k from 0 to the last period that has passed.</param>
public sealed record Cohort(int First, IReadOnlyList<string> Clients, IReadOnlyList<IReadOnlyList<string>> Active)
{
    /// <summary>The share of the cohort that bought k periods after the first purchase.</summary>
    /// <param name="later">k, from 0.</param>
    /// <returns>The share; <see langword="null"/> for a period that has not passed yet.</returns>
    public double? Retention(int later) => later >= 0 && later < Active.Count ? (double)Active[later].Count / Clients.Count : null;
}

/// <summary>Cohorts by the period of the first purchase, and how many of each come back.</summary>
public static class RetentionTriangle
{
    /// <summary>Builds the triangle.</summary>
    /// <param name="clients">The clients with their periods.</param>
    /// <param name="last">The last period that has passed; later purchases are left out.</param>
    /// <returns>The cohorts, the oldest first, or why there are none: nobody has bought.</returns>
    public static Finding<IReadOnlyList<Cohort>> Of(IReadOnlyList<CohortClient> clients, int last)
    {
        ArgumentNullException.ThrowIfNull(clients);
        var buyers = clients
            .Select(client => (client.Id, Periods: client.Periods.Where(period => period <= last).ToHashSet()))
            .Where(client => client.Periods.Count > 0)
            .ToList();
        if (buyers.Count == 0)
        {
            return Finding.Refused<IReadOnlyList<Cohort>>(TooFew.Of(new("buyers", "有成交的客户"), 0, 1));
        }

        var earliest = buyers.Min(client => client.Periods.Min());
        if ((long)last - earliest > 10_000)
        {
            return Finding.Refused<IReadOnlyList<Cohort>>(Unusable.OutOfRange(new("number of periods", "期数"), (double)last - earliest, 0, 10_000));
        }

        return Finding.Of<IReadOnlyList<Cohort>>([.. buyers
            .GroupBy(client => client.Periods.Min())
            .OrderBy(group => group.Key)
            .Select(group => new Cohort(
                group.Key,
                Ids(group.Select(client => client.Id)),
                [.. Enumerable.Range(0, last - group.Key + 1).Select(later => Ids(group.Where(client => client.Periods.Contains(group.Key + later)).Select(client => client.Id)))]))]);
    }

    private static IReadOnlyList<string> Ids(IEnumerable<string> ids) => [.. ids.Order(StringComparer.Ordinal)];
}
