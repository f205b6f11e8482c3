using Clientele.Analysis.Classification;
using Clientele.Practices.History;

namespace Clientele.Practices.Learning;

/// <summary>How probable it is that a lead is won, learned from the firm's own won and lost leads.</summary>
internal sealed class LeadModelInsight : IInsightComputation
{
    private const string Lead = "core.lead";
    private const string Won = "won";

    private static readonly NamesSetting Measures = Features.Setting(12, [.. LeadScoring.LeadScore.Attributes.Select(attribute => attribute.Name)]);
    private static readonly WholeSetting LostAfter = new() { Name = "lost_after_days", Title = new("Days without a sale after which a lead counts as lost", "无成交多少天后视为丢单"), Default = 365, Least = 1, Most = 3650 };
    private static readonly NumberSetting HoldOut = new() { Name = "hold_out", Title = new("Share of cases set apart to judge the model", "留出用于检验的案例比例"), Default = 0.3m, Least = 0.05m, Most = 0.9m };
    private static readonly WholeSetting Seed = new() { Name = "seed", Title = new("Seed that sets cases apart", "划分留出案例的随机种子"), Default = 1 };

    public static Insight Insight { get; } = new()
    {
        Name = "core.lead_model",
        Title = new("Probability of winning a lead", "线索赢单概率"),
        Description = new("A logistic regression over the points of leads, trained on the firm's own leads: won with a sale after the lead, lost without one for a year. Judged on cases set apart (AUC, Brier score, calibration), and applied to open leads with what each value contributes. Refused below twenty cases or five of either outcome.", "以线索各项得分对本企业历史线索做逻辑回归：线索之后有成交为赢单，满一年无成交为丢单。以留出案例检验（AUC、Brier评分、校准），并对进行中的线索给出概率与各项贡献。案例不足二十或任一结果不足五例时不予计算。"),
        Source = "Cox 1958; Brier 1950",
        Kinds = [Lead],
        Roles = TouchpointRoles.Sale,
        Settings = [Measures, LostAfter, HoldOut, Seed],
        Computation = new LeadModelInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var measures = input.Setting(Measures);
        var (leads, sales) = (new Dictionary<ClientId, DateOnly>(), new Dictionary<ClientId, DateOnly>());
        await foreach (var month in input.MonthsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (month.Kind == Lead)
            {
                leads.TryAdd(month.Client, month.First);
            }
            else if (leads.TryGetValue(month.Client, out var begun) && month.Last >= begun)
            {
                sales.TryAdd(month.Client, month.Last);
            }
        }

        var (decided, open, missing) = (new List<LabelledRow>(), new List<(ClientId Id, double[] Values)>(), 0);
        await foreach (var client in input.ClientsAsync(cancellationToken: cancellationToken).Where(client => leads.ContainsKey(client.Id)).ConfigureAwait(false))
        {
            // Points nobody gave are none, as in the lead score; a lead of which nothing is known says nothing.
            if (measures.All(measure => client.Number(measure) is null))
            {
                missing++;
                continue;
            }

            double[] values = [.. measures.Select(measure => (double)(client.Number(measure) ?? 0))];
            var won = sales.ContainsKey(client.Id);
            if (won || leads[client.Id].AddDays(input.Setting(LostAfter)) <= input.AsOf)
            {
                decided.Add(new(client.Id.ToString(), values, won ? Won : "lost"));
            }
            else
            {
                open.Add((client.Id, values));
            }
        }

        var found = LogisticModel.Train(decided, measures, Won, new LogisticRules((double)input.Setting(HoldOut), input.Setting(Seed)));
        return found.IsKnown ? Result(found.Value, decided, open, measures, missing, input) : Told.Refused(found);
    }

    private static InsightResult Result(LogisticModel model, List<LabelledRow> decided, List<(ClientId Id, double[] Values)> open, IReadOnlyList<string> measures, int missing, IInsightInput input) => new()
    {
        Figures =
        [
            new("won", new("Leads won", "赢单"), decided.Count(row => row.Label == Won), MeasureUnit.Count),
            new("lost", new("Leads lost", "丢单"), decided.Count(row => row.Label != Won), MeasureUnit.Count),
            new("auc", new("AUC on cases set apart (0.5 is guessing)", "留出案例AUC（0.5为随机）"), InsightCell.Measured(model.Auc, 3).Number),
            new("brier", new("Brier score on cases set apart (the lower, the better)", "留出案例Brier评分（越低越好）"), InsightCell.Measured(model.Brier, 3).Number),
        ],
        Tables =
        [
            new(
                "open", new("Open leads, the most probable first", "进行中的线索（概率高者在前）"),
                [new("client", new("Client", "客户")), new("probability", new("Probability", "概率"), MeasureUnit.Ratio), new("strongest", new("Contributes most", "贡献最大")), .. measures.Select((name, at) => new InsightColumn($"contribution_{at + 1}", new($"Contribution: {input.Title(name).En}", $"贡献：{input.Title(name).Zh}")))],
                [.. open.Select(one => (one.Id, Probability: model.Probability(one.Values), Contributions: model.Contributions(one.Values))).OrderByDescending(one => one.Probability).ThenBy(one => one.Id)
                    .Select(one => new InsightRow([one.Id, InsightCell.Measured(one.Probability), Strongest(one.Contributions, measures, input), .. one.Contributions.Select(contribution => InsightCell.Measured(contribution, 3))]) { Clients = [one.Id] })]),
            new(
                "calibration", new("Promised and happened, over the cases set apart", "校准：预测与实际（留出案例）"),
                [new("group", new("Group", "组别"), MeasureUnit.Count), new("cases", new("Cases", "案例数"), MeasureUnit.Count), new("promised", new("Promised", "预测"), MeasureUnit.Ratio), new("happened", new("Happened", "实际"), MeasureUnit.Ratio)],
                [.. model.Calibration.Select((group, at) => new InsightRow((long)(at + 1), (long)group.Cases, InsightCell.Measured(group.Promised), InsightCell.Measured(group.Happened)))]),
        ],
        Charts = [new(ChartKind.Line, "calibration", new("Promised and happened", "预测与实际")) { Label = "group", Values = ["promised", "happened"] }],
        Reasons = [.. Features.LeftOut(missing)],
    };

    private static LocalizedText Strongest(IReadOnlyList<double> contributions, IReadOnlyList<string> measures, IInsightInput input) =>
        input.Title(measures[contributions.Select((value, at) => (value, at)).MaxBy(pair => Math.Abs(pair.value)).at]);
}
