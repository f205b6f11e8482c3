using System.Diagnostics;

namespace Clientele.Benchmarks.Running;

/// <summary>Runs a command of this program in a process of its own, so that its memory is its own.</summary>
internal static class Child
{
    public static async Task RunAsync(params string[] arguments) => await EndAsync(Process.Start(Start(arguments))!, arguments[0]);

    /// <summary>The same, and gives what it printed.</summary>
    public static async Task<IReadOnlyList<string>> LinesAsync(params string[] arguments)
    {
        var start = Start(arguments);
        start.RedirectStandardOutput = true;
        var process = Process.Start(start)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await EndAsync(process, arguments[0]);
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static ProcessStartInfo Start(string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Child).Assembly.Location);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }

    private static async Task EndAsync(Process process, string name)
    {
        using (process)
        {
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"{name} ended with {process.ExitCode}.");
            }
        }
    }
}
