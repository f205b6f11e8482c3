namespace Clientele.Analysis.Portfolio;

/// <summary>A client by the crude measure of profit over cost, beside its place in a better one.</summary>
/// <param name="Id">Who.</param>
/// <param name="Profit">What the client earns us.</param>
/// <param name="Cost">What the client costs us; above 0 for a ratio.</param>
/// <param name="Rank">The client's rank in the value index, from 1; <see langword="null"/> when it has none.</param>
public sealed record CostReturnClient(string Id, decimal Profit, decimal Cost, int? Rank = null);

/// <summary>A client judged by profit over cost.</summary>
/// <param name="Id">Who.</param>
/// <param name="Ratio">Profit over cost, or why there is none.</param>
/// <param name="HighEnd">Whether the ratio reaches the cut.</param>
/// <param name="Disagrees">Whether the value index says the opposite: high-end in its lower half, or low-end in its upper half.</param>
public sealed record CostReturnResult(string Id, Finding<double> Ratio, bool HighEnd, bool Disagrees);

/// <summary>High-end and low-end clients by the cost-return ratio: the baseline that better measures are held against.</summary>
public static class CostReturn
{
    /// <summary>Judges clients.</summary>
    /// <param name="clients">The clients.</param>
    /// <param name="cut">The ratio from which a client is high-end; on it counts as reached.</param>
    /// <returns>The judgement of each, in the order given.</returns>
    public static IReadOnlyList<CostReturnResult> Of(IReadOnlyList<CostReturnClient> clients, double cut)
    {
        ArgumentNullException.ThrowIfNull(clients);
        var half = clients.Count(client => client.Rank is not null) / 2.0;
        return [.. clients.Select(client =>
        {
            var ratio = client.Cost > 0
                ? Finding.Of((double)(client.Profit / client.Cost))
                : Finding.Refused<double>(Unusable.NoBase(new("cost of the client", "客户成本")));
            var high = ratio.IsKnown && ratio.Value >= cut;
            return new CostReturnResult(client.Id, ratio, high, ratio.IsKnown && client.Rank is { } rank && high == rank > half);
        })];
    }
}
