using Clientele.Analysis.LifeCycle;
using Clientele.Practices.History;

namespace Clientele.Practices.LifeCycle;

/// <summary>Where each relationship stands between its beginning and its end.</summary>
internal sealed class LifeCycleInsight : IInsightComputation
{
    private static readonly Dictionary<LifeStage, LocalizedText> Stages = new()
    {
        [LifeStage.Exploration] = new("Exploration", "识别期"),
        [LifeStage.Development] = new("Development", "发展期"),
        [LifeStage.Stability] = new("Stability", "稳定期"),
        [LifeStage.Decline] = new("Decline", "衰退期"),
    };

    private static readonly NumberSetting Change = new() { Name = "change", Title = new("Change a year beyond which a relationship develops or declines", "视为发展或衰退的年变动幅度"), Default = 0.15m, Least = 0.01m, Most = 5 };
    private static readonly WholeSetting Confirmations = new() { Name = "confirmations", Title = new("Years that a new stage must be seen before it counts", "新阶段须连续出现的年数"), Default = 1, Least = 1, Most = 5 };

    public static Insight Insight { get; } = new()
    {
        Name = "core.life_cycle",
        Title = new("Life cycle of relationships", "客户生命周期"),
        Description = new("The stage of each relationship from its sales by year: growth above 15% (unless set otherwise) is development, a fall by more is decline, a rise that falls back is neither; with the mean curve by year of the relationship.", "按逐年销售额判断客户所处阶段：增长超过15%（可设置）为发展，下降超过15%为衰退，回落的短暂上升不计；并给出按合作年数的平均曲线。"),
        Source = "Dwyer, Schurr and Oh 1987",
        Roles = TouchpointRoles.Sale,
        Settings = [Change, Confirmations],
        Computation = new LifeCycleInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var rules = new LifeCycleRules(Change: (double)input.Setting(Change), Confirmations: input.Setting(Confirmations));
        var (read, tooNew) = (new List<(ClientId Id, LifeCycleCurve Curve)>(), 0);
        await foreach (var history in SalesHistory.StreamAsync(input, cancellationToken).ConfigureAwait(false))
        {
            var years = Math.Min((history.Months + 11) / 12, SalesHistory.Length / 12);
            var curve = LifeCycleCurve.Of([.. Enumerable.Range(0, years).Reverse().Select(back => (double)Math.Max(history.Year(back), 0))], rules);
            if (curve.IsKnown)
            {
                read.Add((history.Client, curve.Value));
            }
            else
            {
                tooNew++;
            }
        }

        return read.Count == 0
            ? InsightResult.Refused(Told.Because("too_few", $"No relationship has sales in two years; {tooNew} are too new.", $"没有跨两年的销售记录；{tooNew} 家客户合作时间尚短。"))
            : Result(read, tooNew);
    }

    private static InsightResult Result(List<(ClientId Id, LifeCycleCurve Curve)> read, int tooNew)
    {
        var ordered = read.OrderByDescending(one => one.Curve.Current).ThenByDescending(one => one.Curve.Points[^1].Value).ThenBy(one => one.Id).ToList();
        var longest = read.Max(one => one.Curve.Points.Count);
        return new InsightResult
        {
            Figures =
            [
                .. Stages.Select(stage => new Figure(stage.Key.ToString().ToLowerInvariant(), stage.Value, read.Count(one => one.Curve.Current == stage.Key), MeasureUnit.Count)),
                new("alerts", new("Decline just begun", "刚进入衰退"), read.Count(one => one.Curve.Diagnosis.Any(reason => reason.Code == "early_decline")), MeasureUnit.Count) { Alert = read.Any(one => one.Curve.Diagnosis.Any(reason => reason.Code == "early_decline")) },
            ],
            Tables =
            [
                new(
                    "curve", new("Mean sales by year of the relationship", "按合作年数的平均销售额"),
                    [new("year", new("Year", "合作年数")), new("mean", new("Mean sales", "平均销售额"), MeasureUnit.Money), new("members", new("Clients", "客户数"), MeasureUnit.Count)],
                    [.. Enumerable.Range(0, longest).Select(year => (Year: year, Members: read.Where(one => one.Curve.Points.Count > year).ToList()))
                        .Select(at => new InsightRow(LocalizedText.Same($"{at.Year + 1}"), InsightCell.Measured(at.Members.Average(one => one.Curve.Points[at.Year].Value), 0), (long)at.Members.Count) { Clients = [.. at.Members.Select(one => one.Id)] })]),
                new(
                    "clients", new("Relationships, those in decline first", "客户关系（衰退者在前）"),
                    [new("client", new("Client", "客户")), new("stage", new("Stage", "阶段")), new("periods", new("For years", "持续年数"), MeasureUnit.Count), new("change", new("Last change", "最近变动"), MeasureUnit.Ratio), new("course", new("Course so far", "历程")), new("note", new("Diagnosis", "诊断"))],
                    [.. ordered.Select(one => new InsightRow(one.Id, Stages[one.Curve.Current], (long)one.Curve.Stages[^1].Periods, Told.Ratio(one.Curve.Points[^1].Change), Course(one.Curve), Diagnosis(one.Curve)) { Clients = [one.Id] })]),
            ],
            Charts = [new(ChartKind.Line, "curve", new("Mean sales by year of the relationship", "按合作年数的平均销售额")) { Label = "year", Values = ["mean"] }],
            Reasons = tooNew > 0 ? [Told.Because("too_new", $"{tooNew} clients have sales in one year only and no trend yet.", $"{tooNew} 家客户仅有一年的销售，尚无趋势。")] : [],
        };
    }

    private static LocalizedText Course(LifeCycleCurve curve) => new(
        string.Join(" → ", curve.Stages.Select(stage => $"{Stages[stage.Stage].En} {stage.Periods}")),
        string.Join(" → ", curve.Stages.Select(stage => $"{Stages[stage.Stage].Zh} {stage.Periods} 年")));

    private static LocalizedText? Diagnosis(LifeCycleCurve curve) => curve.Diagnosis.Count == 0 ? null : new(
        string.Join(" ", curve.Diagnosis.Select(reason => reason.Text.En)),
        string.Concat(curve.Diagnosis.Select(reason => reason.Text.Zh)));
}
