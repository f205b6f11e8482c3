namespace Clientele.Testing;

/// <summary>The conformance suite, run once for all tests of a class.</summary>
/// <remarks>Made by xUnit. Thread-safe.</remarks>
public sealed class ConformanceRun
{
    private readonly Lock _lock = new();
    private Task<ConformanceReport>? _report;

    internal Task<ConformanceReport> OfAsync(string pluginFolder)
    {
        lock (_lock)
        {
            return _report ??= PluginConformance.RunAsync(pluginFolder);
        }
    }
}
