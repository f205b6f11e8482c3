using Clientele.Benchmarks.Analysis;
using Clientele.Benchmarks.Engine;
using Clientele.Benchmarks.Pass;
using Clientele.Benchmarks.Plugins;
using Clientele.Benchmarks.Segments;
using Clientele.Benchmarks.Startup;
using Clientele.Benchmarks.Storage;
using Clientele.Benchmarks.Templating;

// dotnet run -c Release --project tests/Benchmarks -- NAME [ARGUMENTS]; see docs/performance.md.
if (args is ["hello"])
{
    Console.WriteLine("hello");
    return 0;
}

var benchmarks = new Dictionary<string, Func<string[], Task>>(StringComparer.Ordinal)
{
    ["templating"] = TemplatingBenchmark.RunAsync,
    ["append"] = AppendBenchmark.RunAsync,
    ["single"] = SingleBenchmark.RunAsync,
    ["engine"] = EngineBenchmark.RunAsync,
    ["care"] = CareBenchmark.RunAsync,
    ["plugins"] = PluginsBenchmark.RunAsync,
    ["lifetime"] = LifetimeBenchmark.RunAsync,
    ["startup"] = StartupBenchmark.RunAsync,
    ["pass"] = PassBenchmark.RunAsync,
    ["pass-fill"] = PassBenchmark.FillAsync,
    ["pass-round"] = PassBenchmark.RoundAsync,
    ["segments"] = SegmentsBenchmark.RunAsync,
    ["segments-fill"] = SegmentsBenchmark.FillAsync,
    ["segments-pass"] = SegmentsBenchmark.PassAsync,
};

if (args.Length == 0 || !benchmarks.TryGetValue(args[0], out var benchmark))
{
    Console.Error.WriteLine($"Name a benchmark: {string.Join(", ", benchmarks.Keys)}.");
    return 2;
}

await benchmark(args[1..]);
return 0;
