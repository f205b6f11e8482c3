using System.Runtime.CompilerServices;

namespace Clientele.Samples.Tests;

/// <summary>The files under samples/data.</summary>
internal static class SampleData
{
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "samples", "data"));

    public static string File(string name) => Path.Combine(Folder, name);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
