using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Clientele.Benchmarks.Running;
using Clientele.Plugins;

namespace Clientele.Benchmarks.Plugins;

/// <summary>What plugins cost: to judge, to load and start, to call through the gate, and to load and unload for a long time.</summary>
internal static class PluginsBenchmark
{
    /// <summary>Arguments: the number of cycles of the last part (300).</summary>
    public static async Task RunAsync(string[] arguments)
    {
        var cycles = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 300;
        using var scratch = new Scratch();
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine("| step | time | processor | aim |");
        Console.WriteLine("| --- | --- | --- | --- |");
        Judge(PluginFarm.Make(scratch.File("judged"), 200));
        await LoadAsync(scratch, 0, "small plugins, non-collectible", collectible: false, PluginFarm.Small, "≤ 2 ms");
        await LoadAsync(scratch, 1, "small plugins, collectible", collectible: true, PluginFarm.Small, "≤ 7 ms");
        await LoadAsync(scratch, 2, "industry plugins, non-collectible", collectible: false, PluginFarm.Industry, "");
        await LoadAsync(scratch, 3, "industry plugins, collectible", collectible: true, PluginFarm.Industry, "");
        await LoadAsync(scratch, 4, "the same, `Configure` marked `NoOptimization`", collectible: true, PluginFarm.Industry.Replace("public void Configure", "[System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoOptimization)] public void Configure", StringComparison.Ordinal), "");
        Call();
        await CycleAsync(PluginFarm.Make(scratch.File("cycled"), 1), scratch.File("copies"), cycles);
    }

    private static void Judge(string root)
    {
        var times = new List<(double Wall, double Processor)>();
        for (var turn = 0; turn < 6; turn++)
        {
            var clock = new Clock();
            var set = PluginLoader.Inspect(Options(root));
            times.Add(clock.Read());
            Expect(set.Plugins.Count(plugin => plugin.State == PluginState.Running) == 200 && AppDomain.CurrentDomain.GetAssemblies().All(assembly => !assembly.FullName!.StartsWith("Bench.P", StringComparison.Ordinal)), set);
        }

        Row("discover and validate 200 folders, the first time in the process", times[0], "");
        Row("the same warm, median of 5, nothing loaded", Median(times.Skip(1)), "< 2,000 ms");
    }

    // The first plugin pays for everything that is loaded and compiled once.
    private static async Task LoadAsync(Scratch scratch, int number, string name, bool collectible, string source, string aim)
    {
        var first = PluginFarm.Make(scratch.File($"first-{number}"), 1, source);
        var root = PluginFarm.Make(scratch.File($"fifty-{number}"), 50, source);
        var one = await TimeAsync(first, collectible);
        var fifty = new List<(double Wall, double Processor)>();
        for (var turn = 0; turn < 5; turn++)
        {
            fifty.Add(await TimeAsync(root, collectible));
        }

        Row($"load and start the first of {name}", one, "");
        Row($"load and start fifty {name}, each (median of 5 rounds)", (Median(fifty).Wall / 50, Median(fifty).Processor / 50), aim);
    }

    private static async Task<(double Wall, double Processor)> TimeAsync(string root, bool collectible)
    {
        var clock = new Clock();
        await using var set = PluginLoader.Load(Options(root) with { Collectible = collectible });
        await set.StartAsync();
        var took = clock.Read();
        Expect(set.Plugins.All(plugin => plugin.State == PluginState.Running), set);
        return took;
    }

