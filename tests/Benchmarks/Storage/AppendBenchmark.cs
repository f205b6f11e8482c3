using Clientele.Benchmarks.Running;
using Clientele.Storage;
using Clientele.Storage.Projection;
using Clientele.Storage.Writing;

namespace Clientele.Benchmarks.Storage;

/// <summary>Bulk append of touchpoints through the framework beside a loop written by hand: the same rows, schema, settings and size of transaction.</summary>
internal static class AppendBenchmark
{
    private const int Clients = 10_000;
    private const int Slice = 1_000;
    private const int SlicesPerCommit = 20;
    private const int WarmUp = 20;

    public static async Task RunAsync(string[] arguments)
    {
        var rows = arguments.Length > 0 ? int.Parse(arguments[0], System.Globalization.CultureInfo.InvariantCulture) : 200_000;
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine(Interleaved.Header);
        await CompareAsync(rows, folded: false);
        await CompareAsync(rows, folded: true);
    }

    private static async Task CompareAsync(int rows, bool folded)
    {
        var clients = Population.Ids(Clients);
        var touchpoints = Enumerable.Range(0, rows + WarmUp * Slice).Select(number => Population.Touchpoint(number, clients)).ToArray();
        var raws = Array.ConvertAll(touchpoints, RawRow.Of);
        using var scratch = new Scratch();
        var options = new StoreOptions { Database = scratch.File("framework.db") };
        await using var store = await Store.OpenAsync(options, TimeProvider.System);
        await AddClientsAsync(store);
        await using (var other = await Store.OpenAsync(options with { Database = scratch.File("raw.db") }, TimeProvider.System))
        {
            await AddClientsAsync(other);
        }

        using var raw = new RawLoop(scratch.File("raw.db"), options.Durable);
        StoreBatch? batch = null;
        var allocated = 0L;
        var run = await Interleaved.RunAsync(
            folded ? "append and fold (`AppendAsync`, `ProjectAsync`)" : "append (`AppendAsync`)",
            async slice =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                batch ??= await store.BeginAsync();
                for (var row = slice * Slice; row < (slice + 1) * Slice; row++)
                {
                    await batch.AppendAsync(touchpoints[row]);
                }

                if (slice % SlicesPerCommit == SlicesPerCommit - 1)
                {
                    if (folded)
                    {
                        await batch.ProjectAsync(new Dictionary<string, MatterType>());
                    }

                    await batch.CommitAsync();
                    batch = null;
                }

                allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            },
            "prepared loop",
            slice =>
            {
                if (slice % SlicesPerCommit == 0)
                {
                    raw.Execute("BEGIN IMMEDIATE");
                }

                for (var row = slice * Slice; row < (slice + 1) * Slice; row++)
                {
                    raw.Insert(raws[row]);
                }

                if (slice % SlicesPerCommit == SlicesPerCommit - 1)
                {
                    raw.Execute("COMMIT");
                }

                return Task.CompletedTask;
            },
            WarmUp,
            rows / Slice);
        Console.WriteLine(run.Row("rows", Slice));
        Console.Error.WriteLine($"allocated per row: {allocated / touchpoints.Length} B");
    }

    private static async Task AddClientsAsync(Store store)
    {
        await using var batch = await store.BeginAsync();
        for (var number = 0; number < Clients; number++)
        {
            await batch.SaveAsync(Population.Client(number));
        }

        await batch.CommitAsync();
    }
}
