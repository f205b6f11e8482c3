namespace Clientele.Benchmarks.Running;

/// <summary>A folder that is gone afterwards.</summary>
internal sealed class Scratch : IDisposable
{
    private readonly string _folder = Path.Combine(Machine.Folder(), $"clientele-bench-{Environment.ProcessId}");

    public Scratch() => Directory.CreateDirectory(_folder);

    public string File(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
