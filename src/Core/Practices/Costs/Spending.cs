using Clientele.Analysis.CostLedger;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Costs;

/// <summary>Money and hours by purpose over a stretch of time, and the clients won and kept in it.</summary>
internal sealed record Spending(IReadOnlyDictionary<string, Spent> ByPurpose, long Won, long Kept)
{
    /// <summary>The measures that tell a client won from one kept.</summary>
    public static IReadOnlyList<string> Reads { get; } = ["core.tenure", "core.sales_count_12m"];

    public Spent On(string purpose) => ByPurpose.GetValueOrDefault(purpose);

    /// <summary>Reads the twelve months up to a day: won are the clients with their first sale in them, kept those with an earlier one who bought again.</summary>
    public static async Task<Spending> ReadAsync(IInsightInput input, DateOnly asOf, CancellationToken cancellationToken)
    {
        var from = asOf.YearBegin();
        var sums = new Dictionary<string, Spent>(StringComparer.Ordinal);
        await foreach (var cost in input.TouchpointsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (cost.Kind == CostKinds.Cost && cost.OccurredOn >= from && cost.OccurredOn <= asOf)
            {
                var purpose = cost.Details.Text("purpose");
                sums[purpose] = sums.GetValueOrDefault(purpose) + new Spent(cost.Amount?.Amount ?? 0, cost.Details.Number("hours") ?? 0);
            }
        }

        long won = 0, kept = 0;
        await foreach (var client in input.ClientsAsync(asOf, cancellationToken).ConfigureAwait(false))
        {
            if (client.Number("core.sales_count_12m") > 0 && client.Number("core.tenure") is { } tenure)
            {
                var isNew = asOf.AddDays(-(int)tenure) >= from;
                won += isNew ? 1 : 0;
                kept += isNew ? 0 : 1;
            }
        }

        return new(sums, won, kept);
    }
}
