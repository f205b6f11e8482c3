using System.Diagnostics;
using System.Globalization;
using Clientele.Benchmarks.Running;

namespace Clientele.Benchmarks.Startup;

/// <summary>How long a whole process takes: the published host's help, its list of plugins and its demo, in turns with a bare <c>dotnet hello.dll</c>.</summary>
internal static class StartupBenchmark
{
    /// <summary>Arguments: the published host (<c>dotnet publish src/Host -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true</c>), then the number of turns.</summary>
    public static async Task RunAsync(string[] arguments)
    {
        var host = Path.GetFullPath(arguments[0]);
        var turns = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 15;
        Console.WriteLine(Machine.Describe());
        Console.WriteLine();
        Console.WriteLine("| process | median | of `dotnet hello.dll` |");
        Console.WriteLine("| --- | --- | --- |");
        var hello = new List<double>();
        var runs = new Dictionary<string, List<double>>(StringComparer.Ordinal) { ["--help"] = [], ["plugins list"] = [] };
        for (var turn = 0; turn < turns; turn++)
        {
            hello.Add(await TimeAsync(Environment.ProcessPath!, ["exec", typeof(StartupBenchmark).Assembly.Location, "hello"]));
            foreach (var (command, times) in runs)
            {
                times.Add(await TimeAsync(host, command.Split(' ')));
            }
        }

        Row("`dotnet hello.dll`", hello, hello);
        foreach (var (command, times) in runs)
        {
            Row($"`clientele {command}`", times, hello);
        }

        using var scratch = new Scratch();
        Row("`clientele demo`", [await TimeAsync(host, ["demo", "--output", scratch.File("demo")])], hello);
    }

    private static async Task<double> TimeAsync(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program == Environment.ProcessPath && !Path.GetFileName(program).StartsWith("dotnet", StringComparison.Ordinal) ? "dotnet" : program, arguments)
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync(), process.WaitForExitAsync());
        return process.ExitCode == 0 ? Stopwatch.GetElapsedTime(began).TotalMilliseconds : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static void Row(string name, List<double> times, List<double> peer) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {Median(times):0} ms | {Median(times) / Median(peer):0.0} |"));

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
