using System.Security.Cryptography;
using System.Text;

namespace Clientele.Host.Tests.Demo;

/// <summary>The demo, run once for all tests that read what it wrote.</summary>
public sealed class DemoOnce : IAsyncLifetime
{
    internal string Folder { get; } = Directory.CreateTempSubdirectory("clientele-demo-").FullName;

    internal Cli.Outcome Outcome { get; private set; } = null!;

    public async Task InitializeAsync() => Outcome = await Cli.RunAsync("demo", "--output", Folder);

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    internal SortedDictionary<string, string> Hashes() => Hashes(Folder);

    internal static SortedDictionary<string, string> Hashes(string folder)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(path => path.Contains("output", StringComparison.Ordinal)))
        {
            hashes.Add(Path.GetRelativePath(folder, path), Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path))));
        }

        return hashes;
    }

    /// <summary>All files of a kind in one text, style sheets and the script that sorts left out: their look is judged by eye, the sorting in a browser, the words by the golden file.</summary>
    internal string Text(string pattern, string folder = "letters")
    {
        var text = new StringBuilder();
        foreach (var path in Directory.GetFiles(Folder, pattern, SearchOption.AllDirectories).Where(path => path.Contains($"{Path.DirectorySeparatorChar}{folder}{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var content = System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(path), "<(style|script).*?</\\1>", "", System.Text.RegularExpressions.RegexOptions.Singleline);
            text.Append($"===== {Path.GetRelativePath(Folder, path).Replace('\\', '/')}\n{content}\n");
        }

        return text.ToString();
    }
}
