using System.Globalization;
using Clientele.Benchmarks.Running;
using Clientele.Benchmarks.Storage;
using Clientele.Storage;
using Clientele.Storage.Projection;
using Clientele.Storage.Reading;
using Microsoft.Data.Sqlite;

namespace Clientele.Benchmarks.Segments;

/// <summary>From the log to written segments over a population: time and peak memory, each size in a process of its own.</summary>
internal static class SegmentsBenchmark
{
    private const int DefaultClients = 100_000;

    /// <summary>Runs all sizes. Arguments: the number of clients, then numbers of touchpoints.</summary>
    public static async Task RunAsync(string[] arguments)
    {
        var clients = arguments.Length > 0 ? arguments[0] : DefaultClients.ToString(CultureInfo.InvariantCulture);
        var sizes = arguments.Length > 1 ? arguments[1..] : ["1000000", "4000000"];
        Console.WriteLine(Machine.Describe());
        using var scratch = new Scratch();
        foreach (var size in sizes)
        {
            var database = scratch.File($"{size}.db");
            Console.WriteLine();
            Console.WriteLine($"{clients} clients, {size} touchpoints");
            Console.WriteLine();
            Console.WriteLine("| step | time | of SQL without index | peak memory |");
            Console.WriteLine("| --- | --- | --- | --- |");
            await Child.RunAsync("segments-fill", database, clients, size);
            await Child.RunAsync("segments-pass", database);
        }
    }

    /// <summary>Fills a database: the touchpoints are appended, not yet folded.</summary>
    public static async Task FillAsync(string[] arguments)
    {
        var (clients, touchpoints) = (int.Parse(arguments[1], CultureInfo.InvariantCulture), int.Parse(arguments[2], CultureInfo.InvariantCulture));
        await using var store = await Store.OpenAsync(new StoreOptions { Database = arguments[0] }, TimeProvider.System);
        var ids = Population.Ids(clients);
        await using (var batch = await store.BeginAsync())
        {
            for (var number = 0; number < clients; number++)
            {
                await batch.SaveAsync(Population.Client(number));
            }

            await batch.CommitAsync();
        }

        for (var first = 0; first < touchpoints; first += 100_000)
        {
            await using var batch = await store.BeginAsync();
            for (var number = first; number < Math.Min(first + 100_000, touchpoints); number++)
            {
                await batch.AppendAsync(Population.Touchpoint(number, ids));
            }

            await batch.CommitAsync();
        }
    }

    /// <summary>Measures each step over a filled database.</summary>
    public static async Task PassAsync(string[] arguments)
    {
        await using var store = await Store.OpenAsync(new StoreOptions { Database = arguments[0] }, TimeProvider.System);
        var report = new StepReport();
        await report.StepAsync("fold the whole log (`ProjectAsync`)", async () =>
        {
            await using var batch = await store.BeginAsync();
            await batch.ProjectAsync(NoTypes);
            await batch.CommitAsync();
        });
        await report.StepAsync("SQL: RFM quintiles written back, no covering index", () => RfmSql.RunAsync(arguments[0]));
        report.Base();
        await report.StepAsync("stream the facts of every client", () => StreamAsync(store, null));
        await report.StepAsync("stream, rank in C#, write segments (`MeasurePass`)", () => MeasurePass.RunAsync(store, Population.LastDay));
        await report.StepAsync("the same again, nothing new", () => MeasurePass.RunAsync(store, Population.LastDay));
        LogPosition end = default;
        var ids = Population.Ids(DefaultClients);
        var stored = (int)await store.Touchpoints.CountAsync(DateOnly.MaxValue);
        var news = Enumerable.Range(100_000_000 + stored, 1_000).Select(number => Population.Touchpoint(number, ids) with { OccurredOn = Population.LastDay }).ToList();
        await report.StepAsync("append and fold 1,000 touchpoints", async () => end = await AppendAsync(store, news));
        await report.StepAsync("stream the clients touched by them", () => StreamAsync(store, end));
        await RfmSql.CoverAsync(arguments[0]);
        await report.StepAsync("SQL: RFM quintiles written back, covering index", () => RfmSql.RunAsync(arguments[0]));
        report.Print();
        Console.WriteLine();
        Console.WriteLine(Interleaved.Header);
        Console.WriteLine((await CompareStreamAsync(store, arguments[0])).Row("passes", 1));
    }

    private static async Task<Interleaved> CompareStreamAsync(Store store, string database)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=false");
        await connection.OpenAsync();
        await using var settings = connection.CreateCommand();
        settings.CommandText = "PRAGMA cache_size = -65536; PRAGMA mmap_size = 2147483648;";
        await settings.ExecuteNonQueryAsync();
        return await Interleaved.RunAsync(
            "stream of facts",
            _ => StreamAsync(store, null),
            "one reader over the sums",
            _ =>
            {
                RawStream.Run(connection);
                return Task.CompletedTask;
            },
            warmUp: 2,
            pairs: 15);
    }

    private static readonly Dictionary<string, MatterType> NoTypes = [];

    /// <summary>Appends in a batch of its own, folds, and gives the position before.</summary>
    private static async Task<LogPosition> AppendAsync(Store store, IReadOnlyList<Touchpoint> news)
    {
        await using var batch = await store.BeginAsync();
        var before = await batch.ProjectAsync(NoTypes);
        foreach (var touchpoint in news)
        {
            await batch.AppendAsync(touchpoint);
        }

        await batch.ProjectAsync(NoTypes);
        await batch.CommitAsync();
        return before;
    }

    private static async Task StreamAsync(Store store, LogPosition? after)
    {
        var (clients, buckets, amount) = (0L, 0L, 0m);
        await foreach (var facts in store.Facts.StreamAsync(MeasurePass.Query(Population.LastDay) with { ChangedAfter = after }))
        {
            clients++;
            buckets += facts.Buckets.Count;
            foreach (var bucket in facts.Buckets)
            {
                amount += bucket.Amount;
            }
        }

        Console.Error.WriteLine($"{clients} clients, {buckets} buckets, {amount}");
    }
}
