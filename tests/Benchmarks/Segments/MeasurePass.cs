using System.Globalization;
using Clientele.Storage;
using Clientele.Storage.Reading;
using Clientele.Storage.Writing;

namespace Clientele.Benchmarks.Segments;

/// <summary>
/// The measure-and-segment pass over all clients, as far as the store alone can do it: recency, frequency and amount of twelve months from the stream of facts,
/// quintiles in C#, one membership a client. The engine's own pass takes this place; keep the query, the peers and the steps.
/// </summary>
internal static class MeasurePass
{
    public static FactQuery Query(DateOnly asOf) => new(asOf, [Window.Months(12).FirstDay(asOf)]);

    public static async Task RunAsync(Store store, DateOnly asOf)
    {
        var query = Query(asOf);
        var scores = new List<Score>();
        await foreach (var facts in store.Facts.StreamAsync(query))
        {
            scores.Add(Measure(facts, query.WindowStarts[0]));
        }

        var recency = Quintiles(scores, (a, b) => b.Last.CompareTo(a.Last));
        var frequency = Quintiles(scores, (a, b) => a.Count.CompareTo(b.Count));
        var amount = Quintiles(scores, (a, b) => a.Amount.CompareTo(b.Amount));
        await using var batch = await store.BeginAsync();
        var current = new Dictionary<ClientId, string>();
        await foreach (var (client, segment) in batch.SegmentsAsync("bench.rfm"))
        {
            current.Add(client, segment);
        }

        for (var n = 0; n < scores.Count; n++)
        {
            var segment = string.Create(CultureInfo.InvariantCulture, $"r{recency[n]}f{frequency[n]}m{amount[n]}");
            if (current.GetValueOrDefault(scores[n].Client) != segment)
            {
                await batch.AssignAsync(scores[n].Client, "bench.rfm", segment, asOf, "1", Reasons(scores[n]));
            }
        }

        await batch.CommitAsync();
    }

    private static Score Measure(ClientFacts facts, DateOnly start)
    {
        var (last, count, amount) = (DateOnly.MinValue, 0L, 0m);
        foreach (var bucket in facts.Buckets)
        {
            last = bucket.Last > last ? bucket.Last : last;
            if (bucket.First >= start && bucket.Kind == "core.sale")
            {
                count += bucket.Count;
                amount += bucket.Amount;
            }
        }

        return new(facts.Id, last, count, amount);
    }

    private static int[] Quintiles(List<Score> scores, Comparison<Score> compare)
    {
        var order = Enumerable.Range(0, scores.Count).ToArray();
        Array.Sort(order, (a, b) => compare(scores[a], scores[b]) is var by and not 0 ? by : a.CompareTo(b));
        var quintiles = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++)
        {
            quintiles[order[rank]] = 1 + (int)(5L * rank / order.Length);
        }

        return quintiles;
    }

    private static Dictionary<string, string> Reasons(Score score) => new(StringComparer.Ordinal)
    {
        ["last"] = score.Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["count"] = score.Count.ToString(CultureInfo.InvariantCulture),
        ["amount"] = score.Amount.ToString(CultureInfo.InvariantCulture),
    };

    private readonly record struct Score(ClientId Client, DateOnly Last, long Count, decimal Amount);
}