    private static void Call()
    {
        const int Calls = 5_000_000;
        var gate = new PluginGate("bench.gate", new PluginLimits(), TimeProvider.System);
        Func<decimal, decimal> work = static value => value + 1;
        Run(100_000);
        var times = Enumerable.Range(0, 7).Select(_ => Run(Calls)).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| a call through the gate, beyond the same call without it (median of 7 × {Calls:N0}) | {times.Select(time => time.Extra).Order().ElementAt(3):0} ns | | < 1,000 ns |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| bytes allocated by a call that succeeds | {times.Max(time => time.Bytes):0.###} | | 0 |"));

        (double Extra, double Bytes) Run(int calls)
        {
            var sum = 0m;
            var began = Stopwatch.GetTimestamp();
            for (var call = 0; call < calls; call++)
            {
                sum += work(call);
            }

            var bare = Stopwatch.GetElapsedTime(began);
            var before = GC.GetAllocatedBytesForCurrentThread();
            began = Stopwatch.GetTimestamp();
            for (var call = 0; call < calls; call++)
            {
                sum += gate.Call("measure bench.score", (decimal)call, work).Value;
            }

            var gated = Stopwatch.GetElapsedTime(began);
            GC.KeepAlive(sum);
            return ((gated - bare).TotalNanoseconds / calls, (GC.GetAllocatedBytesForCurrentThread() - before) / (double)calls);
        }
    }

    private static async Task CycleAsync(string root, string copies, int cycles)
    {
        Console.WriteLine();
        Console.WriteLine("| cycles of copy, load, start, compute, unload | contexts alive | managed heap | private memory |");
        Console.WriteLine("| --- | --- | --- | --- |");
        for (var cycle = 1; cycle <= cycles; cycle++)
        {
            await OneCycleAsync(root, copies);
            if (cycle is 1 or 50 or 100 or 200 || cycle == cycles)
            {
                GC.Collect();
                using var process = Process.GetCurrentProcess();
                var alive = AssemblyLoadContext.All.Count(context => context.Name!.StartsWith("plugin:bench.p000", StringComparison.Ordinal) && context.IsCollectible && context.Assemblies.Any(assembly => assembly.Location.StartsWith(copies, StringComparison.Ordinal)));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {cycle} | {alive} | {GC.GetTotalMemory(forceFullCollection: true) / 1024.0:0} KB | {process.PrivateMemorySize64 / 1048576.0:0} MB |"));
            }
        }
    }

    private static async Task OneCycleAsync(string root, string copies)
    {
        await using var set = PluginLoader.Load(Options(root) with { Collectible = true, ShadowDirectory = copies });
        await set.StartAsync();
        Use(set);
        var report = await set.UnloadAsync("bench.p000");
        if (!report.Collected)
        {
            throw new InvalidOperationException(string.Join(' ', report.Suspects));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Use(PluginSet set) => Expect(set.Catalogue.Measures.TryGetValue("p000.score", out var score) && ((ComputedMeasure)score).Computation.Compute(new(default, default, _ => 2000, _ => null)).Value == 2, set);

    private static PluginOptions Options(string root) => new() { Directories = [root], ContractVersion = "0.1.0" };

    private static void Expect(bool holds, PluginSet set)
    {
        if (!holds)
        {
            throw new InvalidOperationException(string.Join('\n', set.Diagnostics));
        }
    }

    private static void Row(string step, (double Wall, double Processor) time, string aim) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {step} | {time.Wall:0.0} ms | {time.Processor:0.0} ms | {aim} |"));

    private static (double Wall, double Processor) Median(IEnumerable<(double Wall, double Processor)> times)
    {
        var all = times.ToList();
        return (all.Select(time => time.Wall).Order().ElementAt(all.Count / 2), all.Select(time => time.Processor).Order().ElementAt(all.Count / 2));
    }

    /// <summary>Time by the clock, and time of the processor: on a machine that others use, the second is what the work itself takes, all threads together.</summary>
    private sealed class Clock
    {
        private readonly long _began = Stopwatch.GetTimestamp();
        private readonly TimeSpan _processor = Environment.CpuUsage.TotalTime;

        public (double Wall, double Processor) Read() => (Stopwatch.GetElapsedTime(_began).TotalMilliseconds, (Environment.CpuUsage.TotalTime - _processor).TotalMilliseconds);
    }
}
