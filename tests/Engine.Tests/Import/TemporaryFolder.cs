using System.Text;

namespace Clientele.Import.Tests;

/// <summary>A folder of its own, gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("clientele-import-").FullName;

    /// <summary>A file that came with the tests.</summary>
    public static string Given(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Import", "Files", name);

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text, Encoding? encoding = null)
    {
        System.IO.File.WriteAllText(File(name), text, encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return File(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
