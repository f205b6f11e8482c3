using Clientele.Analysis.CostLedger;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Costs;

/// <summary>Budgets and what was spent, by client and programme.</summary>
internal sealed class Budgets : IInsightComputation
{
    public static Insight Insight { get; } = new()
    {
        Name = "core.budgets",
        Title = new("Budgets and actual costs", "预算与实际支出"),
        Description = new("The budget of each client's programme beside the costs booked on it; red when exceeded by more than 10 %.", "各客户项目预算与已登记支出的对比；超支10%以上为红色。"),
        Source = "Cost tracking, text 002",
        Kinds = [CostKinds.Cost, CostKinds.Budget],
        Computation = new Budgets(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var sums = new Dictionary<(ClientId Client, string Programme), (decimal Planned, decimal Actual)>();
        await foreach (var fact in input.TouchpointsAsync(cancellationToken).ConfigureAwait(false))
        {
            var key = (fact.Client, fact.Details.Text("programme"));
            var (planned, actual) = sums.GetValueOrDefault(key);
            var amount = fact.Amount?.Amount ?? 0;
            sums[key] = fact.Kind == CostKinds.Budget ? (planned + amount, actual) : (planned, actual + amount);
        }

        var budgets = sums.Where(entry => entry.Value.Planned > 0).Select(entry => (entry.Key, Found: Budget.Of(entry.Value.Planned, entry.Value.Actual))).ToList();
        var known = budgets.Where(entry => entry.Found.IsKnown).Select(entry => (entry.Key, Budget: entry.Found.Value!)).OrderByDescending(entry => entry.Budget.Deviation).ThenBy(entry => entry.Key.Client).ToList();
        if (known.Count == 0)
        {
            return Shown.Nothing("No budget is on record.", "没有预算记录。");
        }

        var red = known.Count(entry => entry.Budget.Red);
        return new InsightResult
        {
            Figures = [new("red", new("Budgets exceeded by more than 10 %", "超支10%以上的预算"), red, MeasureUnit.Count) { Alert = red > 0 }],
            Tables =
            [
                new(
                    "budgets",
                    new("Budgets", "预算"),
                    [Shown.Column("client", "Client", "客户"), Shown.Column("programme", "Programme", "项目或计划"), Shown.Column("planned", "Budget", "预算", MeasureUnit.Money), Shown.Column("actual", "Actual", "实际", MeasureUnit.Money), Shown.Column("deviation", "Deviation", "偏差", MeasureUnit.Ratio), Shown.Column("red", "Red", "超支")],
                    [.. known.Select(entry => new InsightRow(entry.Key.Client, InsightCell.Same(entry.Key.Programme), entry.Budget.Planned, entry.Budget.Actual, Math.Round(entry.Budget.Deviation, 6), entry.Budget.Red ? new LocalizedText("red", "红色") : null) { Clients = [entry.Key.Client] })]),
            ],
        };
    }
}
