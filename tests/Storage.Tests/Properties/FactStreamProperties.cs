using Clientele.Storage.Projection;
using Clientele.Storage.Reading;

namespace Clientele.Storage.Tests.Properties;

/// <summary>Whatever happened to the log, and wherever it was folded, the stream of facts says what adding up the facts in force says.</summary>
public sealed class FactStreamProperties
{
    private static readonly Dictionary<string, MatterType> NoTypes = [];

    [Fact]
    public void Streamed_buckets_add_up_to_the_facts_in_force() => Steps.Hold(Steps.Any(60), async steps =>
    {
        await using var run = await RunAsync(steps);
        foreach (var step in steps.Take(6).Append(new Step(1, 1)))
        {
            var (asOf, start) = (step.Day(20), step.Day(21));
            Assert.Equal(Naive(run.Model.InForce(run.Projected), asOf, start), await StreamedAsync(run.Store, new FactQuery(asOf, [start]), start));
        }
    });

    [Fact]
    public void Streaming_what_changed_after_a_position_gives_exactly_the_clients_touched() => Steps.Hold(Steps.Any(60), async steps =>
    {
        await using var run = await RunAsync(steps);
        foreach (var (position, rows) in run.Marks)
        {
            var streamed = new HashSet<ClientId>();
            await foreach (var facts in run.Store.Facts.StreamAsync(new FactQuery(new(2024, 3, 15), []) { ChangedAfter = position }))
            {
                streamed.Add(facts.Id);
            }

            Assert.Equal(run.Model.TouchedAfter(rows).Order(), streamed.Order());
        }
    });

    [Fact]
    public void Streaming_one_client_gives_what_streaming_all_gives_of_it() => Steps.Hold(Steps.Any(40), async steps =>
    {
        await using var run = await RunAsync(steps);
        var (asOf, start) = (new DateOnly(2024, 3, 10), new DateOnly(2024, 2, 10));
        var all = await StreamedAsync(run.Store, new FactQuery(asOf, [start]), start);
        foreach (var client in LogModel.Clients)
        {
            var one = await StreamedAsync(run.Store, new FactQuery(asOf, [start]) { Client = client.Id }, start);
            Assert.Equal(all.Where(sum => sum.Client == client.Id), one);
        }
    });

    private static async Task<Run> RunAsync(Step[] steps)
    {
        var run = new Run();
        await run.Temporary.OpenAsync();
        await using (var batch = await run.Store.BeginAsync())
        {
            foreach (var client in LogModel.Clients)
            {
                await batch.SaveAsync(client);
            }

            foreach (var matter in LogModel.Matters)
            {
                await batch.PutAsync(matter);
            }

            await batch.CommitAsync();
        }

        // Batches of a few steps; each may fold the log anywhere inside it, and some are undone.
        for (var first = 0; first < steps.Length;)
        {
            var batchSteps = steps.Skip(first).Take(1 + steps[first].Choose(30, 8)).ToList();
            await BatchAsync(run, batchSteps);
            first += batchSteps.Count;
        }

        return run;
    }

    private static async Task BatchAsync(Run run, List<Step> steps)
    {
        var (rows, projected, marks) = (run.Model.Count, run.Projected, run.Marks.Count);
        await using var batch = await run.Store.BeginAsync();
        foreach (var step in steps)
        {
            if (step.Choose(0, 5) == 0)
            {
                var position = await batch.ProjectAsync(NoTypes);
                run.Projected = run.Model.Count;
                run.Marks.Add((position, run.Model.Count));
            }
            else
            {
                var fact = run.Model.Choose(step);
                await batch.AppendAsync(fact);
                run.Model.Add(fact);
            }
        }

        if (steps[0].Choose(31, 6) != 0)
        {
            await batch.CommitAsync();
            return;
        }

        run.Model.TruncateTo(rows);
        run.Projected = projected;
        run.Marks.RemoveRange(marks, run.Marks.Count - marks);
    }

    private static IReadOnlyList<Sum> Naive(IReadOnlyList<Touchpoint> inForce, DateOnly asOf, DateOnly start) =>
    [
        .. inForce.Where(fact => fact.OccurredOn <= asOf)
            .GroupBy(fact => (fact.Client, fact.Kind, Inside: fact.OccurredOn >= start))
            .Select(group => new Sum(group.Key.Client, group.Key.Kind, group.Key.Inside, group.Min(fact => fact.OccurredOn), group.Max(fact => fact.OccurredOn), group.Count(), group.Sum(fact => fact.Amount?.Amount ?? 0), group.Count(fact => fact.Amount is not null)))
            .OrderBy(sum => sum.Client).ThenBy(sum => sum.Kind, StringComparer.Ordinal).ThenBy(sum => sum.Inside),
    ];

    private static async Task<IReadOnlyList<Sum>> StreamedAsync(Store store, FactQuery query, DateOnly start)
    {
        var sums = new List<Sum>();
        await foreach (var facts in store.Facts.StreamAsync(query))
        {
            Assert.All(facts.Buckets, bucket => Assert.True(bucket.Last < start || bucket.First >= start, "A bucket straddles the first day of the window."));
            sums.AddRange(facts.Buckets
                .GroupBy(bucket => (bucket.Kind, Inside: bucket.First >= start))
                .Select(group => new Sum(facts.Id, group.Key.Kind, group.Key.Inside, group.Min(b => b.First), group.Max(b => b.Last), group.Sum(b => b.Count), group.Sum(b => b.Amount), group.Sum(b => b.Amounts)))
                .OrderBy(sum => sum.Kind, StringComparer.Ordinal).ThenBy(sum => sum.Inside));
        }

        return sums;
    }

    private sealed record Sum(ClientId Client, string Kind, bool Inside, DateOnly First, DateOnly Last, long Count, decimal Amount, long Amounts);

    private sealed class Run : IAsyncDisposable
    {
        public TemporaryStore Temporary { get; } = new();

        public Store Store => Temporary.Store;

        public LogModel Model { get; } = new();

        public int Projected { get; set; }

        public List<(LogPosition Position, int Rows)> Marks { get; } = [];

        public ValueTask DisposeAsync() => Temporary.DisposeAsync();
    }
}
