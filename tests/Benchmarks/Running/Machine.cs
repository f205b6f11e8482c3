using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Clientele.Benchmarks.Running;

/// <summary>Says what the numbers were measured on.</summary>
internal static class Machine
{
    public static string Describe()
    {
        var cpu = File.Exists("/proc/cpuinfo") ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() : "unknown";
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30;
        using var connection = new SqliteConnection("Data Source=:memory:");
        return $"{Environment.ProcessorCount} × {cpu}, {memory} GB, {RuntimeInformation.OSDescription}, .NET {Environment.Version}, SQLite {connection.ServerVersion}, files on {Folder()}.";
    }

    public static string Folder() => Environment.GetEnvironmentVariable("CLIENTELE_BENCH") ?? Path.GetTempPath();
}
