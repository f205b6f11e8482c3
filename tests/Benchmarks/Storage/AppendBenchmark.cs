using Clientele.Benchmarks.Running;
using Clientele.Storage;
using Clientele.Storage.Projection;
using Clientele.Storage.Writing;

namespace Clientele.Benchmarks.Storage;

/// <summary>Bulk append of touchpoints through the framework beside a loop written by hand: the same rows, schema, settings and size of transaction.</summary>
internal static class AppendBenchmark
{
    private const int Clients = 10_000;
    private const int WarmUpRows = 20_000;

    public static async Task RunAsync(string[] arguments)
    {
        var rows = arguments.Length > 0 ? int.Parse(arguments[0], System.Globalization.CultureInfo.InvariantCulture) : 200_000;
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine(Interleaved.Header);
        // Slices of one long transaction; then slices that are a batch each, folded and committed.
        await CompareAsync(rows, slice: 1_000, slicesPerCommit: 20, folded: false);
        await CompareAsync(rows, slice: 10_000, slicesPerCommit: 1, folded: true);
    }

    private static async Task CompareAsync(int rows, int slice, int slicesPerCommit, bool folded)
    {
        var clients = Population.Ids(Clients);
        var touchpoints = Enumerable.Range(0, rows + WarmUpRows).Select(number => Population.Touchpoint(number, clients)).ToArray();
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
        using var fold = new RawFold(raw.Connection);
        StoreBatch? batch = null;
        var allocated = 0L;
        var run = await Interleaved.RunAsync(
            folded ? "append, fold, commit" : "append",
            async number =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                batch ??= await store.BeginAsync();
                for (var row = number * slice; row < (number + 1) * slice; row++)
                {
                    await batch.AppendAsync(touchpoints[row]);
                }

                allocated += GC.GetAllocatedBytesForCurrentThread() - before;
                if (number % slicesPerCommit == slicesPerCommit - 1)
                {
                    if (folded)
                    {
                        await batch.ProjectAsync(new Dictionary<string, MatterType>());
                    }

                    await batch.CommitAsync();
                    batch = null;
                }
            },
            folded ? "prepared loops that keep the same sums" : "prepared loop",
            number =>
            {
                if (number % slicesPerCommit == 0)
                {
                    raw.Execute("BEGIN IMMEDIATE");
                }

                for (var row = number * slice; row < (number + 1) * slice; row++)
                {
                    raw.Insert(raws[row]);
                    if (folded)
                    {
                        fold.Add(raws[row]);
                    }
                }

                if (number % slicesPerCommit == slicesPerCommit - 1)
                {
                    fold.Write();
                    raw.Execute("COMMIT");
                }

                return Task.CompletedTask;
            },
            WarmUpRows / slice,
            rows / slice);
        Console.WriteLine(run.Row("rows", slice));
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
