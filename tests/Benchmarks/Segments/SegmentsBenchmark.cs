namespace Clientele.Benchmarks.Segments;

internal static class SegmentsBenchmark
{
    public static Task RunAsync(string[] arguments) => Task.CompletedTask;

    public static Task FillAsync(string[] arguments) => Task.CompletedTask;

    public static Task PassAsync(string[] arguments) => Task.CompletedTask;
}
