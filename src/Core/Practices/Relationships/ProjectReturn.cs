using Clientele.Analysis.Lifetime;
using Clientele.Analysis.RelationshipValue;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Relationships;

/// <summary>How likely project clients return after a pause, and what a client who just bought is worth by it.</summary>
internal sealed class ProjectReturn : IInsightComputation
{
    private const int Pauses = 3;
    private const int Years = 10;

    public static Insight Insight { get; } = new()
    {
        Name = "core.project_return",
        Title = new("Return of project clients", "项目客户的再次合作"),
        Description = new(
            "How likely a client buys again one, two and three years after the last purchase, counted from the sales on record; and what a client who has just bought is worth over the coming years when a pause is not a loss.",
            "根据成交记录统计客户在上次成交一年、二年、三年后再次成交的概率；并据此计算刚成交客户在未来各年的价值（间歇不视为流失）。"),
        Source = "Dwyer 1997; Berger and Nasr 1998, case 5",
        Reads = [Terms.MarginRate],
        Roles = TouchpointRoles.Sale,
        Computation = new ProjectReturn(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var bought = new Dictionary<ClientId, HashSet<int>>();
        var sums = new Dictionary<ClientId, (decimal Amount, long Count)>();
        await foreach (var month in input.MonthsAsync(cancellationToken).ConfigureAwait(false))
        {
            var back = (((input.AsOf.Year - month.First.Year) * 12) + input.AsOf.Month - month.First.Month) / 12;
            bought.TryAdd(month.Client, []);
            bought[month.Client].Add(-back);
            var (amount, count) = sums.GetValueOrDefault(month.Client);
            sums[month.Client] = (amount + month.Amount, count + month.Count);
        }

        var probabilities = MigrationModel.Estimate(bought.Values, 0, Pauses);
        if (!probabilities.IsKnown)
        {
            return InsightResult.Refused(probabilities.Refusal);
        }

        var contribution = await ContributionAsync(input, sums, cancellationToken).ConfigureAwait(false);
        decimal[] p = [.. probabilities.Value.Select(found => found.Probability)];
        var chain = MigrationModel.Purchases(p, Years).Value!;
        return new InsightResult
        {
            Figures =
            [
                .. probabilities.Value.Select((found, index) => new Figure($"p{index + 1}", new(index == 0 ? "Returns after one year of pause" : $"Returns after {index + 1} years of pause", $"间隔{index + 1}年后再次成交"), Math.Round(found.Probability, 6), MeasureUnit.Ratio)),
                Shown.Figure("contribution", new("Mean margin of a sale", "单次成交平均毛利"), contribution, MeasureUnit.Money),
            ],
            Tables =
            [
                new(
                    "years",
                    new("A client who has just bought", "刚成交的客户"),
                    [Shown.Column("year", "Year", "年", MeasureUnit.Count), Shown.Column("purchases", "Purchases expected", "预期成交"), Shown.Column("value", "Value up to then", "截至当年的价值", MeasureUnit.Money)],
                    [.. Enumerable.Range(0, Years + 1).Select(year => new InsightRow((long)year, Math.Round(chain[year], 6), contribution.Then(gc => MigrationModel.Value(p, gc, 0, Terms.UsualDiscount, year)).Cell()))]),
            ],
            Charts = [new(ChartKind.Columns, "years", new("Purchases expected in the coming years", "未来各年预期成交")) { Label = "year", Values = ["purchases"] }],
            Reasons = [.. LifetimeModelChoice.For(new(Contractual: false, SetOpportunities: false, Projects: true)).Reasons, Terms.Assumed],
        };
    }

    private static async Task<Finding<decimal>> ContributionAsync(IInsightInput input, Dictionary<ClientId, (decimal Amount, long Count)> sums, CancellationToken cancellationToken)
    {
        var (margin, count) = (0m, 0L);
        await foreach (var client in input.ClientsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (client.Number(Terms.MarginRate) is { } rate && sums.TryGetValue(client.Id, out var sum))
            {
                (margin, count) = (margin + (sum.Amount * rate), count + sum.Count);
            }
        }

        return count > 0
            ? Finding.Of(margin / count)
            : Finding.Refused<decimal>("no_margin", new("No client with sales has a margin rate (core.margin_rate).", "没有成交客户登记毛利率（core.margin_rate）。"));
    }
}
