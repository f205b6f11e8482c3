using System.Globalization;

namespace Clientele.Benchmarks.Running;

/// <summary>Watches how much memory the process holds for itself: resident pages without those of mapped files, which the system may drop at any time.</summary>
internal sealed class Memory : IDisposable
{
    private readonly Timer _timer;
    private long _peak;

    public Memory() => _timer = new Timer(_ => Look(), null, 0, 5);

    public long PeakMegabytes
    {
        get
        {
            Look();
            return Interlocked.Read(ref _peak) / 1024;
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("RssAnon", StringComparison.Ordinal));
        var kilobytes = long.Parse(line.Split(':')[1].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        InterlockedMax(kilobytes);
    }

    private void InterlockedMax(long value)
    {
        long seen;
        while (value > (seen = Interlocked.Read(ref _peak)) && Interlocked.CompareExchange(ref _peak, value, seen) != seen)
        {
        }
    }
}
