using System.Globalization;
using Clientele.Analysis.PerceivedValue;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Perception;

/// <summary>Who buys again, by how far delivered value is above the average of the alternatives.</summary>
internal sealed class RepurchaseInsight : IInsightComputation
{
    // Assumed until the firm's own decisions are enough to fit the slope: ten points of advantage are odds of e to one.
    private const double UsualSlope = 0.1;

    public static Insight Insight { get; } = new()
    {
        Name = "core.repurchase",
        Title = new("Repurchase by perceived advantage", "感知优势与重复购买"),
        Description = new("The probability of buying again by how far our delivered value is above the average of the alternatives; the slope is fitted on who bought in the twelve months after the assessments of a year ago, and assumed until they are enough. Clients at or below the average come first.", "根据让渡价值高于替代选择平均水平的程度计算复购概率；斜率由一年前评价之后12个月的实际复购拟合，数据不足时采用假定值。不高于平均水平的客户列在最前。"),
        Source = "Thibaut and Kelley 1959",
        Reads = ["core.delivered_advantage", "core.sales_count_12m"],
        Computation = new RepurchaseInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var before = new Dictionary<ClientId, decimal>();
        await foreach (var client in input.ClientsAsync(input.AsOf.YearBegin().AddDays(-1), cancellationToken).ConfigureAwait(false))
        {
            if (client.Number("core.delivered_advantage") is { } advantage)
            {
                before[client.Id] = advantage;
            }
        }

        var decisions = new List<(double, bool)>();
        var now = new List<(ClientId Client, decimal Advantage)>();
        await foreach (var client in input.ClientsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (before.TryGetValue(client.Id, out var earlier))
            {
                decisions.Add(((double)earlier, client.Number("core.sales_count_12m") > 0));
            }

            if (client.Number("core.delivered_advantage") is { } advantage)
            {
                now.Add((client.Id, advantage));
            }
        }

        return now.Count == 0
            ? Shown.Nothing("No client has assessed both us and an alternative.", "没有客户同时评价过本企业与替代选择。")
            : Result(now, Repurchase.Fit(decisions));
    }

    private static InsightResult Result(List<(ClientId Client, decimal Advantage)> now, Finding<Repurchase> fitted)
    {
        var model = fitted.Value ?? new Repurchase(UsualSlope);
        var slope = model.Slope.ToString("0.####", CultureInfo.InvariantCulture);
        var below = now.Count(entry => entry.Advantage <= 0);
        return new InsightResult
        {
            Figures =
            [
                new("slope", new("Slope", "斜率"), (decimal)model.Slope),
                new("below", new("Clients at or below the average of the alternatives", "不高于替代选择平均水平的客户"), below, MeasureUnit.Count) { Alert = below > 0 },
            ],
            Tables =
            [
                new(
                    "clients",
                    new("Clients, the least advantage first", "客户（优势最小者在前）"),
                    [Shown.Column("client", "Client", "客户"), Shown.Column("advantage", "Above the average", "高于平均", MeasureUnit.Money), Shown.Column("probability", "Buys again", "复购概率", MeasureUnit.Ratio)],
                    [.. now.OrderBy(entry => entry.Advantage).ThenBy(entry => entry.Client).Select(entry => new InsightRow(entry.Client, entry.Advantage, model.Probability((double)entry.Advantage).Number().Cell()) { Clients = [entry.Client] })]),
            ],
            Reasons = [fitted.IsKnown ? new("fitted", new($"The slope {slope} was fitted on {model.Observations} decisions.", $"斜率{slope}由{model.Observations}次决定拟合得出。")) : new("assumed", new($"The slope {slope} is assumed: {fitted.Refusal.Text.En}", $"斜率{slope}为假定值：{fitted.Refusal.Text.Zh}"))],
        };
    }
}
