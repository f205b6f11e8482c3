using System.Diagnostics;
using System.Globalization;
using Clientele.Benchmarks.Running;

namespace Clientele.Benchmarks.Pass;

/// <summary>The standard set over a population, through the engine and through a program written by hand, on copies of one filled database: each round in a process of its own.</summary>
internal static class PassBenchmark
{
    private const string Engine = "full pass: measure, decide three schemes, write every membership";
    private const string Peer = "the same by hand (`HandWrittenPass`)";

    /// <summary>Arguments: the number of clients, of touchpoints, of rounds, and a filled database to use again.</summary>
    public static async Task RunAsync(string[] arguments)
    {
        var (clients, touchpoints, rounds) = (Argument(arguments, 0, "100000"), Argument(arguments, 1, "1000000"), int.Parse(Argument(arguments, 2, "3"), CultureInfo.InvariantCulture));
        Console.WriteLine(Machine.Describe());
        using var scratch = new Scratch();
        var database = Argument(arguments, 3, scratch.File("filled.db"));
        if (!File.Exists(database))
        {
            await Child.RunAsync("pass-fill", database, clients, touchpoints);
        }

        var steps = new Dictionary<string, List<(double Seconds, long Megabytes)>>(StringComparer.Ordinal);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var line in await Child.LinesAsync("pass-round", database, scratch.File("copy.db"), clients, touchpoints, round == 0 ? "all" : "standard"))
            {
                var parts = line.Split('\t');
                if (!steps.TryGetValue(parts[0], out var times))
                {
                    steps.Add(parts[0], times = []);
                }

                times.Add((double.Parse(parts[1], CultureInfo.InvariantCulture), long.Parse(parts[2], CultureInfo.InvariantCulture)));
            }
        }

        var full = steps[Engine];
        Console.WriteLine($"\n{clients} clients, {touchpoints} touchpoints, median of {rounds} rounds\n\n| step | time | range | of the full pass | peak memory |\n| --- | --- | --- | --- | --- |");
        foreach (var (name, times) in steps)
        {
            var share = Median(times.Zip(full, (own, whole) => own.Seconds / whole.Seconds));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {Median(times.Select(time => time.Seconds)):0.0000} s | {times.Min(time => time.Seconds):0.0000}–{times.Max(time => time.Seconds):0.0000} | {share:0.0000} | {times.Max(time => time.Megabytes)} MB |"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nfull pass / by hand: {Median(full.Zip(steps[Peer], (own, peer) => own.Seconds / peer.Seconds)):0.00}"));
    }

    public static Task FillAsync(string[] arguments) => PassPopulation.FillAsync(arguments[0], int.Parse(arguments[1], CultureInfo.InvariantCulture), int.Parse(arguments[2], CultureInfo.InvariantCulture));

    /// <summary>One round: the engine's steps on a copy of the database, then the program by hand on another.</summary>
    public static async Task RoundAsync(string[] arguments)
    {
        var (database, copy, clients, touchpoints) = (arguments[0], arguments[1], int.Parse(arguments[2], CultureInfo.InvariantCulture), int.Parse(arguments[3], CultureInfo.InvariantCulture));
        Copy(database, copy);
        var options = new ClienteleOptions { Database = copy };
        options.Own.Add("bench", new StandardSet());
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        await using (var crm = await Crm.OpenAsync(options, TimeProvider.System))
        {
            await StepAsync(Engine, async () =>
            {
                foreach (var scheme in (await crm.Segments.RunAsync(PassPopulation.Day, StandardSet.Schemes)).Schemes)
                {
                    foreach (var segment in scheme.Segments.Where(segment => segment.Count > 0))
                    {
                        counts.Add($"{scheme.Scheme} {segment.Segment.Name}", segment.Count);
                    }
                }
            });
            await StepAsync("again, nothing new", () => crm.Segments.RunAsync(PassPopulation.Day, StandardSet.Schemes));
            var ids = Enumerable.Range(0, clients).Select(PassPopulation.Id).ToArray();
            await StepAsync("append 1,000 touchpoints", () => AppendAsync(crm, ids, touchpoints));
            await StepAsync("after them: fold them, measure whom they touched, decide again", () => crm.Segments.RunAsync(PassPopulation.Day, StandardSet.Schemes));
            await StepAsync("the next day", async () => Console.Error.WriteLine($"next day: {(await crm.Segments.RunAsync(PassPopulation.Day.AddDays(1), StandardSet.Schemes)).Measured} measured"));
            if (arguments[4] == "all")
            {
                await AllAsync(crm, ids, PassPopulation.Day.AddDays(1));
            }
        }

        File.Delete(copy);
        Copy(database, copy);
        Dictionary<string, long> byHand = [];
        await StepAsync(Peer, () => Task.Run(() => byHand = HandWrittenPass.Run(copy)));
        File.Delete(copy);
        foreach (var name in counts.Keys.Union(byHand.Keys).Where(name => counts.GetValueOrDefault(name) != byHand.GetValueOrDefault(name)))
        {
            throw new InvalidOperationException($"{name}: {counts.GetValueOrDefault(name)}, by hand {byHand.GetValueOrDefault(name)}.");
        }
    }

    // Takes longer than all the rest, so it is done in the first round only.
    private static async Task AllAsync(Crm crm, ClientId[] ids, DateOnly day)
    {
        const int explained = 500;
        await StepAsync($"all {crm.Catalogue.Schemes.Count} schemes for the first time", () => crm.Segments.RunAsync(day));
        await crm.Explanations.ExplainAsync(ids[0], day);
        await StepAsync("explain a client in all schemes", async () =>
        {
            for (var n = 0; n < explained; n++)
            {
                await crm.Explanations.ExplainAsync(ids[(int)((long)n * 7919 % ids.Length)], day);
            }
        }, explained);
        await StepAsync("all schemes the next day", async () => Console.Error.WriteLine($"next day, all: {(await crm.Segments.RunAsync(day.AddDays(1))).Measured} measured"));
    }

    private static async Task AppendAsync(Crm crm, IReadOnlyList<ClientId> ids, int touchpoints)
    {
        await using var batch = await crm.BeginAsync();
        for (var number = touchpoints; number < touchpoints + 1_000; number++)
        {
            await batch.AppendAsync(PassPopulation.Touchpoint(number, ids, PassPopulation.Day));
        }

        await batch.CommitAsync();
    }

    private static async Task StepAsync(string name, Func<Task> step, int times = 1)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var memory = new Memory();
        var began = Stopwatch.GetTimestamp();
        await step();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{Stopwatch.GetElapsedTime(began).TotalSeconds / times}\t{memory.PeakMegabytes}"));
    }

    // Written through, so that the system does not write it back while the steps are timed.
    private static void Copy(string from, string to)
    {
        File.Copy(from, to, overwrite: true);
        using var stream = new FileStream(to, FileMode.Open, FileAccess.ReadWrite);
        stream.Flush(flushToDisk: true);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static string Argument(string[] arguments, int index, string otherwise) => arguments.Length > index ? arguments[index] : otherwise;
}
