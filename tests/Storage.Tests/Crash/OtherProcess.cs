using System.Diagnostics;

namespace Clientele.Storage.Tests.Crash;

/// <summary>Starts <see cref="Program"/> as a process of its own.</summary>
internal sealed class OtherProcess : IDisposable
{
    private readonly Process _process;

    public OtherProcess(string database, string source, int batches)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        start.ArgumentList.Add(database);
        start.ArgumentList.Add(source);
        start.ArgumentList.Add(batches.ToString());
        _process = Process.Start(start)!;
    }

    /// <summary>What it says next; <see langword="null"/> when it is over.</summary>
    public Task<string?> LineAsync() => _process.StandardOutput.ReadLineAsync();

    /// <summary>Kills it without a chance to clean up, and gives what it had said and was not read yet.</summary>
    public async Task<string> KillAsync()
    {
        _process.Kill();
        var rest = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return rest;
    }

    public async Task<int> ExitAsync()
    {
        await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose() => _process.Dispose();
}
