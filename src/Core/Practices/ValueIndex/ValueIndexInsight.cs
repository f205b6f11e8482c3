using Clientele.Analysis.Weights;
using Clientele.Practices.Showing;

namespace Clientele.Practices.ValueIndex;

/// <summary>Clients ranked in the dimensions of finance, market, management, and learning and growth.</summary>
internal sealed class ValueIndexInsight : IInsightComputation
{
    private static readonly (string Dimension, string Factor, string Measure, bool LessIsBetter)[] Indicators =
    [
        ("finance", "volume", "core.sales_12m", false),
        ("finance", "worth", "core.relationship_value", false),
        ("market", "position", "core.share_of_wallet", false),
        ("management", "effort", "core.cost_to_serve", true),
        ("management", "effort", "core.complaints_12m", true),
        ("learning", "exchange", "core.touches_12m", false),
    ];

    // How many times as important the row is as the column: finance, market, management, learning.
    private static readonly double[][] Judgements =
    [
        [1, 2, 3, 3],
        [1 / 2.0, 1, 2, 2],
        [1 / 3.0, 1 / 2.0, 1, 1],
        [1 / 3.0, 1 / 2.0, 1, 1],
    ];

    public static Insight Insight { get; } = new()
    {
        Name = "core.client_value_index",
        Title = new("Client value index", "客户价值四维评价指数"),
        Description = new(
            "Clients ranked by finance, market, management, and learning and growth: each measure is standardised over the clients (less cost and fewer complaints are better), averaged within its factor and dimension, and weighted by weights from pairwise judgements. A dimension without data is left out, and says so.",
            "按财务、市场、管理、学习成长四个维度对客户排名：各指标在客户间标准化（成本与投诉以少为佳），在因素与维度内取平均，再按两两比较判断得出的权重加权。没有数据的维度予以略去并说明。"),
        Source = "Four dimensions, text 002; standardisation of the IMD yearbook; weights by Saaty 1980",
        Reads = [.. Indicators.Select(indicator => indicator.Measure)],
        Computation = new ValueIndexInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var clients = new List<ClientId>();
        var values = Indicators.Select(_ => new List<double?>()).ToArray();
        await foreach (var client in input.ClientsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            clients.Add(client.Id);
            for (var i = 0; i < Indicators.Length; i++)
            {
                values[i].Add((double?)client.Number(Indicators[i].Measure));
            }
        }

        // An indicator that fewer than two clients have cannot compare anybody.
        var indicators = Indicators.Select((indicator, i) => new Indicator(indicator.Dimension, indicator.Factor, indicator.Measure, values[i], indicator.LessIsBetter)).Where(indicator => indicator.Values.Count(value => value is not null) > 1).ToList();
        var ahp = Ahp.Of(Judgements);
        if (!ahp.IsKnown)
        {
            return InsightResult.Refused(ahp.Refusal);
        }

        string[] dimensions = [.. Indicators.Select(indicator => indicator.Dimension).Distinct()];
        var weights = dimensions.Zip(ahp.Value.Weights).Where(pair => indicators.Any(indicator => indicator.Dimension == pair.First)).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        var sum = weights.Values.Sum();
        var index = ClientValueIndex.Of([.. clients.Select(client => client.ToString())], indicators, weights.ToDictionary(pair => pair.Key, pair => pair.Value / sum, StringComparer.Ordinal));
        return index.IsKnown ? Result(index.Value, clients, dimensions, weights, sum) : InsightResult.Refused(index.Refusal);
    }

    private static InsightResult Result(ClientValueIndex index, IReadOnlyList<ClientId> clients, IReadOnlyList<string> dimensions, Dictionary<string, double> weights, double sum)
    {
        var ids = clients.ToDictionary(client => client.ToString(), StringComparer.Ordinal);
        return new InsightResult
        {
            Figures =
            [
                .. dimensions.Select(dimension => new Figure($"weight_{dimension}", new($"Weight of {dimension}", $"“{Title(dimension).Zh}”的权重"), weights.TryGetValue(dimension, out var weight) ? (decimal)Math.Round(weight / sum, 6) : null, MeasureUnit.Ratio)
                {
                    Verdict = weights.ContainsKey(dimension) ? null : new("left out: no data", "无数据，已略去"),
                }),
                new("unscored", new("Clients without a value in some dimension", "某维度缺少数值的客户"), index.Unscored.Count, MeasureUnit.Count),
            ],
            Tables =
            [
                new(
                    "clients",
                    new("Ranking", "排名"),
                    [Shown.Column("rank", "Rank", "名次", MeasureUnit.Count), Shown.Column("client", "Client", "客户"), Shown.Column("index", "Index", "指数"), .. weights.Keys.Select(dimension => new InsightColumn(dimension, Title(dimension)))],
                    [.. index.Scores.Select(score => new InsightRow([(long)score.Rank, ids[score.Client], InsightCell.Measured(score.Score), .. weights.Keys.Select(dimension => InsightCell.Measured(score.Dimensions[dimension]))]) { Clients = [ids[score.Client]] })]),
            ],
            Reasons = index.Notes,
        };
    }

    private static LocalizedText Title(string dimension) => dimension switch
    {
        "finance" => new("Finance", "财务"),
        "market" => new("Market", "市场"),
        "management" => new("Management", "管理"),
        _ => new("Learning and growth", "学习成长"),
    };
}
