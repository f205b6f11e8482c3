using System.Globalization;
using Clientele.Analysis.LifeCycle;
using Clientele.Practices.History;

namespace Clientele.Practices.LifeCycle;

/// <summary>The stage of a client's life cycle, read from its sales year by year: years of twelve calendar months that end with the month of the as-of day.</summary>
internal sealed class LifeCycleStage : IHistoryComputation
{
    public static Measure Measure { get; } = new HistoryMeasure
    {
        Name = "core.life_cycle_stage",
        Title = new("Life-cycle stage (1 to 4)", "生命周期阶段（1至4）"),
        Description = new(
            "1 exploration, 2 development, 3 stability, 4 decline: a change of yearly sales beyond 15 % is growth or decline; a rise that fell back within a year is none. Missing before the first sale.",
            "1 考察、2 发展、3 稳定、4 衰退：年销售额变动超过15%为增长或下降；一年内回落的上升不计。首次成交前缺失。"),
        Source = "Dwyer, Schurr and Oh 1987; Chen Mingliang",
        Roles = TouchpointRoles.Sale,
        Computation = new LifeCycleStage(),
    };

    public static Scheme Scheme { get; } = new RuleScheme
    {
        Name = "core.life_cycle",
        Title = new("Client life cycle", "客户生命周期"),
        Description = new("Exploration, development, stability, decline, by the trend of yearly sales.", "按年销售额趋势划分为考察、发展、稳定、衰退。"),
        Source = "Dwyer, Schurr and Oh 1987; Chen Mingliang",
        Rules =
        [
            new("exploration", new("Exploration", "考察期"), "core.life_cycle_stage == 1"),
            new("development", new("Development", "发展期"), "core.life_cycle_stage == 2"),
            new("stability", new("Stability", "稳定期"), "core.life_cycle_stage == 3"),
            new("decline", new("Decline", "衰退期"), "core.life_cycle_stage == 4"),
        ],
    };

    public static Scheme Ladder { get; } = new RuleScheme
    {
        Name = "core.status_ladder",
        Title = new("Status ladder", "客户状态阶梯"),
        Description = new("Never contacted, contacted, opportunity, user, repurchaser: the highest step reached.", "从未接触、初次接触、销售机会、用户、再购买：取已达到的最高一级。"),
        Source = "Client life cycle, text 004",
        Rules =
        [
            new("repurchaser", new("Repurchaser", "再购买者"), "core.sales_count >= 2"),
            new("user", new("User", "用户"), "core.sales_count >= 1"),
            new("opportunity", new("Opportunity", "销售机会"), "core.lead_score != null"),
            new("contacted", new("Contacted", "初次接触"), "core.days_since_touch != null"),
            new("never_contacted", new("Never contacted", "从未接触")),
        ],
    };

    public MeasureResult Compute(HistoryInput input) => Stage(input) with { HoldsUntil = YearsBack.Turns(input) };

    private static MeasureResult Stage(HistoryInput input)
    {
        var years = YearlySales.Of(input);
        if (years.Count == 0)
        {
            return MeasureResult.Missing(new("There is no sale yet.", "尚无成交。"));
        }

        var series = new Reason("yearly_sales", new($"Yearly sales: {Text(years)}.", $"历年销售额：{Text(years)}。"));
        if (years.Count == 1)
        {
            return new MeasureResult(1, [series]);
        }

        var curve = LifeCycleCurve.Of([.. years.Select(year => (double)year)]);
        return curve.IsKnown
            ? new MeasureResult((int)curve.Value.Current + 1, [series, .. curve.Value.Diagnosis])
            : new MeasureResult(null, [series, curve.Refusal]);
    }

    private static string Text(IReadOnlyList<decimal> years) => string.Join(", ", years.Select(year => year.ToString("0.##", CultureInfo.InvariantCulture)));
}
