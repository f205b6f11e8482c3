using Clientele.Analysis.Indicators;
using Clientele.Practices.History;

namespace Clientele.Practices.Indicators;

/// <summary>How far the year's goals have come.</summary>
internal sealed class GoalsInsight : IInsightComputation
{
    private sealed record Line(LocalizedText Title, Func<YearCompared, double> Read, NumberSetting Change)
    {
        public string Name => Change.Name;
    }

    private static readonly Line[] Lines =
    [
        new(new("Sales", "销售额"), year => (double)year.Sales, Change("sales", new("Goal for sales, against the year before", "销售额目标（较上年）"), 0.10m)),
        new(new("Touches", "接触次数"), year => (double)year.Touches, Change("touches", new("Goal for touches, against the year before", "接触次数目标（较上年）"), 0.10m)),
        new(new("Buyers", "成交客户"), year => year.Buyers.Count, Change("buyers", new("Goal for buyers, against the year before", "成交客户目标（较上年）"), 0.05m)),
        new(new("Complaints", "投诉"), year => (double)year.Complaints, Change("complaints", new("Goal for complaints, against the year before", "投诉目标（较上年）"), -0.20m)),
    ];

    private static NumberSetting Change(string name, LocalizedText title, decimal usual) => new() { Name = name, Title = title, Default = usual, Least = -1, Most = 100 };

    public static Insight Insight { get; } = new()
    {
        Name = "core.goals",
        Title = new("Goals of the year and their progress", "年度目标与进度"),
        Description = new("Goals against the twelve months before the year (by default sales and touches up by a tenth, buyers up by a twentieth, complaints down by a fifth), with the light against the share of the year that has passed.", "以上年为基准的默认目标：销售额、接触次数提高一成，成交客户增加百分之五，投诉减少两成；并与已过时间对照显示红黄绿灯。"),
        Reads = YearCompared.Reads,
        Settings = [.. Lines.Select(line => line.Change)],
        Computation = new GoalsInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var from = new DateOnly(input.AsOf.Year, 1, 1).AddDays(-1);
        var (now, before) = (await YearCompared.ReadAsync(input, input.AsOf, cancellationToken).ConfigureAwait(false), await YearCompared.ReadAsync(input, from, cancellationToken).ConfigureAwait(false));
        var goals = Lines.Select(line => (Line: line, Baseline: line.Read(before), Actual: line.Read(now), Target: Math.Round(line.Read(before) * (1 + (double)input.Setting(line.Change)), 2)))
            .Select(one => (one.Line, one.Baseline, one.Actual, one.Target, Progress: new Goal(one.Line.Name, one.Baseline, one.Target, from, from.AddYears(1)).ProgressOf(one.Actual, input.AsOf))).ToList();
        return goals.All(goal => !goal.Progress.IsKnown)
            ? InsightResult.Refused(Told.Because("no_baseline", "Nothing is recorded for the year before, so that no goal has a baseline.", "上年没有记录，目标缺少基准值。"))
            : new InsightResult
            {
                Figures = [.. goals.Select(goal => goal.Progress.IsKnown
                    ? Told.Ratio(goal.Line.Name, goal.Line.Title, goal.Progress.Value.Progress) with { Verdict = Light(goal.Progress.Value.Light), Alert = goal.Progress.Value.Light == GoalLight.Red }
                    : new Figure(goal.Line.Name, goal.Line.Title, null) { Verdict = goal.Progress.Refusal.Text })],
                Tables =
                [
                    new(
                        "goals", new("Goals", "目标"),
                        [new("goal", new("Goal", "目标")), new("baseline", new("Baseline", "基准")), new("target", new("Target", "目标值")), new("actual", new("Now", "当前")), new("progress", new("Progress", "进度"), MeasureUnit.Ratio), new("elapsed", new("Time passed", "已过时间"), MeasureUnit.Ratio), new("light", new("Light", "状态"))],
                        [.. goals.Select(goal => new InsightRow(
                            goal.Line.Title, InsightCell.Measured(goal.Baseline, 2), InsightCell.Measured(goal.Target, 2), InsightCell.Measured(goal.Actual, 2),
                            Told.Ratio(goal.Progress.Value?.Progress), Told.Ratio(goal.Progress.Value?.Elapsed), goal.Progress.IsKnown ? Light(goal.Progress.Value.Light) : goal.Progress.Refusal.Text) { Clients = [.. now.Buyers.Order()] })]),
                ],
                Charts = [new(ChartKind.Bars, "goals", new("Progress of the goals", "目标进度")) { Label = "goal", Values = ["progress"] }],
            };
    }

    private static LocalizedText Light(GoalLight light) => light switch
    {
        GoalLight.Green => new("green: on time", "绿灯：按期"),
        GoalLight.Amber => new("amber: a little behind", "黄灯：略落后"),
        _ => new("red: behind", "红灯：落后"),
    };
}
