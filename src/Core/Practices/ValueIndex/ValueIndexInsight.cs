using Clientele.Practices.Showing;

namespace Clientele.Practices.ValueIndex;

/// <summary>Clients ranked in the dimensions of finance, market, management, and learning and growth.</summary>
internal sealed class ValueIndexInsight : IInsightComputation
{
    public static Insight Insight { get; } = new()
    {
        Name = "core.client_value_index",
        Title = new("Client value index", "客户价值四维评价指数"),
        Description = new(
            "Clients ranked by finance, market, management, and learning and growth: every measure that is an indicator, those of plugins included, is standardised over the clients (less cost and fewer complaints are better), averaged within its factor and dimension, and weighted by weights from pairwise judgements or by those of the client's phase. A dimension without data is left out, and says so.",
            "按财务、市场、管理、学习成长四个维度对客户排名：各项指标（含插件所加）在客户间标准化（成本与投诉以少为佳），在因素与维度内取平均，再按两两比较判断得出的权重或客户所处阶段的权重加权。没有数据的维度予以略去并说明。"),
        Source = "Four dimensions, text 002; standardisation of the IMD yearbook; weights by Saaty 1980",
        ReadsIndicators = true,
        Schemes = [ValueIndexReading.Scheme],
        Settings = [DimensionWeights.Judgements, DimensionWeights.ByPhase],
        Computation = new ValueIndexInsight(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var found = await ValueIndexReading.ReadAsync(input, input.Setting(DimensionWeights.Judgements), input.Setting(DimensionWeights.ByPhase), cancellationToken).ConfigureAwait(false);
        return found.IsKnown ? Result(found.Value) : InsightResult.Refused(found.Refusal);
    }

    private static InsightResult Result(ValueIndexReading reading)
    {
        var (index, weights, ids) = (reading.Index, reading.Weights, reading.Ids);
        return new InsightResult
        {
            Figures =
            [
                .. Enum.GetValues<ValueDimension>().Select(dimension => (Name: DimensionWeights.Name(dimension), Title: Title(dimension))).Select(dimension => new Figure($"weight_{dimension.Name}", new($"Weight of {dimension.Title.En.ToLowerInvariant()}", $"“{dimension.Title.Zh}”的权重"), weights.TryGetValue(dimension.Name, out var weight) ? (decimal)Math.Round(weight, 6) : null, MeasureUnit.Ratio)
                {
                    Verdict = weights.ContainsKey(dimension.Name) ? null : new("left out: no data", "无数据，已略去"),
                }),
                new("unscored", new("Clients without a value in some dimension", "某维度缺少数值的客户"), index.Unscored.Count, MeasureUnit.Count),
            ],
            Tables =
            [
                new(
                    "clients",
                    new("Ranking", "排名"),
                    [Shown.Column("rank", "Rank", "名次", MeasureUnit.Count), Shown.Column("client", "Client", "客户"), Shown.Column("index", "Index", "指数"), .. weights.Keys.Select(dimension => new InsightColumn(dimension, Title(Enum.Parse<ValueDimension>(dimension, ignoreCase: true))))],
                    [.. index.Scores.Select(score => new InsightRow([(long)score.Rank, ids[score.Client], InsightCell.Measured(score.Score), .. weights.Keys.Select(dimension => InsightCell.Measured(score.Dimensions[dimension]))]) { Clients = [ids[score.Client]] })]),
                new(
                    "indicators",
                    new("Indicators", "指标"),
                    [Shown.Column("dimension", "Dimension", "维度"), Shown.Column("factor", "Factor", "因素"), Shown.Column("indicator", "Indicator", "指标"), Shown.Column("measure", "Measure", "度量"), Shown.Column("better", "Better", "以何为佳")],
                    [.. reading.Indicators.OrderBy(indicator => indicator.Indicator.Dimension).Select(indicator => new InsightRow(
                        Title(indicator.Indicator.Dimension), InsightCell.Same(indicator.Indicator.Factor), indicator.Title, InsightCell.Same(indicator.Measure), indicator.Indicator.LessIsBetter ? new LocalizedText("less", "少") : new LocalizedText("more", "多")))]),
            ],
            Reasons = index.Notes,
        };
    }

    private static LocalizedText Title(ValueDimension dimension) => dimension switch
    {
        ValueDimension.Finance => new("Finance", "财务"),
        ValueDimension.Market => new("Market", "市场"),
        ValueDimension.Management => new("Management", "管理"),
        _ => new("Learning and growth", "学习成长"),
    };
}
