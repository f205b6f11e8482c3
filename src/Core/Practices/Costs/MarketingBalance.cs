using Clientele.Analysis.CostLedger;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Costs;

/// <summary>Attack and defence: what each effect costs, and where the next unit does more.</summary>
internal sealed class MarketingBalance : IInsightComputation
{
    private const decimal From = 5, To = 8;

    public static Insight Insight { get; } = new()
    {
        Name = "core.marketing_balance",
        Title = new("Offensive and defensive marketing", "进攻性与防守性营销"),
        Description = new(
            "Costs of twelve months booked as offensive, by clients won, beside those booked as defensive, by clients kept; and compared with the twelve months before, where the next unit of money does more.",
            "近12个月进攻性费用除以新增客户数，与防守性费用除以留存客户数相比；并与前12个月比较，看下一单位投入用于何处成效更大。"),
        Source = "Fornell and Wernerfelt 1987",
        Reads = Spending.Reads,
        Kinds = [CostKinds.Cost],
        Computation = new MarketingBalance(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var now = await Spending.ReadAsync(input, input.AsOf, cancellationToken).ConfigureAwait(false);
        Spent attack = now.On(CostKinds.Offensive), defence = now.On(CostKinds.Defensive);
        if (attack == default && defence == default)
        {
            return Shown.Nothing("No cost of the last twelve months is booked as offensive or defensive.", "近12个月没有登记为进攻性或防守性的费用。");
        }

        var before = await Spending.ReadAsync(input, input.AsOf.YearBegin().AddDays(-1), cancellationToken).ConfigureAwait(false);
        var ratio = CostRatio.Of(attack, now.Won, defence, now.Kept, From, To);
        var mix = BudgetMix.Of(new(before.On(CostKinds.Offensive).Money, before.Won), new(attack.Money, now.Won), new(before.On(CostKinds.Defensive).Money, before.Kept), new(defence.Money, now.Kept));
        return new InsightResult
        {
            Figures =
            [
                Shown.Figure("ratio", new("Cost per client won / per client kept", "每新增客户与每留存客户成本之比"), ratio.Then(found => found.Money)),
                new("band", new("Beside the 5 to 8 times of the sources", "与文献所称5至8倍相比"), null) { Verdict = Band(ratio) },
                Shown.Figure("offensive", new("Offensive cost per client won", "每新增客户的进攻性成本"), CostPerEffect.Of(attack, now.Won).Then(found => Finding.Of(found.Money)), MeasureUnit.Money),
                Shown.Figure("defensive", new("Defensive cost per client kept", "每留存客户的防守性成本"), CostPerEffect.Of(defence, now.Kept).Then(found => Finding.Of(found.Money)), MeasureUnit.Money),
                new("better", new("Where the next unit does more", "下一单位投入更有效之处"), null) { Verdict = Better(mix) },
            ],
        };
    }

    private static LocalizedText Band(Finding<CostRatio> ratio) => ratio.Value?.InBand switch
    {
        true => new("Within", "在区间内"),
        false => new("Outside", "在区间外"),
        null => (ratio.Refusal ?? ratio.Value!.Money.Refusal!).Text,
    };

    private static LocalizedText Better(Finding<BudgetMix> mix) => (mix.IsKnown, mix.Value?.Better) switch
    {
        (false, _) => mix.Refusal!.Text,
        (_, MarketingStance.Offensive) => new("Attack", "进攻"),
        (_, MarketingStance.Defensive) => new("Defence", "防守"),
        _ => new("Both alike", "两者相同"),
    };
}
