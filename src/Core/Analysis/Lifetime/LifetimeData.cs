namespace Clientele.Analysis.Lifetime;

/// <summary>The patterns that a model of buying is fitted on, checked, and in units of the longest watch so that the start of the climb suits any unit.</summary>
internal sealed record LifetimeData(IReadOnlyList<BuyingPattern> Patterns, double Unit, long Clients, int MostRepeats)
{
    // Four parameters cannot be told from fewer; below these numbers the likelihood is flat and any answer an accident.
    private const int FewestClients = 30;
    private const int FewestBuyers = 10;

    public static Finding<LifetimeData> Of(IEnumerable<BuyingPattern> patterns, bool scaled = true)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        var collapsed = BuyingPattern.Collapse(patterns);
        foreach (var pattern in collapsed)
        {
            if (pattern.Contradiction() is { } reason)
            {
                return Finding.Refused<LifetimeData>(reason);
            }
        }

        long clients = collapsed.Sum(pattern => pattern.Clients), again = collapsed.Where(pattern => pattern.Repeats > 0).Sum(pattern => pattern.Clients);
        if (clients < FewestClients)
        {
            return Finding.Refused<LifetimeData>(TooFew.Of(new("clients", "客户"), (int)clients, FewestClients));
        }

        if (again < FewestBuyers)
        {
            return Finding.Refused<LifetimeData>(TooFew.Of(new("clients who bought again", "复购客户"), (int)again, FewestBuyers));
        }

        var unit = scaled ? collapsed.Max(pattern => pattern.Observed) : 1;
        return unit > 0
            ? Finding.Of(new LifetimeData([.. collapsed.Select(pattern => pattern with { Last = pattern.Last / unit, Observed = pattern.Observed / unit })], unit, clients, collapsed.Max(pattern => pattern.Repeats)))
            : Finding.Refused<LifetimeData>("no_time", new("No client was watched for any time.", "没有任何客户的观察时长大于零。"));
    }

    public double SumOfLogs => Patterns.Sum(pattern => (double)pattern.Repeats * pattern.Clients) * Math.Log(Unit);
}
