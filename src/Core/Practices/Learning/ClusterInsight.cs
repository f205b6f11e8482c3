using Clientele.Analysis.Classification;
using Clientele.Practices.History;

namespace Clientele.Practices.Learning;

/// <summary>Groups that the data form by themselves, beside the class that a rule puts each client into.</summary>
internal sealed class ClusterInsight : IInsightComputation
{
    private static readonly NamesSetting Measures = Features.Setting(8, "core.sales_12m");
    private static readonly WholeSetting Clusters = new() { Name = "clusters", Title = new("How many clusters; 0 for the number with the best silhouette", "聚类个数；0 表示按最佳轮廓系数选定"), Default = 0, Most = 20 };
    private static readonly WholeSetting Seed = new() { Name = "seed", Title = new("Seed of chance; the same seed gives the same clusters", "随机种子；相同种子得到相同结果"), Default = 1 };
    private static readonly NamesSetting Scheme = new() { Name = "scheme", Title = new("Scheme whose class stands beside the cluster", "与聚类对照的分类法"), Of = SettingNames.Schemes, Default = ["core.value_class"] };

    public static Insight Insight { get; } = new()
    {
        Name = "core.clusters",
        Title = new("Clusters of clients beside their classes", "客户聚类与规则分类对照"),
        Description = new("Clients grouped by k-means++ over standardised measures, with the number of groups by silhouette unless it is stated; the profile of each cluster, what distinguishes it, and every client's cluster beside the class that the rule of a scheme puts it into.", "以k-means++对标准化指标聚类（个数按轮廓系数选定或指定），给出各类画像与区别特征，并将每家客户的聚类结果与规则分类结果并列。"),
        Source = "Arthur and Vassilvitskii 2007; Rousseeuw 1987",
        Settings = [Measures, Clusters, Seed, Scheme],
        Computation = new ClusterInsight(),
    };

    private sealed record Member(ClientId Id, double[] Values, string? Class);

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var (measures, scheme) = (input.Setting(Measures), input.Setting(Scheme)[0]);
        var (members, missing) = (new Dictionary<string, Member>(StringComparer.Ordinal), 0);
        await foreach (var client in input.ClientsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (Features.Of(client, measures) is { } values && values.Any(value => value != 0))
            {
                members.Add(client.Id.ToString(), new(client.Id, values, client.Segment(scheme)));
            }
            else
            {
                missing++;
            }
        }

        var stated = input.Setting(Clusters);
        var found = Clustering.Of([.. members.Select(member => new ClusterRow(member.Key, member.Value.Values))], new ClusterRules(stated == 0 ? null : stated, Seed: input.Setting(Seed)));
        return found.IsKnown ? Result(found.Value, members, measures, scheme, missing, input) : Told.Refused(found);
    }

    private static InsightResult Result(Clustering found, Dictionary<string, Member> members, IReadOnlyList<string> measures, string scheme, int missing, IInsightInput input)
    {
        LocalizedText Class(string? name) => name is null ? new("in no class", "未分类") : input.Title($"{scheme}.{name}");
        var rows = found.Clusters.SelectMany((cluster, at) => cluster.Members.Select(id => (Cluster: at + 1, Member: members[id], Usual: Usual(cluster, members)))).ToList();
        return new InsightResult
        {
            Figures =
            [
                new("clusters", new("Clusters", "聚类个数"), found.Clusters.Count, MeasureUnit.Count),
                new("silhouette", new("Mean silhouette (−1 to 1)", "平均轮廓系数（−1至1）"), InsightCell.Measured(found.Silhouette, 3).Number),
                new("squared_error", new("Sum of squared errors", "误差平方和"), InsightCell.Measured(found.SquaredError, 2).Number),
                new("unlike", new("Clients whose class is not that of most in their cluster", "类别与所在聚类多数不同的客户"), rows.Count(row => row.Member.Class != row.Usual), MeasureUnit.Count),
            ],
            Tables =
            [
                new(
                    "clusters", new("Profiles of the clusters", "各聚类画像"),
                    [new("cluster", new("Cluster", "聚类"), MeasureUnit.Count), new("members", new("Clients", "客户数"), MeasureUnit.Count), .. Features.Columns(input, measures), new("distinguished", new("Furthest from the mean of all", "与总体均值差异最大")), new("class", new("Class of most", "多数所属类别"))],
                    [.. found.Clusters.Select((cluster, at) => new InsightRow([(long)(at + 1), (long)cluster.Members.Count, .. cluster.Means.Select(mean => InsightCell.Measured(mean, 2)), Distinguished(cluster, measures, input), Class(Usual(cluster, members))]) { Clients = [.. cluster.Members.Select(id => members[id].Id)] })]),
                new(
                    "clients", new("Clients: by rule and by cluster", "客户：规则结果与聚类结果"),
                    [new("client", new("Client", "客户")), .. Features.Columns(input, measures), new("class", new("By rule", "规则结果")), new("cluster", new("By cluster", "聚类结果"), MeasureUnit.Count), new("unlike", new("Unlike its cluster", "与所在聚类不同"))],
                    [.. rows.Select(row => new InsightRow([row.Member.Id, .. row.Member.Values.Select(value => InsightCell.Measured(value, 2)), Class(row.Member.Class), (long)row.Cluster, row.Member.Class != row.Usual ? new LocalizedText($"most are: {Class(row.Usual).En}", $"多数为：{Class(row.Usual).Zh}") : default(InsightCell)]) { Clients = [row.Member.Id] })]),
            ],
            Charts = measures.Count < 2
                ? [new(ChartKind.Bars, "clusters", new($"{input.Title(measures[0]).En}: mean of each cluster", $"各聚类的{input.Title(measures[0]).Zh}均值")) { Label = "cluster", Values = ["value_1"] }]
                : [new(ChartKind.Matrix, "clients", new($"{input.Title(measures[1]).En} by {input.Title(measures[0]).En.ToLowerInvariant()}", $"{input.Title(measures[0]).Zh}与{input.Title(measures[1]).Zh}")) { Label = "client", Values = ["value_1", "value_2"] }],
            Reasons = [.. Features.LeftOut(missing)],
        };
    }

    private static string? Usual(Cluster cluster, Dictionary<string, Member> members) => cluster.Members.Select(id => members[id].Class).GroupBy(name => name, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).First().Key;

    private static LocalizedText Distinguished(Cluster cluster, IReadOnlyList<string> measures, IInsightInput input)
    {
        var (feature, deviations) = cluster.Distinguishing[0];
        var printed = deviations.ToString("+0.0;-0.0", System.Globalization.CultureInfo.InvariantCulture);
        return new($"{input.Title(measures[feature]).En} ({printed} standard deviations)", $"{input.Title(measures[feature]).Zh}（{printed} 个标准差）");
    }
}
