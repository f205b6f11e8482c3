using Clientele.Analysis.Classification;
using Clientele.Practices.History;

namespace Clientele.Practices.Learning;

/// <summary>Readable rules learned from clients whose class is known, judged on clients set apart, and put to use on those without a class.</summary>
internal sealed class TreeInsight : IInsightComputation
{
    private static readonly NamesSetting Scheme = new() { Name = "scheme", Title = new("Scheme whose classes are learned", "学习其类别的分类法"), Of = SettingNames.Schemes, Default = ["core.key_accounts"] };
    private static readonly NamesSetting Measures = Features.Setting(12, "core.sales_count_12m", "core.sales_12m", "core.tenure", "core.touches_12m", "core.complaints_12m");
    private static readonly WholeSetting Depth = new() { Name = "depth", Title = new("Most questions on the way to a class", "到达类别的最多提问数"), Default = 4, Least = 1, Most = 10 };
    private static readonly WholeSetting Leaf = new() { Name = "leaf", Title = new("Fewest clients that a rule may stand for", "一条规则至少代表的客户数"), Default = 5, Least = 1, Most = 10_000 };
    private static readonly NumberSetting HoldOut = new() { Name = "hold_out", Title = new("Share of clients set apart to judge the rules", "留出用于检验的客户比例"), Default = 0.3m, Most = 0.9m };
    private static readonly WholeSetting Seed = new() { Name = "seed", Title = new("Seed that sets clients apart", "划分留出客户的随机种子"), Default = 1 };

    public static Insight Insight { get; } = new()
    {
        Name = "core.learned_rules",
        Title = new("Rules learned from classified clients", "由已分类客户学得的规则"),
        Description = new("A classification tree (CART, Gini) over measures, learned from the clients in the classes of a scheme; its leaves are rules that a scheme can take as they are, judged by accuracy and kappa on clients set apart, and applied to the clients that have no class.", "以指标对某一分类法已归类的客户学习分类树（CART，基尼系数）；叶节点即可直接用于分类法的规则，以留出客户检验准确率与kappa，并用于尚无类别的客户。"),
        Source = "Breiman, Friedman, Olshen and Stone 1984; Cohen 1960",
        Settings = [Scheme, Measures, Depth, Leaf, HoldOut, Seed],
        Computation = new TreeInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var (measures, scheme) = (input.Setting(Measures), input.Setting(Scheme)[0]);
        var (known, unknown, missing) = (new List<(ClientId Id, LabelledRow Row)>(), new List<(ClientId Id, double[] Values)>(), 0);
        await foreach (var client in input.ClientsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (Features.Of(client, measures) is not { } values)
            {
                missing++;
            }
            else if (client.Segment(scheme) is { } label)
            {
                known.Add((client.Id, new(client.Id.ToString(), values, label)));
            }
            else
            {
                unknown.Add((client.Id, values));
            }
        }

        var found = DecisionTree.Learn([.. known.Select(one => one.Row)], measures, new TreeRules(input.Setting(Depth), input.Setting(Leaf), (double)input.Setting(HoldOut), input.Setting(Seed)));
        return found.IsKnown ? Result(found.Value, known, unknown, measures, name => input.Title($"{scheme}.{name}"), missing, input) : Told.Refused(found);
    }

    private static InsightResult Result(DecisionTree tree, List<(ClientId Id, LabelledRow Row)> known, List<(ClientId Id, double[] Values)> unknown, IReadOnlyList<string> measures, Func<string, LocalizedText> title, int missing, IInsightInput input) => new()
    {
        Figures =
        [
            new("learned_from", new("Clients of known class", "已知类别的客户"), known.Count, MeasureUnit.Count),
            Told.Ratio("train_accuracy", new("Right on the clients learned from", "训练准确率"), tree.TrainAccuracy),
            tree.TestAccuracy is { } accuracy ? Told.Ratio("accuracy", new($"Right on {tree.Tested} clients set apart", $"留出 {tree.Tested} 家客户的准确率"), accuracy) : new("accuracy", new("Right on clients set apart", "留出准确率"), null, MeasureUnit.Ratio) { Verdict = new("none were set apart", "未留出客户") },
            tree.Kappa is { } kappa ? new("kappa", new("Kappa (agreement beyond chance)", "kappa（超出偶然的一致性）"), InsightCell.Measured(kappa, 3).Number) : new("kappa", new("Kappa (agreement beyond chance)", "kappa（超出偶然的一致性）"), null) { Verdict = new("those set apart are of one class", "留出客户均属同一类别") },
        ],
        Tables =
        [
            new(
                "rules", new("Rules; exactly one holds for every client", "规则（每家客户恰有一条成立）"),
                [new("class", new("Class", "类别")), new("when", new("When", "条件")), new("members", new("Clients learned from", "训练客户数"), MeasureUnit.Count), new("purity", new("Of them of the class", "其中属该类的比例"), MeasureUnit.Ratio)],
                [.. tree.Rules.Select(rule => new InsightRow(title(rule.Label), InsightCell.Same(rule.When), (long)rule.Clients, InsightCell.Measured(rule.Purity)))]),
            new(
                "applied", new("Clients without a class, by the rules", "尚无类别的客户（按规则判定）"),
                [new("client", new("Client", "客户")), .. Features.Columns(input, measures), new("class", new("Class by the rules", "规则所判类别"))],
                [.. unknown.Select(one => new InsightRow([one.Id, .. one.Values.Select(value => InsightCell.Measured(value, 2)), title(tree.Classify(one.Values))]) { Clients = [one.Id] })]),
        ],
        Reasons = [.. Features.LeftOut(missing)],
    };
}
