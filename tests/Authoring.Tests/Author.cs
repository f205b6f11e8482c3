namespace Clientele.Authoring.Tests;

/// <summary>Somebody outside this repository with an empty folder, who types commands.</summary>
internal sealed class Author : IDisposable
{
    private readonly Feed _feed;

    public Author(Feed feed)
    {
        _feed = feed;
        Folder = Root;
        feed.Connect(Root);
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("clientele-author-").FullName;

    /// <summary>Where the author is now.</summary>
    public string Folder { get; private set; }

    public string Path(params string[] parts) => System.IO.Path.Combine([Folder, .. parts]);

    /// <summary>Runs one line as a shell would, and gives what it prints; fails when it does.</summary>
    public async Task<string> TypeAsync(string line)
    {
        var words = Words(line);
        switch (words)
        {
            case ["cd", var folder]:
                Folder = Path(folder);
                return "";

            // The test installed it already, beside itself and not for the whole machine.
            case ["dotnet", "tool", "install", "--global", "Clientele.Host"]:
                return "";
            case ["dotnet", "new", "install", var package]:
                return await Sdk.DotnetAsync(Folder, ["new", "install", System.IO.Path.Combine(_feed.Packages, $"{package}.0.1.0.nupkg"), .. Hive]);
            case ["dotnet", "new", .. var rest]:
                return await Sdk.DotnetAsync(Folder, ["new", .. rest, .. Hive]);
            case ["dotnet", .. var rest]:
                return await Sdk.DotnetAsync(Folder, rest);
            case ["clientele", .. var rest]:
                return await Sdk.RunAsync(_feed.Tool, Folder, [.. rest, "--language", "en"]);
            default:
                throw new InvalidOperationException($"The guide has a command that no test knows: {line}");
        }
    }

    public void Write(string path, string text)
    {
        var full = Path(path.Split('/'));
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    // What is installed for the test must not stay on the machine.
    private string[] Hive => ["--debug:custom-hive", System.IO.Path.Combine(Root, "hive")];

    private static string[] Words(string line) =>
        [.. line.Split('"').SelectMany((part, index) => index % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
}
