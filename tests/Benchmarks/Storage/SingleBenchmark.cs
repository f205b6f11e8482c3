namespace Clientele.Benchmarks.Storage;

internal static class SingleBenchmark
{
    public static Task RunAsync(string[] arguments) => Task.CompletedTask;
}
