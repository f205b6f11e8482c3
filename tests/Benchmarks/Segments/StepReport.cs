using System.Diagnostics;
using System.Globalization;
using Clientele.Benchmarks.Running;

namespace Clientele.Benchmarks.Segments;

/// <summary>Times steps one after another, watching the memory of each.</summary>
internal sealed class StepReport
{
    private readonly List<(string Name, TimeSpan Time, long Megabytes)> _steps = [];
    private TimeSpan _base;

    public async Task StepAsync(string name, Func<Task> step)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var memory = new Memory();
        var began = Stopwatch.GetTimestamp();
        await step();
        _steps.Add((name, Stopwatch.GetElapsedTime(began), memory.PeakMegabytes));
    }

    /// <summary>Makes the last step the one that the others are compared with.</summary>
    public void Base() => _base = _steps[^1].Time;

    public void Print()
    {
        foreach (var (name, time, megabytes) in _steps)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {time.TotalSeconds:0.000} s | **{time / _base:0.000}** | {megabytes} MB |"));
        }
    }
}
