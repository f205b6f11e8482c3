using Clientele.Analysis.PerceivedValue;
using Clientele.Practices.Showing;

namespace Clientele.Practices.Perception;

/// <summary>What kind of value a client gets: economic, functional or psychological; and how that moved.</summary>
internal sealed class ValueVectors : IInsightComputation
{
    public const string Kind = "core.value_scores";

    public static TouchpointKind ScoresKind { get; } = new()
    {
        Name = Kind,
        Title = new("Scores of economic, functional and psychological value", "经济、功能、心理价值评分"),
        Details =
        [
            new("economic", new("Economic value", "经济价值"), ValueKind.Number, Required: true),
            new("functional", new("Functional value", "功能价值"), ValueKind.Number, Required: true),
            new("psychological", new("Psychological value", "心理价值"), ValueKind.Number, Required: true),
        ],
    };

    public static Insight Insight { get; } = new()
    {
        Name = "core.value_vectors",
        Title = new("Value vectors of the clients", "客户价值三维矢量"),
        Description = new("How much value each client gets and of which kind: length and direction of the vector of his latest scores, its similarity to the mean of all clients, and how far it moved since the scores before.", "各客户所获价值的大小与类型：最近评分矢量的长度与方向、与全体均值的相似度，以及自上次评分以来的位移。"),
        Source = "Three-dimensional value space, text 002; the geometry it implies",
        Kinds = [Kind],
        Computation = new ValueVectors(),
    };

    public async ValueTask<InsightResult> ComputeAsync(IInsightInput input, CancellationToken cancellationToken)
    {
        var vectors = new SortedDictionary<ClientId, (ValueVector Now, ValueVector? Before)>();
        await foreach (var fact in input.TouchpointsAsync(cancellationToken).ConfigureAwait(false))
        {
            double Score(string name) => (double)(fact.Details.Number(name) ?? 0);
            vectors[fact.Client] = (new(Score("economic"), Score("functional"), Score("psychological")), vectors.TryGetValue(fact.Client, out var known) ? known.Now : null);
        }

        if (vectors.Count == 0)
        {
            return Shown.Nothing("No scores of value are on record (core.value_scores).", "没有价值评分记录（core.value_scores）。");
        }

        var all = vectors.Values.Select(entry => entry.Now).ToList();
        var mean = new ValueVector(all.Average(vector => vector.Economic), all.Average(vector => vector.Functional), all.Average(vector => vector.Psychological));
        return new InsightResult
        {
            Figures = [Shown.Figure("mean", new("Length of the mean vector", "平均矢量的长度"), mean.Magnitude().Number())],
            Tables =
            [
                new(
                    "clients",
                    new("Clients", "客户"),
                    [
                        Shown.Column("client", "Client", "客户"), Shown.Column("magnitude", "Value", "价值大小"), Shown.Column("dominant", "Mostly", "主要类型"), Shown.Column("economic", "Cosine, economic", "经济余弦"),
                        Shown.Column("functional", "Cosine, functional", "功能余弦"), Shown.Column("psychological", "Cosine, psychological", "心理余弦"), Shown.Column("similarity", "Similarity to all", "与全体相似度"), Shown.Column("moved", "Moved since before", "位移"),
                    ],
                    [.. vectors.Select(entry => Row(entry.Key, entry.Value.Now, entry.Value.Before, mean))]),
            ],
        };
    }

    private static InsightRow Row(ClientId client, ValueVector now, ValueVector? before, ValueVector mean)
    {
        var direction = now.Direction();
        InsightCell Cosine(Func<ValueDirection, double> part) => direction.Then(found => Finding.Of(part(found))).Number().Cell();
        return new(
            client,
            now.Magnitude().Number().Cell(),
            direction.Value is { } found ? Title(found.Dominant) : null,
            Cosine(known => known.Economic),
            Cosine(known => known.Functional),
            Cosine(known => known.Psychological),
            now.SimilarityTo(mean).Number().Cell(),
            before is { } earlier ? now.Since(earlier).Magnitude().Number().Cell() : default)
        { Clients = [client] };
    }

    private static LocalizedText Title(ValueAxis axis) => axis switch
    {
        ValueAxis.Economic => new("economic", "经济"),
        ValueAxis.Functional => new("functional", "功能"),
        _ => new("psychological", "心理"),
    };
}
