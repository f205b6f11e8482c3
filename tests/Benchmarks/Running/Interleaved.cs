using System.Diagnostics;
using System.Globalization;

namespace Clientele.Benchmarks.Running;

/// <summary>
/// Runs two ways of doing the same work in turns inside one process and compares each pair: what the machine does to one it does to the other.
/// Rates of separate runs differ by a third on a shared machine, the ratios of such pairs by a twentieth.
/// </summary>
internal sealed class Interleaved(string subject, string peer)
{
    private readonly List<double> _subject = [];
    private readonly List<double> _peer = [];

    /// <summary>The rate of the subject divided by that of the peer: the median over all pairs.</summary>
    public double Ratio => Quantile(Ratios(), 0.5);

    public static async Task<Interleaved> RunAsync(string subject, Func<int, Task> a, string peer, Func<int, Task> b, int warmUp, int pairs)
    {
        var run = new Interleaved(subject, peer);
        for (var pair = 0; pair < warmUp + pairs; pair++)
        {
            // The order alternates, so that neither always finds the caches of the other.
            var first = pair % 2 == 0;
            var one = await TimeAsync(first ? a : b, pair);
            var two = await TimeAsync(first ? b : a, pair);
            if (pair >= warmUp)
            {
                run._subject.Add(first ? one : two);
                run._peer.Add(first ? two : one);
            }
        }

        return run;
    }

    /// <summary>A row of a Markdown table: ratio with its quartiles, total ratio, median of each.</summary>
    /// <param name="unit">What one slice does, so many times.</param>
    public string Row(string unit, int perSlice)
    {
        var ratios = Ratios();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {subject} / {peer} | **{Quantile(ratios, 0.5):0.00}** | {Quantile(ratios, 0.25):0.00}–{Quantile(ratios, 0.75):0.00} | {_peer.Sum() / _subject.Sum():0.00} | {Each(_subject, perSlice)} | {Each(_peer, perSlice)} | {_subject.Count} × {perSlice} {unit} |");
    }

    public static string Header => "| compared | ratio of rates (median) | middle half | of totals | each | peer each | slices |\n| --- | --- | --- | --- | --- | --- | --- |";

    private static async Task<double> TimeAsync(Func<int, Task> slice, int number)
    {
        var began = Stopwatch.GetTimestamp();
        await slice(number);
        return Stopwatch.GetElapsedTime(began).TotalMicroseconds;
    }

    private static string Each(List<double> slices, int perSlice) => string.Create(CultureInfo.InvariantCulture, $"{Quantile(slices, 0.5) / perSlice:0.0} µs");

    private static double Quantile(IEnumerable<double> values, double at)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)Math.Round((sorted.Count - 1) * at)];
    }

    private IReadOnlyList<double> Ratios() => [.. _subject.Zip(_peer, (own, other) => other / own)];
}
