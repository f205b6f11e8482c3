using Clientele.Analysis.CostLedger;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Costs;

/// <summary>What winning a client costs beside keeping one.</summary>
internal sealed class AcquisitionCost : IInsightComputation
{
    // What the sources say of money; a benchmark to stand beside the result, never the result.
    private const decimal From = 5, To = 10;

    public static Insight Insight { get; } = new()
    {
        Name = "core.acquisition_cost",
        Title = new("Cost of winning and of keeping a client", "获客成本与保客成本"),
        Description = new(
            "Costs of twelve months booked for acquisition, by the clients won, beside those for retention, by the clients kept; in money and in hours. Undefined where nobody was won or kept.",
            "近12个月获客费用除以新增客户数，与保客费用除以留存客户数相比；分别按金额与工时计算。无新增或留存客户时无定义。"),
        Source = "Reichheld and Sasser 1990; benchmarks of texts 000, 001 and 003",
        Reads = Spending.Reads,
        Kinds = [CostKinds.Cost],
        Computation = new AcquisitionCost(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var spending = await Spending.ReadAsync(input, input.AsOf, cancellationToken).ConfigureAwait(false);
        if (spending.ByPurpose.Count == 0)
        {
            return Shown.Nothing("No cost of the last twelve months is on record.", "近12个月没有费用记录。");
        }

        Spent acquisition = spending.On(CostKinds.Acquisition), retention = spending.On(CostKinds.Retention);
        Finding<CostPerEffect> won = CostPerEffect.Of(acquisition, spending.Won), kept = CostPerEffect.Of(retention, spending.Kept);
        var ratio = CostRatio.Of(acquisition, spending.Won, retention, spending.Kept, From, To);
        return new InsightResult
        {
            Figures =
            [
                Shown.Figure("ratio", new("Cost of winning / cost of keeping, in money", "获客与保客成本之比（金额）"), ratio.Then(found => found.Money)),
                Shown.Figure("ratio_hours", new("The same in hours", "获客与保客成本之比（工时）"), ratio.Then(found => found.Hours)),
                Shown.Figure("cac", new("Cost of winning a client", "单个获客成本"), won.Then(found => Finding.Of(found.Money)), MeasureUnit.Money),
                Shown.Figure("crc", new("Cost of keeping a client", "单个保客成本"), kept.Then(found => Finding.Of(found.Money)), MeasureUnit.Money),
                Shown.Figure("cac_hours", new("Hours to win a client", "单个获客工时"), won.Then(found => Finding.Of(found.Hours))),
                Shown.Figure("crc_hours", new("Hours to keep a client", "单个保客工时"), kept.Then(found => Finding.Of(found.Hours))),
                new("won", new("Clients won", "新增客户"), spending.Won, MeasureUnit.Count),
                new("kept", new("Clients kept", "留存客户"), spending.Kept, MeasureUnit.Count),
            ],
            Tables =
            [
                new(
                    "purposes",
                    new("Costs by purpose", "按用途划分的费用"),
                    [Shown.Column("purpose", "Purpose", "用途"), Shown.Column("money", "Money", "金额", MeasureUnit.Money), Shown.Column("hours", "Hours", "工时")],
                    [.. spending.ByPurpose.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => new InsightRow(CostKinds.PurposeTitle(entry.Key), entry.Value.Money, entry.Value.Hours))]),
            ],
            Reasons = [new("benchmark", new("The sources speak of 5 times the money (texts 000 and 003) and 10 times the time and effort (text 001): ranges of other industries to compare with.", "文献称金额约为5倍（文本000、003），时间精力约为10倍（文本001）：均为其他行业的参考区间。"))],
        };
    }
}
